import type { Story } from "../../../infra/local/demo/stories.ts";
import { type Login, personOf } from "../../../infra/local/sandbox/population/people.ts";
import { answerStep } from "../../../shared/actions/answer-step.ts";
import { decideStep } from "../../../shared/actions/decide-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import { payBill } from "../../../shared/actions/pay-bill.ts";
import { listBills } from "../../../shared/actions/read-bills.ts";
import { readCase } from "../../../shared/actions/read-case.ts";
import { receiveCallback } from "../../../shared/actions/receive-callback.ts";
import type { World } from "../../../shared/actions/world.ts";
import type { CaseView } from "../../../shared/api/resources/case.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import { Refusal } from "../../../shared/kernel/refusal.ts";
import { packages } from "../../../shared/packages/index.ts";
import { receiveNotice } from "../../../shared/payments/receive-notice.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { freshLogin } from "../../support/fresh-login.ts";
import type { VirtualAuthorities } from "./authorities.ts";
import { type Host, hash, ignorePassing, patiently } from "./hosts.ts";
import { laboratoryWays, type VirtualMoney } from "./money.ts";
import type { VirtualTime } from "./virtual-time.ts";

export interface ClientParts {
  readonly time: VirtualTime;
  readonly money: VirtualMoney;
  /** Through which host the next request goes. */
  readonly hostOf: () => Host;
  /** How often people look again; they are patient. */
  readonly pollMilliseconds?: number;
  /** Told of every question that a person meets. */
  readonly onQuestion?: (view: CaseView, stepId: string) => void;
}

const horizonMilliseconds = 12 * 3_600_000;

/** The people of a story, each with a phone that repeats what was not answered. Answers the case's id once it is closed. */
export const livePatiently = async (parts: ClientParts, story: Story): Promise<string> => {
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
  for (;;) {
    for (const login of story.people) await answerWhatIsAsked(parts, story, id, login);
    await decideWhatIsQueued(parts, story, id);
    await payWhatIsOpen(parts, story, id);
    const view = await look(parts, id, opener);
    if (view && view.status !== "open") return id;
    if (time.now - startedAt > horizonMilliseconds) throw new Error(`${story.title}: still ${view?.words.en}`);
    await time.sleep(pollMilliseconds);
  }
};

const answerWhatIsAsked = async (parts: ClientParts, story: Story, caseId: string, login: Login): Promise<void> => {
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

const decideWhatIsQueued = async (parts: ClientParts, story: Story, caseId: string): Promise<void> => {
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
const payWhatIsOpen = async (parts: ClientParts, story: Story, caseId: string): Promise<void> => {
  const view = await look(parts, caseId, officer);
  if (!view?.steps.some(({ id, status }) => id === "payment" && status === "waiting")) return;
  for (const login of story.people) {
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

/** The wallets' couriers: each notice is brought twice at once, until it is taken. */
export const tellForever = async (parts: ClientParts): Promise<never> => {
  const taken = new Set<string>();
  for (;;) {
    await parts.time.sleep(2_000);
    for (const way of laboratoryWays) {
      for (const { key, letter } of parts.money.letters(way)) {
        if (taken.has(`${way} ${key}`)) continue;
        const bring = async () => {
          const { headers, body } = letter();
          const answer = await parts
            .hostOf()
            .act(({ payments }) => receiveNotice(payments, way, { headers, body }))
            .catch(ignorePassing);
          if (answer && parts.money.isTaken(way, answer.status, answer.body)) taken.add(`${way} ${key}`);
        };
        await Promise.all([bring(), bring()]);
      }
    }
  }
};

/** What a person sees; nothing while they are not yet known as a party. */
const look = async (parts: ClientParts, caseId: string, login: Login): Promise<CaseView | undefined> => {
  try {
    const found = await patiently(parts, parts.hostOf, (world) => readCase(world, { caller: callerOf(login), caseId }));
    return viewCase(packages, found, callerOf(login));
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

/** The authorities' couriers: each late answer is brought twice, until it is taken. */
export const deliverForever = async (parts: ClientParts, { late }: VirtualAuthorities): Promise<never> => {
  const delivered = new Set<string>();
  for (;;) {
    await parts.time.sleep(1_000);
    for (const { url, token, body, at } of late.values()) {
      if (at > parts.time.now || delivered.has(url)) continue;
      const [caseId = "", stepId = ""] = url.split("/").slice(-2);
      const bring = () =>
        patiently(parts, parts.hostOf, (world) => receiveCallback(world, { caseId, stepId, token, answer: body }));
      await Promise.all([bring(), bring()]);
      delivered.add(url);
    }
  }
};

export const callerOf = (login: Login): Caller => {
  const { name, idType, idNumber, roles, realNameLevel, ...rest } = personOf(login);
  const person = { name, idType, idNumber };
  const office = "office" in rest ? { office: rest.office } : {};
  return { key: hash.person(person), person, roles, realNameLevel, channel: "mobile", login: freshLogin, ...office };
};
