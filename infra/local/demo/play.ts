import { setTimeout as sleep } from "node:timers/promises";
import { ApiProblem, type Client } from "../../../shared/api/client.ts";
import type { CaseView, TimelineView } from "../../../shared/api/resources/case.ts";
import type { Login } from "../sandbox/population/people.ts";
import { officer, type Story } from "./stories.ts";

/** How a case went: as an officer sees it, with whatever its people typed on the way. */
export interface Played {
  readonly story: Story;
  readonly view: CaseView;
  readonly timeline: TimelineView;
  /** Names of the facts that people gave, the opening included. */
  readonly typed: readonly string[];
}

const pauseMilliseconds = 50;
const limitMilliseconds = 120_000;

/**
 * Plays a story to its end: everybody looks at the case, answers what they are asked and pays their bills, an officer takes what stands in the
 * queue. Nobody knows anything of the package but what the API shows.
 */
export const play = async (
  clientOf: (login: Login) => Client,
  story: Story,
  pay: (login: Login, caseId: string) => Promise<number>,
): Promise<Played> => {
  const [opener] = story.people;
  const { packageId, opening } = story;
  const opened = await clientOf(opener).openCase({ body: { packageId, opening, consents: { dataSharing: true } } });
  const typed = Object.keys(opening);
  const startedAt = performance.now();
  for (;;) {
    let hasActed = false;
    for (const login of story.people) {
      const answered = await answerQuestions(clientOf(login), opened.id, story);
      typed.push(...answered.typed);
      hasActed ||= answered.count > 0;
    }
    hasActed = (await decideQueued(clientOf(officer), opened.id, story)) || hasActed;
    const view = await clientOf(officer).getCase({ caseId: opened.id });
    if (view.steps.some(({ id, status }) => id === "payment" && status === "waiting")) {
      for (const login of story.people) hasActed = (await pay(login, opened.id)) > 0 || hasActed;
    }
    const isOver = view.status !== "open" || performance.now() - startedAt > limitMilliseconds;
    if (isOver) return { story, view, timeline: await clientOf(officer).getTimeline({ caseId: opened.id }), typed };
    if (!hasActed) await sleep(pauseMilliseconds);
  }
};

const answerQuestions = async (client: Client, caseId: string, { answers }: Story) => {
  const typed: string[] = [];
  let count = 0;
  const view = await readIfParty(client, caseId);
  const shownAt = performance.now();
  let version = view?.version ?? 0;
  for (const { stepId } of view?.questions ?? []) {
    const given = answers[stepId] ?? {};
    const answered = await unlessChanged(() =>
      client.answerStep({
        caseId,
        stepId,
        version,
        body: { answers: given, activeMilliseconds: Math.round(performance.now() - shownAt) },
      }),
    );
    if (!answered) break;
    version = answered.version;
    typed.push(...Object.keys(given));
    count += 1;
  }
  return { typed, count };
};

/** Only once the records have named them do the others learn that the case exists. */
const readIfParty = async (client: Client, caseId: string): Promise<CaseView | undefined> => {
  try {
    return await client.getCase({ caseId });
  } catch (error) {
    if (error instanceof ApiProblem && error.code === "case-not-found") return undefined;
    throw error;
  }
};

const decideQueued = async (client: Client, caseId: string, { established }: Story): Promise<boolean> => {
  const { cases } = await client.listQueue();
  if (!cases.some(({ id }) => id === caseId)) return false;
  const { steps, version } = await client.getCase({ caseId });
  const step = steps.find(({ waitsFor }) => waitsFor?.id === "officer");
  if (!step) return false;
  const claimed = await unlessChanged(() => client.claimStep({ caseId, stepId: step.id, version }));
  if (!claimed) return false;
  const values = established[step.id];
  const decided = await unlessChanged(() =>
    client.decideStep({
      caseId,
      stepId: step.id,
      version: claimed.version,
      body: { approved: true, reason: "examined / 已审核", ...(values && { values }) },
    }),
  );
  return decided !== undefined;
};

/** Somebody else's answer may come first; then one reads again. */
const unlessChanged = async <Result>(change: () => Promise<Result>): Promise<Result | undefined> => {
  try {
    return await change();
  } catch (error) {
    if (error instanceof ApiProblem && (error.code === "case-changed" || error.code === "step-not-waiting")) return;
    throw error;
  }
};
