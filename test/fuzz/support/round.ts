import fc from "fast-check";
import { type RouteName, routes } from "../../../shared/api/routes.ts";
import { FuzzedWorld } from "./fuzzed-world.ts";
import { requestsOf } from "./requests.ts";

export interface Round {
  readonly findings: readonly string[];
  readonly sent: number;
}

const names = Object.keys(routes) as RouteName[];

/** One fresh world and so many requests to each of its routes, all of it from the seed. */
export const fuzzRound = async (seed: number, perRoute: number, statuses: Map<string, number>): Promise<Round> => {
  const world = new FuzzedWorld(seed);
  const known = await world.populate();
  const requests = fc
    .sample(fc.tuple(...names.map((name) => requestsOf(name, known))), { seed, numRuns: perRoute })
    .flat();
  const findings = [...(await world.send(requests, statuses)), ...(await world.brokenCases())];
  return { findings, sent: requests.length };
};
