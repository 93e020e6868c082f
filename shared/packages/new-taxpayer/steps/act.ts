import type { ActAnswer, ReviewReason } from "../../../connectors/core-tax/acts.ts";
import type { FactValues } from "../../condition.ts";
import type { StepReading } from "../../package.ts";
import { need } from "../facts/index.ts";

/** An officer's decision as the engine hands it to a step. */
interface OfficerDecision {
  readonly approved: boolean;
  readonly reason: string;
  readonly by: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** What every act is told: the taxpayer, why it is not for a machine, and what the officer has decided meanwhile. */
export const actFor = <Matter extends object>(
  stepId: string,
  values: FactValues,
  matter: Matter,
  review: readonly ReviewReason[] = [],
) => {
  const decided = values[`officerDecision.${stepId}`] as OfficerDecision | undefined;
  const decision = decided && {
    officer: decided.by,
    reason: decided.reason,
    ...(decided.values && { values: decided.values }),
  };
  return { creditCode: need(values, "creditCode"), ...matter, review, ...(decision && { decision }) };
};

/** Reads an act's answer: done with these facts and the document, or who has it now. */
export const readAct =
  (...gives: readonly string[]) =>
  (given: unknown): StepReading => {
    const answer = given as ActAnswer & Readonly<Record<string, unknown>>;
    switch (answer.status) {
      case "completed": {
        const picked = gives.map((name) => [name, answer[name]] as const);
        return { kind: "done", gives: Object.fromEntries(picked), document: answer.document };
      }
      case "in-review":
        return { kind: "waits", for: "officer", because: sentence(answer.reason) };
      case "awaiting-taxpayer":
        return { kind: "waits", for: "applicant", because: sentence(answer.reason) };
    }
  };

const sentence = ({ zh, en }: ReviewReason) => ({ zh, en });
