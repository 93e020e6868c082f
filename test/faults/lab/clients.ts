import type { Story } from "../../../infra/local/demo/stories.ts";
import { type Login, personOf } from "../../../infra/local/sandbox/population/people.ts";
import { answerStep } from "../../../shared/actions/answer-step.ts";
import { decideStep } from "../../../shared/actions/decide-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import { readCase } from "../../../shared/actions/read-case.ts";
import { receiveCallback } from "../../../shared/actions/receive-callback.ts";
import type { World } from "../../../shared/actions/world.ts";
import type { CaseView } from "../../../shared/api/resources/case.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import { Refusal } from "../../../shared/kernel/refusal.ts";
import { packages } from "../../../shared/packages/index.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { freshLogin } from "../../support/fresh-login.ts";
import type { VirtualAuthorities } from "./authorities.ts";
import { type Host, hash, patiently } from "./hosts.ts";
import type { VirtualTime } from "./virtual-time.ts";

export interface ClientParts {
  readonly time: VirtualTime;
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
