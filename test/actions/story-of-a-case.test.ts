import { describe, expect, test } from "vitest";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { listCases } from "../../shared/actions/list-cases.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { aCaller, answered, silent, testWorld } from "../support/test-world.ts";
import { applicant, confirm, hour, open, statuses } from "./told-case.ts";

describe("a plain case", () => {
  test("fetches what authorities hold, asks once, does everything else and is completed", async () => {
    const world = testWorld();
    const opened = await open(world);
    expect(statuses(opened)).toEqual({ licence: "done", status: "done", confirm: "waiting" });
    expect(opened.lease).toBeUndefined();

    const done = await confirm(world, opened, "nothing");
    expect(done.status).toBe("completed");
    expect(statuses(done)).toEqual({
      licence: "done",
      status: "done",
      confirm: "done",
      desk: "done",
      "tax-types": "done",
      agreement: "not-applicable",
      quota: "not-applicable",
      declaration: "done",
    });
    expect(done.steps["tax-types"]?.document).toEqual({ number: "T-1", issuedOn: "2030-01-31" });
    expect(done.facts.receipt).toMatchObject({ value: "R-1", source: { kind: "authority", authority: "core-tax" } });
    expect(done.due).toBeUndefined();
    expect(world.faults).toEqual([]);
  });

  test("is listed for its person, the latest first", async () => {
    const world = testWorld();
    const first = await open(world, "open-1");
    world.time.pass(1000);
    const second = await open(world, "open-2");
    const { cases } = await listCases(world, { caller: applicant, limit: 10 });
    expect(cases.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await listCases(world, { caller: aCaller("stranger"), limit: 10 })).cases).toEqual([]);
  });

  test("books the person's time as active and away, and the authority's silence as the authority's", async () => {
    const world = testWorld();
    world.authorities.replies.set("core-tax/determine-tax-types", silent);
    const opened = await open(world);
    world.time.pass(2 * hour);
    const waiting = await confirm(world, opened, "nothing");
    expect(waiting.steps.confirm?.clocks).toEqual({
      active: 40_000,
      away: 2 * hour - 40_000,
      machine: 0,
      authority: 0,
    });
    world.authorities.replies.set("core-tax/determine-tax-types", answered({ taxes: "VAT" }));
    world.time.pass(hour);
    await advanceDueCases(world, {});
    const done = await world.cases.read(opened.id);
    expect(done?.steps["tax-types"]?.clocks).toEqual({ active: 0, away: 0, machine: 0, authority: hour });
  });
});

describe("requests that come twice", () => {
  test("opening again with the same key meets the same case", async () => {
    const world = testWorld();
    const first = await open(world);
    const again = await openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey: "open-1",
    });
    expect(again.outcome).toBe("repeated");
    expect(again.case.id).toBe(first.id);
    expect(world.authorities.calls).toHaveLength(2);
  });

  test("the same key with other content is refused, and nothing is written", async () => {
    const world = testWorld();
    const first = await open(world);
    const other = openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-2" },
      consents: { dataSharing: true },
      idempotencyKey: "open-1",
    });
    await expect(other).rejects.toMatchObject({ code: "idempotency-key-reused" });
    expect(await world.cases.read(first.id)).toEqual(first);
  });

  test("an answer repeated with its old version changes nothing and shows the case as it stands", async () => {
    const world = testWorld();
    const opened = await open(world);
    const done = await confirm(world, opened, "nothing");
    expect(await confirm(world, opened, "nothing")).toEqual(done);
    await expect(confirm(world, opened, "debit")).rejects.toMatchObject({ code: "idempotency-key-reused" });
    await expect(confirm(world, opened, "debit", "confirm-2")).rejects.toMatchObject({ code: "case-closed" });
  });
});

describe("who may", () => {
  test("a stranger is told nothing, not even that the case exists", async () => {
    const world = testWorld();
    const { id } = await open(world);
    const attempt = answerStep(world, {
      caller: aCaller("stranger"),
      caseId: id,
      stepId: "confirm",
      answers: { wish: "x" },
      idempotencyKey: "a",
    });
    await expect(attempt).rejects.toMatchObject({ code: "case-not-found" });
  });

  test("answers are checked by the package's own schemas, and nothing is written", async () => {
    const world = testWorld();
    const opened = await open(world);
    const attempt = answerStep(world, {
      caller: applicant,
      caseId: opened.id,
      stepId: "confirm",
      answers: { wish: 7, other: 1 },
      idempotencyKey: "a",
    });
    await expect(attempt).rejects.toMatchObject({
      code: "answers-invalid",
      data: { fields: [{ path: "/answers/wish" }, { path: "/answers/other" }] },
    });
    expect(await world.cases.read(opened.id)).toEqual(opened);
  });

  test("without consent nothing is opened and no authority is asked", async () => {
    const world = testWorld();
    const attempt = openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: false },
      idempotencyKey: "open-1",
    });
    await expect(attempt).rejects.toMatchObject({ code: "consent-missing" });
    expect(world.authorities.calls).toEqual([]);
  });
});
