import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PathName } from "../contract.ts";
import * as sharing from "../resources/sharing.ts";

const CasePath = lazily(() => z.strictObject({ caseId: PathName() }));
const DelegationPath = lazily(() => z.strictObject({ caseId: PathName(), delegationId: PathName() }));

const ofCases = ["case-not-found", "not-your-case"] as const;
const ofChanges = [...ofCases, "case-changed", "case-closed", "idempotency-key-reused"] as const;

export const giveDelegation = describeRoute({
  name: "giveDelegation",
  summary: {
    zh: "委托他人代办本办件的部分事项,到期自动结束",
    en: "Lets somebody act for the caller in this case, until an end",
  },
  path: CasePath,
  bodyIs: "required",
  body: sharing.DelegationRequest,
  reply: sharing.DelegationList,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofChanges, "mandate-invalid", "step-up-required", "not-for-another"],
});

export const listDelegations = describeRoute({
  name: "listDelegations",
  summary: { zh: "本办件的委托和帮办,以及代办人做了什么", en: "Who may act for whom in this case, and what they did" },
  path: CasePath,
  reply: sharing.DelegationList,
  refusals: ofCases,
});

export const endDelegation = describeRoute({
  name: "endDelegation",
  summary: { zh: "终止一项委托或帮办", en: "Ends a delegation or an assistance before its time" },
  path: DelegationPath,
  bodyIs: "optional",
  body: sharing.EndRequest,
  reply: sharing.DelegationList,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofCases, "case-changed", "idempotency-key-reused", "mandate-not-found", "not-for-another"],
});

export const assistPerson = describeRoute({
  name: "assistPerson",
  summary: { zh: "帮办:工作人员协助在场的办理人", en: "Staff act for somebody who is present, recorded as such" },
  path: CasePath,
  bodyIs: "required",
  body: sharing.AssistanceRequest,
  reply: sharing.DelegationList,
  takesIdempotencyKey: true,
  takesVersion: true,
  refusals: [...ofChanges, "presence-refused"],
});

export const handOver = describeRoute({
  name: "handOver",
  summary: {
    zh: "生成一次性接续码,在另一设备上继续办理",
    en: "A one-time code to go on with the case on another device",
  },
  path: CasePath,
  bodyIs: "optional",
  body: sharing.HandoverRequest,
  reply: sharing.HandoverView,
  takesIdempotencyKey: true,
  refusals: [...ofCases, "not-for-another"],
});

export const redeemHandover = describeRoute({
  name: "redeemHandover",
  summary: { zh: "用接续码在本设备上继续办理", en: "Takes a one-time code: the case goes on here" },
  bodyIs: "required",
  body: sharing.RedemptionRequest,
  reply: sharing.RedemptionView,
  takesIdempotencyKey: true,
  refusals: ["handover-refused"],
});

export const endSession = describeRoute({
  name: "endSession",
  summary: {
    zh: "结束自助终端上的登录,凭证立即失效",
    en: "Ends a session on a kiosk; its token opens nothing any more",
  },
  bodyIs: "optional",
  body: sharing.SessionEndRequest,
  reply: sharing.SessionEndView,
  takesIdempotencyKey: true,
});
