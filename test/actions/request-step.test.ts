import { expect, test } from "vitest";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { requestStep } from "../../shared/actions/request-step.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { aCaller, anOfficer, type TestWorld, testWorld } from "../support/test-world.ts";
import { applicant, open } from "./told-case.ts";

let requests = 0;
const request = (world: TestWorld, { id }: Case, caller: Caller = applicant, stepId = "review") => {
  requests += 1;
  return requestStep(world, {
    caller,
    caseId: id,
    stepId,
    reason: "look again",
    idempotencyKey: `request-${requests}`,
  });
};
const decide = (world: TestWorld, { id }: Case) => {
  requests += 1;
  const decision = { approved: true, reason: "seen" };
  return decideStep(world, {
    caller: anOfficer(),
    caseId: id,
    stepId: "review",
    decision,
    idempotencyKey: `d-${requests}`,
  });
};

test("a step on request is no part of the case until somebody asks for it; it can be asked for again", async () => {
  const world = testWorld();
  const opened = await open(world);
  expect(opened.steps.review).toBeUndefined();
  expect(viewCase(world.packages, opened, applicant).mayRequest.map(({ id }) => id)).toEqual(["review"]);

  const asked = await request(world, opened);
  expect(asked.steps.review).toMatchObject({ status: "waiting", waitsFor: "officer", promisedBy: expect.any(String) });
  expect(asked.steps.review?.because?.en).toContain("look again");
  expect(viewCase(world.packages, asked, applicant).mayRequest).toEqual([]);
  await expect(request(world, opened)).rejects.toThrow("step-not-requestable");

  const seen = await decide(world, opened);
  expect(seen.steps.review?.status).toBe("done");
  expect((await request(world, opened)).steps.review).toMatchObject({ status: "waiting" });
});

test("a case that nobody asks anything of is completed without it; too late is too late", async () => {
  const world = testWorld();
  const { id } = await open(world);
  const answers = { wish: "nothing" };
  const done = await answerStep(world, {
    caller: applicant,
    caseId: id,
    stepId: "confirm",
    answers,
    idempotencyKey: "c",
  });
  expect(done.status).toBe("completed");
  expect(done.steps.review).toBeUndefined();
  await expect(request(world, done)).rejects.toThrow("step-not-requestable");
});

test("officers, and steps of the plan, are not for the asking", async () => {
  const world = testWorld();
  const opened = await open(world);
  await expect(request(world, opened, anOfficer())).rejects.toThrow("not-your-step");
  await expect(request(world, opened, applicant, "quota")).rejects.toThrow("step-not-requestable");
  await expect(request(world, opened, aCaller("stranger"))).rejects.toThrow("case-not-found");
});
