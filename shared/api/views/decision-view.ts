import type { Case } from "../../cases/case.ts";
import { awaitedFacts } from "../../packages/define-package.ts";
import { resultsJsonSchema } from "../../packages/form.ts";
import type { Package } from "../../packages/package.ts";
import type { DecisionView } from "../resources/decision.ts";
import { stepInWords } from "./step-words.ts";

/** What rules have decided in a case, with what they looked at; officers also read what deciding in their place takes. */
export const viewDecisions = (definition: Package, current: Case, isOfficer: boolean): DecisionView[] =>
  definition.steps.flatMap((step) => {
    const state = current.steps[step.id];
    if (!step.decide || (state?.status !== "done" && state?.status !== "refused")) return [];
    const present = (names: readonly string[]) =>
      names.flatMap((id) => {
        const label = definition.facts[id]?.label;
        return label && current.facts[id] ? [{ id, name: label }] : [];
      });
    const { status, decision } = state;
    return [
      {
        stepId: step.id,
        name: step.name,
        status,
        words: stepInWords(definition, state, { kind: "settled" }),
        inputs: present(awaitedFacts(step)),
        results: present(step.gives),
        ...(decision?.results && { takenOverAt: decision.at }),
        ...(isOfficer && { takeover: resultsJsonSchema(definition, step) }),
      },
    ];
  });
