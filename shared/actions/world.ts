import type { CaseStore } from "../cases/case-store.ts";
import type { CallAuthority } from "../connectors/operation.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Package } from "../packages/package.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";

/** What actions work with. Built once per process by `functions/wiring/compose.ts`; tests build their own. */
export interface World {
  readonly cases: CaseStore;
  readonly packages: readonly Package[];
  readonly call: CallAuthority;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  /** The bureau's office whose queue new cases belong to. */
  readonly office: string;
  /** Where late answers reach the API. */
  readonly publicUrl: string;
}
