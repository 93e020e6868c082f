import { answerStep } from "../../shared/actions/answer-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import type { Case } from "../../shared/cases/case.ts";
import { aCaller, type TestWorld } from "../support/test-world.ts";

export const applicant = aCaller();
export const hour = 3_600_000;

/** The applicant opens the case of the package that has one step of each kind. */
export const open = async (world: TestWorld, idempotencyKey = "open-1") =>
  (
    await openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey,
    })
  ).case;

/** The applicant confirms the form with a wish: which steps follow hangs on it. */
export const confirm = (world: TestWorld, { id, version }: Case, wish: string, idempotencyKey = "confirm-1") =>
  answerStep(world, {
    caller: applicant,
    caseId: id,
    stepId: "confirm",
    answers: { wish },
    activeMilliseconds: 40_000,
    expectedVersion: version,
    idempotencyKey,
  });

export const statuses = ({ steps }: Case) =>
  Object.fromEntries(Object.entries(steps).map(([step, { status }]) => [step, status]));
