import { type Login, personOf } from "../../../infra/local/sandbox/population/people.ts";
import { todayAt } from "../../../infra/local/sandbox/server/office.ts";
import { answerStep } from "../../../shared/actions/answer-step.ts";
import { decideStep } from "../../../shared/actions/decide-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import { payBill } from "../../../shared/actions/pay-bill.ts";
import { listBills } from "../../../shared/actions/read-bills.ts";
import { readCase } from "../../../shared/actions/read-case.ts";
import { requestStep } from "../../../shared/actions/request-step.ts";
import type { World } from "../../../shared/actions/world.ts";
import type { CaseView } from "../../../shared/api/resources/case.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { Refusal } from "../../../shared/kernel/refusal.ts";
import { packages } from "../../../shared/packages/index.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { freshLogin } from "../../support/fresh-login.ts";
import type { VirtualAuthorities } from "./authorities.ts";
import { type Host, hash, patiently } from "./hosts.ts";
import { laboratoryWays, type VirtualMoney } from "./money.ts";
import type { LaboratoryStory, Turn } from "./stories.ts";
import type { VirtualTime } from "./virtual-time.ts";

export interface ClientParts {
  readonly time: VirtualTime;
  readonly money: VirtualMoney;
  readonly authorities: VirtualAuthorities;
  /** Through which host the next request goes. */
  readonly hostOf: () => Host;
  /** How often people look again; they are patient. */
  readonly pollMilliseconds?: number;
  /** Told of every question that a person meets. */
  readonly onQuestion?: (view: CaseView, stepId: string) => void;
}

const horizonMilliseconds = 12 * 3_600_000;

/** The people of a story, each with a phone that repeats what was not answered. Answers the case's id once it is closed. */
export const livePatiently = async (parts: ClientParts, story: LaboratoryStory): Promise<string> => {
  const { time, pollMilliseconds = 5_000 } = parts;
  const startedAt = time.now;
  const [opener] = story.people;
  const { packageId, opening } = story;
  const opened = await patiently(parts, parts.hostOf, (world) =>
    openCase(world, {
      caller: callerOf(opener),
      packageId,
      opening,
      consents: { dataSharing: true },
      idempotencyKey: `open ${JSON.stringify(opening)}`,
    }),
  );
  const { id } = opened.case;
  let turns = story.turns ?? [];
  for (;;) {
    for (const login of story.people) await answerWhatIsAsked(parts, story, id, login);
    const view = await look(parts, id, opener);
    if (view) {
      const now = turns.filter(({ when }) =>
        view.steps.some((step) => step.id === when.step && step.status === when.status),
      );
      turns = turns.filter((turn) => !now.includes(turn));
      for (const turn of now) await take(parts, id, turn);
      if (view.status !== "open" && turns.length === 0 && now.length === 0) return id;
      if (view.steps.some(({ waitsFor }) => waitsFor?.id === "officer")) await decideWhatIsQueued(parts, story, id);
      if (view.steps.some(({ id, status }) => id === "payment" && status === "waiting")) {
        await payWhatIsOpen(parts, story, id);
      }
    }
    if (time.now - startedAt > horizonMilliseconds) throw new Error(`${story.title}: still ${view?.words.en}`);
    await time.sleep(pollMilliseconds);
  }
};

/** A turn of events: a record becomes another one, or somebody asks for a step that is no part of the plan by itself. */
const take = async (parts: ClientParts, caseId: string, { happens }: Turn): Promise<void> => {
  const { time, authorities } = parts;
  if (happens.kind === "record") return authorities.change(happens.record(todayAt(time.now)));
  const { login, step: stepId, reason } = happens;
  const request = { caller: callerOf(login), caseId, stepId, reason, idempotencyKey: `request ${stepId}` };
  await unlessOvertaken(parts, (world) => requestStep(world, request));
};

const answerWhatIsAsked = async (
  parts: ClientParts,
  story: LaboratoryStory,
  caseId: string,
  login: Login,
): Promise<void> => {
  const view = await look(parts, caseId, login);
  // What could be stated in place of a silent authority is left to the authority's return.
  const isRetrying = (id: string) => view?.steps.some((step) => step.id === id && step.status === "retrying");
  const [question] = view?.questions.filter(({ stepId }) => !isRetrying(stepId)) ?? [];
  if (!view || !question) return;
  const { stepId } = question;
  parts.onQuestion?.(view, stepId);
  await unlessOvertaken(parts, (world) =>
    answerStep(world, {
      caller: callerOf(login),
      caseId,
      stepId,
      answers: story.answers[stepId] ?? {},
      expectedVersion: view.version,
      idempotencyKey: `${stepId} of ${view.version}`,
    }),
  );
};

const officer = "officer-lin";

const decideWhatIsQueued = async (parts: ClientParts, story: LaboratoryStory, caseId: string): Promise<void> => {
  const view = await look(parts, caseId, officer);
  const step = view?.steps.find(({ waitsFor }) => waitsFor?.id === "officer");
  if (!view || !step) return;
  const values = story.established[step.id];
  await unlessOvertaken(parts, (world) =>
    decideStep(world, {
      caller: callerOf(officer),
      caseId,
      stepId: step.id,
      decision: { approved: true, reason: "examined", ...(values && { values }) },
      expectedVersion: view.version,
      idempotencyKey: `${step.id} of ${view.version}`,
    }),
  );
};

/** Everybody scans what is shown to them, in both wallets where they can; what is too much comes back. */
const payWhatIsOpen = async (parts: ClientParts, story: LaboratoryStory, caseId: string): Promise<void> => {
  for (const login of story.people.filter((each) => !story.withholds?.includes(each))) {
    const caller = callerOf(login);
    const { bills } = await patiently(parts, parts.hostOf, (world) => listBills(world, { caller, caseId }));
    for (const { id: billId, status } of bills) if (status === "open") await scanBoth(parts, caller, caseId, billId);
  }
};

const scanBoth = async (parts: ClientParts, caller: Caller, caseId: string, billId: string): Promise<void> => {
  for (const wallet of laboratoryWays) {
    try {
      const request = { caller, caseId, billId, wallet, scene: "qr", idempotencyKey: `pay-${parts.time.now}` } as const;
      const { attempt } = await patiently(parts, parts.hostOf, (world) => payBill(world, request));
      if (attempt.offer?.kind === "qr") parts.money.scan(wallet, attempt.offer.content);
    } catch (error) {
      // The wallet did not answer, or another one was faster: one looks again.
      if (!(error instanceof Refusal)) throw error;
    }
  }
};

/** What each has been shown of a case as it stood: it takes longer to write up than to look at. */
const shown = new WeakMap<Case, Map<Login, CaseView>>();

/** What a person sees; nothing while they are not yet known as a party. */
const look = async (parts: ClientParts, caseId: string, login: Login): Promise<CaseView | undefined> => {
  try {
    const found = await patiently(parts, parts.hostOf, (world) => readCase(world, { caller: callerOf(login), caseId }));
    const views = shown.get(found) ?? new Map<Login, CaseView>();
    shown.set(found, views);
    const view = views.get(login) ?? viewCase(packages, found, callerOf(login));
    views.set(login, view);
    return view;
  } catch (error) {
    if (error instanceof Refusal && error.code === "case-not-found") return undefined;
    throw error;
  }
};

/** Somebody else was faster: the next look tells. */
const overtaken = ["case-changed", "step-not-waiting", "case-closed", "not-your-step"];

const unlessOvertaken = async (parts: ClientParts, request: (world: World) => Promise<unknown>): Promise<void> => {
  try {
    await patiently(parts, parts.hostOf, request);
  } catch (error) {
    if (!(error instanceof Refusal && overtaken.includes(error.code))) throw error;
  }
};

export const callerOf = (login: Login): Caller => {
  const { name, idType, idNumber, roles, realNameLevel, ...rest } = personOf(login);
  const person = { name, idType, idNumber };
  const office = "office" in rest ? { office: rest.office } : {};
  return { key: hash.person(person), person, roles, realNameLevel, channel: "mobile", login: freshLogin, ...office };
};
