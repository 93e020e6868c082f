import type { Ask, Step } from "../packages/package.ts";
import type { Case, Party } from "./case.ts";

/** The question that a step puts now: its own, or what people may state while its authority is silent. */
export const questionNow = (step: Step, { steps }: Pick<Case, "steps">): Ask | undefined => {
  const state = steps[step.id];
  if (step.instead && state?.status === "retrying") return step.instead;
  return state?.decision === undefined ? step.asks : undefined;
};

/** Whether a question that is put to some of a role only is put to this one. */
export const isAskedOf = (
  { only }: Ask,
  party: Pick<Party, "parties"> | undefined,
  values: Readonly<Record<string, unknown>>,
): boolean => {
  if (only === undefined) return true;
  const asked = values[only];
  return Array.isArray(asked) && (party?.parties ?? []).some((id) => asked.includes(id));
};
