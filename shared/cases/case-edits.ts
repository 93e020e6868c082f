import type { Case, CaseEvent, StepState } from "./case.ts";
import { eventId } from "./packing/events.ts";

export const withStep = (current: Case, step: string, state: StepState): Case => ({
  ...current,
  steps: { ...current.steps, [step]: state },
});

/** Events of the write under way; their ids are final, because a write that loses is made anew over the new version. */
export const withEvent = (current: Case, type: string, at: CaseEvent["at"], data: CaseEvent["data"]): Case => ({
  ...current,
  events: [
    ...current.events,
    { id: eventId({ id: current.id, version: current.version + 1 }, current.events.length), type, at, data },
  ],
});
