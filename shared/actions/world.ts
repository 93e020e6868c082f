import type { Engine } from "../cases/engine.ts";

/** What actions work with. Built once per process by `functions/wiring/compose.ts`; tests build their own. */
export interface World extends Engine {
  /** The bureau's office whose queue new cases belong to. */
  readonly office: string;
}
