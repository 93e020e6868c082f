import type { AuthorityId } from "../../../shared/connectors/authorities.ts";
import { undisturbed } from "./fate.ts";
import { findingsIn } from "./findings.ts";
import { type Aftermath, start, tryOut } from "./laboratory.ts";
import { crowdStories } from "./stories.ts";
import { during, type OutageName } from "./weather.ts";

const minute = 60_000;
const outageFrom = 5 * minute;
const outageTo = 65 * minute;
/** People come from before the outage until after it. */
const comingFor = 75 * minute;

export interface OutageReport {
  readonly cases: number;
  readonly findings: readonly string[];
  /** Questions that nobody is asked when all is well. */
  readonly furtherQuestions: number;
  /** Cases that were open when the authority came back. */
  readonly held: number;
  /** From its return until the last of them is closed. */
  readonly drainMinutes: number;
  /** Calls that reached its door in the hour, and calls that the breaker kept back. */
  readonly knocks: number;
  readonly keptBack: number;
  /** The most calls in any one second: after the return, and on the same day without an outage. */
  readonly peakAfter: number;
  readonly peakUndisturbed: number;
}

export interface Normal {
  readonly left: Aftermath;
  readonly questions: ReadonlySet<string>;
}

const live = async (pairs: number, forecast?: Parameters<typeof tryOut>[0]["forecast"]): Promise<Normal> => {
  const stories = crowdStories(Array.from({ length: pairs }, (_, index) => index + 1));
  const questions = new Set<string>();
  const left = await tryOut({
    stories,
    fate: undisturbed,
    seed: 8,
    hosts: 2,
    pollMilliseconds: minute,
    arrival: (index) => Math.round((index * comingFor) / stories.length),
    onQuestion: (view, stepId) => questions.add(`${view.package.id} ${stepId}`),
    ...(forecast && { forecast }),
  });
  return { left, questions };
};

/** The same people on a day on which every authority answers. */
export const normalDay = (pairs: number): Promise<Normal> => live(pairs);

/** So many newcomers and as many sales, on a day on which one authority is out for an hour. */
export const tryOutage = async (
  authority: AuthorityId,
  outage: OutageName,
  pairs: number,
  normal: Normal,
): Promise<OutageReport> => {
  const startedAt = Date.parse(start);
  const [from, to] = [startedAt + outageFrom, startedAt + outageTo];
  const { left, questions } = await live(pairs, during(authority, outage, from, to));
  const held = left.cases.filter(
    ({ openedAt, closedAt }) => Date.parse(openedAt) < to && Date.parse(closedAt ?? "") > to,
  );
  const lastClosed = Math.max(to, ...held.map(({ closedAt }) => Date.parse(closedAt ?? "")));
  const calls = left.arrivals.filter((arrival) => arrival.authority === authority);
  return {
    cases: left.cases.length,
    findings: await findingsIn(left, normal.left),
    furtherQuestions: [...questions].filter((question) => !normal.questions.has(question)).length,
    held: held.length,
    drainMinutes: Math.round((10 * (lastClosed - to)) / minute) / 10,
    knocks: calls.filter(({ at }) => at >= from && at < to).length,
    keptBack: left.keptBack.get(authority) ?? 0,
    peakAfter: peakOf(calls.filter(({ at }) => at >= to)),
    peakUndisturbed: peakOf(normal.left.arrivals.filter((arrival) => arrival.authority === authority)),
  };
};

const peakOf = (calls: readonly { readonly at: number }[]): number =>
  Math.max(0, ...[...Map.groupBy(calls, ({ at }) => Math.floor(at / 1000)).values()].map(({ length }) => length));
