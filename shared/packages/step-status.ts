/**
 * The states of a step. A step without a state has not begun.
 * - `started`: an irreversible step's mark, stored before its act
 * - `waiting`: for a person or a late answer
 * - `answered`: the person or the late answer has come; its work is to be done now
 * - `retrying`: its authority was silent and is asked again
 * - `again`: what it found no longer holds; it begins anew once its inputs are in hand
 * - `done`, `refused`, `not-applicable`, `blocked` (it builds on something refused): settled
 */
export type StepStatus =
  | "started"
  | "waiting"
  | "answered"
  | "retrying"
  | "again"
  | "done"
  | "refused"
  | "not-applicable"
  | "blocked";

const settled: ReadonlySet<StepStatus> = new Set<StepStatus>(["done", "refused", "not-applicable", "blocked"]);

/** Whether nothing will change it any more. */
export const isSettled = (state: { readonly status: StepStatus } | undefined): boolean =>
  state !== undefined && settled.has(state.status);
