import { workAs } from "../support/crew-worker.ts";
import { fuzzRound } from "./support/round.ts";

export interface FuzzJob {
  readonly seed: number;
  readonly perRoute: number;
}

export interface FuzzResult {
  readonly findings: readonly string[];
  readonly sent: number;
  /** How often each route answered with each status, by `name status`. */
  readonly statuses: ReadonlyMap<string, number>;
}

workAs(async ({ seed, perRoute }: FuzzJob): Promise<FuzzResult> => {
  const statuses = new Map<string, number>();
  return { ...(await fuzzRound(seed, perRoute, statuses)), statuses };
});
