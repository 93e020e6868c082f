import { setTimeout as sleep } from "node:timers/promises";
import { crowdLogin, crowdNumbers } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdBuilderCode, crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import type { LocalWorld } from "../../infra/local/world.ts";
import { ApiProblem, createClient } from "../../shared/api/client.ts";

/** A person who comes: opens a case, answers its question. */
export interface Newcomer {
  readonly login: string;
  readonly token: string;
  readonly creditCode: string;
}

export interface Step {
  readonly offered: number;
  readonly answered: number;
  readonly shed: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

export interface Ledger {
  /** Cases that the API has acknowledged: none of them may be lost. */
  readonly opened: Map<string, Newcomer>;
  readonly answered: Set<string>;
}

/** Everybody of the crowd, twice: each founder has a software company and a building company. Tokens are fetched beforehand. */
export const crowdOf = async (world: LocalWorld): Promise<Newcomer[]> => {
  const people = await Promise.all(
    crowdNumbers.map(async (number) => {
      const login = crowdLogin("founder", number);
      const token = await world.token({ login, expiresInSeconds: 3600 });
      return [crowdCreditCode(number), crowdBuilderCode(number)].map((creditCode) => ({ login, token, creditCode }));
    }),
  );
  return [...people.map(([first]) => first), ...people.map(([, second]) => second)].filter(
    (each) => each !== undefined,
  );
};

/** Sends people at a rate that does not wait for anybody's answer, and waits for the last answer at the end. */
export const offer = async (
  world: LocalWorld,
  people: readonly Newcomer[],
  perSecond: number,
  ledger: Ledger,
): Promise<Step> => {
  const latencies: number[] = [];
  const tally = { shed: 0, failed: 0 };
  const startedAt = performance.now();
  const visits: Promise<void>[] = [];
  for (const [index, person] of people.entries()) {
    const at = startedAt + (index * 1000) / perSecond;
    await sleep(Math.max(0, at - performance.now()));
    // Measured from when the person came, not from when the generator got round to it.
    visits.push(visit(world, person, ledger, at, latencies, tally));
  }
  await Promise.all(visits);
  const seconds = (performance.now() - startedAt) / 1000;
  const sorted = latencies.sort((one, other) => one - other);
  const quantile = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return {
    offered: 2 * perSecond,
    answered: latencies.length,
    ...tally,
    perSecond: Math.round((10 * latencies.length) / seconds) / 10,
    ...{ p50: quantile(0.5), p95: quantile(0.95), longest: Math.round(sorted.at(-1) ?? 0) },
  };
};

const visit = async (
  world: LocalWorld,
  person: Newcomer,
  ledger: Ledger,
  cameAt: number,
  latencies: number[],
  tally: { shed: number; failed: number },
): Promise<void> => {
  const client = createClient({ baseUrl: world.apiUrl, token: person.token });
  const timed = async <Answer>(from: number, request: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      const answer = await request();
      latencies.push(performance.now() - from);
      return answer;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === "rate-limited") tally.shed += 1;
      else if (error instanceof ApiProblem && error.code === "case-changed") latencies.push(performance.now() - from);
      else tally.failed += 1;
      return undefined;
    }
  };
  const { creditCode } = person;
  const body = { packageId: "new-taxpayer", opening: { creditCode }, consents: { dataSharing: true } };
  const opened = await timed(cameAt, () => client.openCase({ idempotencyKey: `load-${creditCode}`, body }));
  if (!opened) return;
  ledger.opened.set(opened.id, person);
  const [question] = opened.questions;
  if (!question) return;
  const request = { caseId: opened.id, stepId: question.stepId, version: opened.version, body: { answers: {} } };
  if (await timed(performance.now(), () => client.answerStep(request))) ledger.answered.add(opened.id);
};
