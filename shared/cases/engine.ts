import type { CallAuthority } from "../connectors/operation.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Package } from "../packages/package.ts";
import type { AccessLog } from "../people/access-log/access-log.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import type { Case } from "./case.ts";
import type { CaseStore } from "./case-store.ts";
import type { LookUpQuota } from "./look-up-quota.ts";

/** What running a case takes. */
export interface Engine {
  readonly cases: CaseStore;
  readonly packages: readonly Package[];
  readonly call: CallAuthority;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  /** Where every read of a person's data is noted before it happens. */
  readonly access: AccessLog;
  /** How often authorities may be asked in a day. Absent: as often as it takes. */
  readonly quota?: LookUpQuota;
  /** Where late answers reach the API, without a slash at the end. */
  readonly publicUrl: string;
  readonly pace: Pace;
  /** Told of what went wrong inside a step: a fault of ours, not of an authority. */
  readonly onFault?: (fault: { readonly caseId: string; readonly step: string; readonly error: unknown }) => void;
}

/** The engine's times, in milliseconds. */
export interface Pace {
  /** How long a runner is believed to live without a sign: more than a function may run. */
  readonly lease: number;
  /** Before a runner's lease ends it starts nothing new: time for the calls under way and the last write. */
  readonly lastCall: number;
  /** Finished steps wait this long for others before they are written. */
  readonly burst: number;
  /** The first pause after an authority's silence; it doubles up to the longest. */
  readonly retryFirst: number;
  readonly retryLongest: number;
}

/** `service`: a Lambda function lives 29 s behind the API and a call may take 5 s. `laptop`: people watch, hosts are killed. */
export const paces = {
  service: { lease: 35_000, lastCall: 8_000, burst: 400, retryFirst: 15_000, retryLongest: 900_000 },
  laptop: { lease: 8_000, lastCall: 5_500, burst: 400, retryFirst: 1_000, retryLongest: 15_000 },
} as const satisfies Record<string, Pace>;

export type PaceName = keyof typeof paces;

export const paceNames = Object.keys(paces) as [PaceName, ...PaceName[]];

/**
 * The package that a case is pinned to.
 * @throws Error when this deployment no longer carries that version: a broken world, since versions are never removed
 * while cases run under them.
 */
export const packageOf = (
  packages: readonly Package[],
  { packageId, packageVersion }: Pick<Case, "packageId" | "packageVersion">,
): Package => {
  const found = packages.find(({ id, version }) => id === packageId && version === packageVersion);
  if (!found) throw new Error(`package ${packageId} version ${packageVersion} is not installed`);
  return found;
};
