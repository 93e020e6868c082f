import { answerStep } from "../../../shared/actions/answer-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import type { World } from "../../../shared/actions/world.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { aCaller } from "../../support/test-world.ts";

/** Two cases of one applicant: one asks them to confirm, the other waits for an officer. */
export const openedCases = async (world: World): Promise<{ asking: Case; queued: Case }> => {
  const caller = aCaller();
  const open = async (idempotencyKey: string) =>
    (
      await openCase(world, {
        caller,
        packageId: "test",
        opening: { code: "C-1" },
        consents: { dataSharing: true },
        idempotencyKey,
      })
    ).case;
  const asking = await open("the-first-case");
  const { id: caseId } = await open("the-second-case");
  const queued = await answerStep(world, {
    caller,
    caseId,
    stepId: "confirm",
    answers: { wish: "quota" },
    idempotencyKey: "the-answer",
  });
  return { asking, queued };
};
