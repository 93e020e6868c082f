import type { Case } from "../cases/case.ts";
import { packageOf } from "../cases/engine.ts";
import { dueShards } from "../cases/table.ts";
import { type AuthorityId, authorityIds } from "../connectors/authorities.ts";
import { after, earliest, type Instant } from "../kernel/instant.ts";
import type { Package } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import { demandOfficer } from "./decide-step.ts";
import type { World } from "./world.ts";

/** Where one authority stands, as the people who wait for it see it. */
export interface AuthorityState {
  readonly id: AuthorityId;
  /** The packages' steps that ask it. */
  readonly asks: readonly { readonly packageId: string; readonly stepId: string }[];
  /** Present while cases of the office wait for its answer. */
  readonly silence?: {
    readonly cases: number;
    /** Since when the first of them has waited. */
    readonly since: Instant;
    /** When it is asked again first. */
    readonly nextAt?: Instant;
    /** How its silence looks: `time-box-exceeded`, `breaker-open` and the like, the most frequent first. */
    readonly reasons: readonly { readonly code: string; readonly steps: number }[];
  };
}

export interface Outages {
  readonly at: Instant;
  readonly authorities: readonly AuthorityState[];
  /** False when more cases wait than were looked at: the numbers are then at least so large. */
  readonly isComplete: boolean;
}

/** Silent authorities are asked again within the quarter of an hour; what is due later waits for something else. */
const lookAheadMilliseconds = 900_000;

/** Cases read from one shard of the due index: enough to show an outage, few enough to be read while one looks. */
const perShard = 12;

/**
 * Which authorities do not answer, told from the cases that wait for them and not from a breaker, which lives in one
 * process and knows only its own calls. No scan: the cases that will ask again soon stand at the head of the due index.
 * @throws Refusal `officer-only`
 */
export const readOutages = async (
  { cases, packages, clock }: Pick<World, "cases" | "packages" | "clock">,
  caller: Caller,
): Promise<Outages> => {
  demandOfficer(caller);
  const at = clock();
  const until = after(at, lookAheadMilliseconds);
  const shards = await Promise.all(
    Array.from({ length: dueShards }, (_, shard) => cases.listDue(shard, until, perShard)),
  );
  const found = await Promise.all(shards.flat().map((caseId) => cases.read(caseId)));
  const waiting = found.flatMap((each) => (each && each.office === caller.office ? silencesIn(packages, each) : []));
  return {
    at,
    authorities: authorityIds.flatMap((id) => stateOf(id, packages, waiting)),
    isComplete: shards.every(({ length }) => length < perShard),
  };
};

interface Silent {
  readonly caseId: string;
  readonly authority: AuthorityId;
  readonly since: Instant;
  readonly nextAt?: Instant;
  readonly code: string;
}

const silencesIn = (packages: readonly Package[], current: Case): Silent[] => {
  if (current.status !== "open") return [];
  return packageOf(packages, current).steps.flatMap(({ id, performs }) => {
    const state = current.steps[id];
    if (state?.status !== "retrying" || !performs || state.waitsFor !== performs.authority) return [];
    const { readyAt: since, nextAt, code = "" } = state;
    return [{ caseId: current.id, authority: performs.authority, since, code, ...(nextAt && { nextAt }) }];
  });
};

const stateOf = (id: AuthorityId, packages: readonly Package[], waiting: readonly Silent[]): AuthorityState[] => {
  const asks = packages.flatMap((definition) =>
    definition.steps.flatMap(({ id: stepId, performs }) =>
      performs?.authority === id ? [{ packageId: definition.id, stepId }] : [],
    ),
  );
  const own = waiting.filter(({ authority }) => authority === id);
  if (asks.length === 0) return [];
  const since = earliest(own.map((each) => each.since));
  if (since === undefined) return [{ id, asks }];
  const nextAt = earliest(own.map((each) => each.nextAt));
  const counts = new Map<string, number>();
  for (const { code } of own) counts.set(code, (counts.get(code) ?? 0) + 1);
  const reasons = [...counts].map(([code, steps]) => ({ code, steps })).sort((one, other) => other.steps - one.steps);
  const cases = new Set(own.map(({ caseId }) => caseId)).size;
  return [{ id, asks, silence: { cases, since, ...(nextAt && { nextAt }), reasons } }];
};
