import { expect, test } from "vitest";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { definePackage } from "../../shared/packages/define-package.ts";
import { testPackage } from "../support/test-package.ts";
import { aCaller, testWorld } from "../support/test-world.ts";

const caller = aCaller();

/** The next version asks nothing, needs no declaration and determines taxes by the code alone. */
const nextVersion = definePackage({
  ...testPackage,
  version: 2,
  facts: Object.fromEntries(
    Object.entries(testPackage.facts).filter(
      ([fact]) => !["wish", "desk", "agreement", "quota", "receipt"].includes(fact),
    ),
  ),
  steps: testPackage.steps
    .filter(({ id }) => ["licence", "status", "tax-types"].includes(id))
    .map((step) => (step.id === "tax-types" ? { ...step, needs: ["code", "status"] } : step)),
});

const open = async (packages: (typeof testPackage)[], world = testWorld(), idempotencyKey = "open") => {
  const offering = { ...world, packages };
  const opened = await openCase(offering, {
    caller,
    packageId: "test",
    opening: { code: "C-1" },
    consents: { dataSharing: true },
    idempotencyKey,
  });
  return { world, opened: opened.case };
};

test("a case completes under the version it was opened with, after a newer one is installed", async () => {
  const { world, opened } = await open([testPackage]);
  const offering = { ...world, packages: [testPackage, nextVersion] };

  const younger = await open([testPackage, nextVersion], world, "open-younger");
  expect(younger.opened).toMatchObject({ packageVersion: 2, status: "completed" });
  expect(Object.keys(younger.opened.steps)).toEqual(["licence", "status", "tax-types"]);

  const done = await answerStep(offering, {
    caller,
    caseId: opened.id,
    stepId: "confirm",
    answers: { wish: "debit" },
    idempotencyKey: "confirm",
  });
  expect(done).toMatchObject({ packageVersion: 1, status: "completed" });
  expect(done.steps.agreement?.status).toBe("done");
  expect(done.steps.declaration?.status).toBe("done");
});

test("a deployment that dropped a version under which cases run says so, and touches nothing", async () => {
  const { world, opened } = await open([testPackage]);
  const dropped = { ...world, packages: [nextVersion] };
  const attempt = answerStep(dropped, {
    caller,
    caseId: opened.id,
    stepId: "confirm",
    answers: { wish: "debit" },
    idempotencyKey: "confirm",
  });
  await expect(attempt).rejects.toThrow("package test version 1 is not installed");
  expect(await world.cases.read(opened.id)).toEqual(opened);
});
