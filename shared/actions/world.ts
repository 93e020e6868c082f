import type { Engine } from "../cases/engine.ts";
import type { Rule } from "../people/access-log/unusual.ts";

/** What actions work with. Built once per process by `functions/wiring/compose.ts`; tests build their own. */
export interface World extends Engine {
  /** The bureau's office whose queue new cases belong to. */
  readonly office: string;
  /** Told when an official's read breaks a rule; see `shared/people/access-log/unusual.ts`. */
  readonly onUnusual?: (read: { readonly rule: Rule; readonly office: string; readonly caseId: string }) => void;
}
