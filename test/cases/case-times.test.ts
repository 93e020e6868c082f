import { describe, expect, test } from "vitest";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { claimStep, decideStep } from "../../shared/actions/decide-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { caseTimes } from "../../shared/cases/case-times.ts";
import { apply } from "../../shared/cases/transitions.ts";
import { after, type Instant } from "../../shared/kernel/instant.ts";
import { aCaller, anOfficer, testWorld } from "../support/test-world.ts";

const start = "2030-01-31T02:00:00.000Z" as Instant;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const step = (
  readyAfter: number,
  clocks: { active?: number; away?: number; authority?: number; machine?: number },
) => ({
  readyAt: after(start, readyAfter),
  clocks: { active: 0, away: 0, machine: 0, authority: 0, ...clocks },
});

describe("the time in which people were waited for is not handling", () => {
  test.each([
    ["nobody was asked", [step(0, { authority: 90 })], 1000],
    ["one was asked", [step(100, { active: 100, away: 300 })], 600],
    ["two were asked one after the other", [step(100, { active: 100 }), step(500, { away: 200 })], 700],
    ["two were asked at once", [step(100, { active: 400 }), step(100, { away: 400 })], 600],
    ["one began to be asked while another was", [step(100, { active: 400 }), step(300, { active: 400 })], 400],
    ["one was asked within another's time", [step(100, { away: 600 }), step(200, { active: 100 })], 400],
  ])("%s", (_, steps, handling) => {
    expect(caseTimes(steps, start, after(start, 1000))).toMatchObject({ milliseconds: 1000, handling });
  });
});

describe("a case whose step an officer decides", () => {
  const applicant = aCaller();
  const asked = async () => {
    const world = testWorld();
    const { case: opened } = await openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey: "open",
    });
    world.time.pass(10 * minute);
    const answers = { caseId: opened.id, stepId: "confirm", answers: { wish: "quota" } };
    await answerStep(world, { ...answers, caller: applicant, activeMilliseconds: minute, idempotencyKey: "confirm" });
    return { world, about: { caseId: opened.id, stepId: "quota", caller: anOfficer() } };
  };
  const decision = { approved: true, reason: "seen" };

  test("lay in the queue until it was claimed, and was in hand until it was decided", async () => {
    const { world, about } = await asked();
    world.time.pass(3 * hour);
    await claimStep(world, { ...about, idempotencyKey: "claim" });
    world.time.pass(5 * minute);
    const done = await decideStep(world, { ...about, decision, idempotencyKey: "decide" });
    expect(done.steps.quota?.clocks).toEqual({
      active: 0,
      away: 0,
      queue: 3 * hour,
      hands: 5 * minute,
      machine: 0,
      authority: 0,
    });
    expect(done.events.find(({ type }) => type === "case-completed")?.data).toEqual({
      milliseconds: 3 * hour + 15 * minute,
      handling: 3 * hour + 5 * minute,
      clocks: {
        active: minute,
        away: 9 * minute,
        queue: 3 * hour,
        hands: 5 * minute,
        machine: 0,
        authority: 0,
      },
      late: 0,
      withOfficer: true,
    });
  });

  test("decided without being claimed it was in the queue all the time", async () => {
    const { world, about } = await asked();
    world.time.pass(hour);
    const done = await decideStep(world, { ...about, decision, idempotencyKey: "decide" });
    expect(done.steps.quota?.clocks).toMatchObject({ queue: hour, hands: 0 });
  });

  test("what lay beyond the promise of twenty days is told with the step, to the millisecond", async () => {
    const { world, about } = await asked();
    world.time.pass(20 * day + 90 * minute);
    const done = await decideStep(world, { ...about, decision, idempotencyKey: "decide" });
    const told = done.events.find(({ type, data }) => type === "step-completed" && data.step === "quota");
    expect(told?.data).toMatchObject({ late: 90 * minute, authority: "core-tax" });
    const kept = await asked();
    kept.world.time.pass(20 * day);
    const inTime = await decideStep(kept.world, { ...kept.about, decision, idempotencyKey: "decide" });
    expect(inTime.events.find(({ data }) => data.step === "quota")?.data).not.toHaveProperty("late");
  });
});

test("a case that is withdrawn tells which question was open", async () => {
  const world = testWorld();
  const caller = aCaller();
  const { case: opened } = await openCase(world, {
    caller,
    packageId: "test",
    opening: { code: "C-1" },
    consents: { dataSharing: true },
    idempotencyKey: "open",
  });
  const withdrawn = apply(opened, { type: "withdrawn", at: world.time.now });
  expect(withdrawn.events.at(-2)).toMatchObject({ type: "case-withdrawn", data: { waiting: ["confirm"] } });
});
