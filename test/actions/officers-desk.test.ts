import { describe, expect, test } from "vitest";
import { z } from "zod";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { claimStep, decideStep } from "../../shared/actions/decide-step.ts";
import { listQueue } from "../../shared/actions/list-cases.ts";
import { readOutages } from "../../shared/actions/read-outages.ts";
import { AuthoritiesView } from "../../shared/api/resources/authority.ts";
import { QueuedCase } from "../../shared/api/resources/queue.ts";
import { viewAuthorities } from "../../shared/api/views/authorities-view.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import { viewQueued } from "../../shared/api/views/queue-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import { testPackage } from "../support/test-package.ts";
import { anOfficer, silent, type TestWorld, testWorld } from "../support/test-world.ts";
import { applicant, hour, open } from "./told-case.ts";

const officer = anOfficer("lin");
const colleague = anOfficer("he");
const day = 24 * hour;

const toOfficer = async (world: TestWorld): Promise<Case> => {
  const { id } = await open(world);
  const answers = { wish: "quota" };
  return answerStep(world, { caller: applicant, caseId: id, stepId: "confirm", answers, idempotencyKey: "confirm" });
};

const queueOf = async (world: TestWorld, list: "officer" | "overdue", caller = officer) =>
  (await listQueue(world, { caller, limit: 10, list })).cases.map((each) => viewQueued(world.packages, each, caller));

describe("the queue", () => {
  test("says of each case what waits, since when, until when, and whose hands it is in", async () => {
    const world = testWorld();
    const waiting = await toOfficer(world);
    const [free] = await queueOf(world, "officer");
    expect(QueuedCase().parse(free)).toEqual(free);
    expect(free?.waiting).toEqual([
      {
        stepId: "quota",
        name: { zh: "quota", en: "quota" },
        waitsFor: { id: "officer", name: { zh: "税务人员", en: "a tax officer" } },
        since: "2030-01-31T02:00:00.000Z",
        promisedBy: "2030-02-20T02:00:00.000Z",
        isOverdue: false,
        claim: "free",
      },
    ]);
    await claimStep(world, { caller: officer, caseId: waiting.id, stepId: "quota", idempotencyKey: "claim" });
    expect((await queueOf(world, "officer"))[0]?.waiting[0]?.claim).toBe("reader");
    expect((await queueOf(world, "officer", colleague))[0]?.waiting[0]?.claim).toBe("colleague");
  });

  test("a promise that somebody else leaves unkept stands on a list of its own until it is kept", async () => {
    const world = testWorld();
    const { id } = await open(world);
    expect(await queueOf(world, "overdue")).toEqual([]);
    world.time.pass(16 * day);
    await advanceDueCases(world, {});
    const [late] = await queueOf(world, "overdue");
    expect(late?.waiting).toMatchObject([{ stepId: "confirm", waitsFor: { id: "applicant" }, isOverdue: true }]);
    expect(await queueOf(world, "officer")).toEqual([]);
    const answers = { wish: "quota" };
    await answerStep(world, { caller: applicant, caseId: id, stepId: "confirm", answers, idempotencyKey: "confirm" });
    expect(await queueOf(world, "overdue")).toEqual([]);
    expect((await queueOf(world, "officer")).map((each) => each.id)).toEqual([id]);
  });

  test("an officer who was late once is not late with the next promise, and can break that one anew", async () => {
    const unclear = { kind: "waits", for: "officer", because: { zh: "再看一次", en: "look again" } } as const;
    const steps = testPackage.steps.map((step) => (step.id === "quota" ? { ...step, read: () => unclear } : step));
    const world = testWorld({ packages: [{ ...testPackage, steps }] });
    const { id } = await toOfficer(world);
    world.time.pass(21 * day);
    await advanceDueCases(world, {});
    expect((await queueOf(world, "officer"))[0]?.waiting).toMatchObject([{ stepId: "quota", isOverdue: true }]);
    const decision = { approved: true, reason: "as declared" };
    const about = { caller: officer, caseId: id, stepId: "quota", decision, idempotencyKey: "decide" };
    const again = await decideStep(world, about);
    const promisedBy = "2030-03-13T02:00:00.000Z";
    expect((await queueOf(world, "officer"))[0]?.waiting).toMatchObject([{ promisedBy, isOverdue: false }]);
    expect(again).toMatchObject({ due: promisedBy, steps: { quota: { late: day } } });
    world.time.pass(20 * day);
    await advanceDueCases(world, {});
    const [late] = await queueOf(world, "officer");
    expect(late?.waiting).toMatchObject([{ promisedBy, isOverdue: true }]);
    expect((await world.cases.read(id))?.events).toContainEqual(expect.objectContaining({ type: "promise-broken" }));
  });

  test("a person to whom a late officer sends an answer back is late with nothing", async () => {
    const world = testWorld();
    const { id } = await toOfficer(world);
    world.time.pass(21 * day);
    await advanceDueCases(world, {});
    const decision = { approved: false, reason: "which?", sendBack: ["wish"] };
    await decideStep(world, { caller: officer, caseId: id, stepId: "quota", decision, idempotencyKey: "back" });
    expect(await queueOf(world, "officer")).toEqual([]);
    expect(await queueOf(world, "overdue")).toEqual([]);
    expect((await world.cases.read(id))?.steps.quota).toMatchObject({ waitsFor: "applicant", late: day });
  });
});

describe("a step in a colleague's hands", () => {
  const claimed = async (world: TestWorld) => {
    const { id } = await toOfficer(world);
    return claimStep(world, { caller: colleague, caseId: id, stepId: "quota", idempotencyKey: "theirs" });
  };

  test("is left alone without a reason", async () => {
    const world = testWorld();
    const { id } = await claimed(world);
    const claim = claimStep(world, { caller: officer, caseId: id, stepId: "quota", idempotencyKey: "mine" });
    await expect(claim).rejects.toMatchObject({ code: "claimed-by-another" });
  });

  test("is taken over with one: the reason is kept, and the colleague's time is the hands'", async () => {
    const world = testWorld();
    const { id } = await claimed(world);
    world.time.pass(hour);
    const about = { caller: officer, caseId: id, stepId: "quota", idempotencyKey: "mine", outOfHands: "on leave" };
    const taken = await claimStep(world, about);
    expect(taken.steps.quota).toMatchObject({
      claimedBy: officer.key,
      takenFrom: { officer: colleague.key, reason: "on leave" },
      clocks: { hands: hour },
    });
    const [question] = viewCase(world.packages, taken, officer).questions;
    expect(question?.forOfficer).toMatchObject({ claim: "reader", takenFrom: { reason: "on leave" } });
    const decision = { approved: true, reason: "as declared" };
    const decide = (caller = officer) =>
      decideStep(world, { caller, caseId: id, stepId: "quota", decision, idempotencyKey: "decide" });
    await expect(decide(colleague)).rejects.toMatchObject({ code: "claimed-by-another" });
    expect((await decide()).status).toBe("completed");
  });
});

describe("what an officer decides by", () => {
  test("the facts that the step goes by, and the answers that may be sent back", async () => {
    const world = testWorld();
    const waiting = await toOfficer(world);
    const [question] = viewCase(world.packages, waiting, officer).questions;
    expect(question?.forOfficer).toMatchObject({
      claim: "free",
      grounds: [
        { id: "taxes", value: "VAT" },
        { id: "wish", value: "quota" },
      ],
      compared: [],
      sendBackTo: [{ id: "confirm", role: { id: "applicant" }, fields: [{ id: "wish" }] }],
    });
  });

  test("what they may establish with an approval, as a form", async () => {
    const steps = testPackage.steps.map((step) =>
      step.id === "quota" ? { ...step, establishes: z.strictObject({ quota: z.string() }) } : step,
    );
    const world = testWorld({ packages: [{ ...testPackage, steps }] });
    const [question] = viewCase(world.packages, await toOfficer(world), officer).questions;
    expect(question?.forOfficer?.establishes).toMatchObject({
      properties: { quota: { type: "string" } },
      required: ["quota"],
      additionalProperties: false,
    });
  });

  test("is no part of what the applicant sees", async () => {
    const world = testWorld();
    const asking = await open(world);
    expect(viewCase(world.packages, asking, applicant).questions[0]).not.toHaveProperty("forOfficer");
  });
});

describe("authorities", () => {
  test("that answer are silent for nobody", async () => {
    const world = testWorld();
    await toOfficer(world);
    const outages = await readOutages(world, officer);
    expect(outages.isComplete).toBe(true);
    expect(outages.authorities.map(({ id, silence }) => [id, silence])).toEqual([
      ["market-regulation", undefined],
      ["bank", undefined],
      ["core-tax", undefined],
    ]);
  });

  test("that are silent show how many wait, since when, and when they are asked again", async () => {
    const world = testWorld();
    world.authorities.replies.set("core-tax/taxpayer-status", silent);
    await open(world, "one");
    world.time.pass(1000);
    const second = await open(world, "two");
    const outages = await readOutages(world, officer);
    const view = viewAuthorities(world.packages, outages);
    expect(AuthoritiesView().parse(view)).toEqual(view);
    const core = view.authorities.find(({ id }) => id === "core-tax");
    expect(core?.silence).toMatchObject({
      cases: 2,
      since: "2030-01-31T02:00:00.000Z",
      reasons: [{ code: "time-box-exceeded", steps: 2 }],
    });
    expect(core?.silence?.nextAt && core.silence.nextAt <= (second.due ?? "")).toBe(true);
    expect(core?.packages[0]?.steps.map(({ id }) => id)).toContain("status");
  });

  test("of another office are not counted, and a resident is told nothing", async () => {
    const world = testWorld();
    world.authorities.replies.set("core-tax/taxpayer-status", silent);
    await open(world);
    const elsewhere = { ...officer, office: "guilin" };
    expect((await readOutages(world, elsewhere)).authorities.every(({ silence }) => !silence)).toBe(true);
    await expect(readOutages(world, applicant)).rejects.toMatchObject({ code: "officer-only" });
  });
});
