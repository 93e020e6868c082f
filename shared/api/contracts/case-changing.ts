import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PathName } from "../contract.ts";
import { CaseView } from "../resources/case.ts";
import { MailboxView } from "../resources/message.ts";
import {
  AnswerRequest,
  CallbackReceipt,
  CallbackRequest,
  ClaimRequest,
  DecisionRequest,
  DraftRequest,
  OpeningRequest,
  RatingRequest,
  ReadingRequest,
  StepRequest,
  TakeOverRequest,
  WithdrawalRequest,
} from "../resources/requests.ts";

const CasePath = lazily(() => z.strictObject({ caseId: PathName() }));
const StepPath = lazily(() => z.strictObject({ caseId: PathName(), stepId: PathName() }));

/** What every change of a case may be refused for. */
const ofChanges = ["case-not-found", "case-changed", "case-closed", "idempotency-key-reused"] as const;
const ofSteps = [...ofChanges, "step-not-found", "step-not-waiting"] as const;

export const openCase = describeRoute({
  name: "openCase",
  summary: { zh: "申请办理,并立即办到需要他人为止", en: "Opens a case and runs it until it needs somebody" },
  bodyIs: "required",
  body: OpeningRequest,
  reply: CaseView,
  statuses: [
    { status: 201, means: "Opened" },
    { status: 200, means: "Opened before by the same request; as it stands now" },
  ],
  takesIdempotencyKey: true,
  refusals: ["package-not-found", "opening-invalid", "consent-missing", "idempotency-key-reused"],
});

export const answerStep = describeRoute({
  name: "answerStep",
  summary: { zh: "答复等待本人的事项", en: "Answers a step that waits for the caller" },
  path: StepPath,
  bodyIs: "required",
  body: AnswerRequest,
  reply: CaseView,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofSteps, "not-your-step", "mandate-too-narrow", "step-up-required", "answers-invalid"],
});

export const saveDraft = describeRoute({
  name: "saveDraft",
  summary: { zh: "暂存未填完的答复", en: "Keeps an answer that is not finished" },
  path: StepPath,
  bodyIs: "required",
  body: DraftRequest,
  reply: CaseView,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofSteps, "not-your-step", "answers-invalid"],
});

export const withdrawCase = describeRoute({
  name: "withdrawCase",
  summary: { zh: "撤回办件", en: "Takes a case back" },
  path: CasePath,
  bodyIs: "optional",
  body: WithdrawalRequest,
  reply: CaseView,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofChanges, "not-your-case", "withdrawal-too-late"],
});

export const rateCase = describeRoute({
  name: "rateCase",
  summary: { zh: "评价办结的事项", en: "Says how satisfied one was, once it is over" },
  path: CasePath,
  bodyIs: "required",
  body: RatingRequest,
  reply: CaseView,
  takesIdempotencyKey: true,
  refusals: ["case-not-found", "not-your-case", "case-not-over", "rated-already", "idempotency-key-reused"],
});

export const requestStep = describeRoute({
  name: "requestStep",
  summary: {
    zh: "申请更正、撤销等平时不办的事项",
    en: "Asks for a step that is no part of the plan by itself: a correction, a cancellation",
  },
  path: StepPath,
  bodyIs: "required",
  body: StepRequest,
  reply: CaseView,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofChanges, "step-not-found", "step-not-requestable", "not-your-step"],
});

export const markMessagesRead = describeRoute({
  name: "markMessagesRead",
  summary: { zh: "标记消息已读", en: "Notes up to which message one has read" },
  path: CasePath,
  bodyIs: "required",
  body: ReadingRequest,
  reply: MailboxView,
  takesIdempotencyKey: true,
  refusals: ["case-not-found", "message-not-found"],
});

export const claimStep = describeRoute({
  name: "claimStep",
  summary: { zh: "受理一个等待税务人员的事项", en: "An officer takes a step in hand" },
  path: StepPath,
  bodyIs: "optional",
  body: ClaimRequest,
  reply: CaseView,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofSteps, "claimed-by-another"],
});

export const decideStep = describeRoute({
  name: "decideStep",
  summary: { zh: "税务人员作出决定", en: "An officer decides a step" },
  path: StepPath,
  bodyIs: "required",
  body: DecisionRequest,
  reply: CaseView,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofSteps, "claimed-by-another", "answers-invalid"],
});

export const takeOverDecision = describeRoute({
  name: "takeOverDecision",
  summary: { zh: "税务人员接管系统的自动判定", en: "An officer decides in place of a rule" },
  path: StepPath,
  bodyIs: "required",
  body: TakeOverRequest,
  reply: CaseView,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofChanges, "step-not-found", "step-not-automatic", "takeover-too-late", "answers-invalid"],
});

export const receiveCallback = describeRoute({
  name: "receiveCallback",
  summary: { zh: "部门的延后答复", en: "The late answer of an authority" },
  path: StepPath,
  bodyIs: "required",
  body: CallbackRequest,
  reply: CallbackReceipt,
  takesCallbackToken: true,
  refusals: ["callback-refused", "case-not-found", "step-not-found", "idempotency-key-invalid", "answers-invalid"],
});
