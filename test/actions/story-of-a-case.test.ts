import { describe, expect, test } from "vitest";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { claimStep, decideStep } from "../../shared/actions/decide-step.ts";
import { listCases, listQueue } from "../../shared/actions/list-cases.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { receiveCallback } from "../../shared/actions/receive-callback.ts";
import { withdrawCase } from "../../shared/actions/withdraw-case.ts";
import type { Case } from "../../shared/cases/case.ts";
import { aCaller, anOfficer, answered, silent, type TestWorld, testWorld } from "../support/test-world.ts";

const applicant = aCaller();
const hour = 3_600_000;

const open = async (world: TestWorld, idempotencyKey = "open-1") =>
  (
    await openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey,
    })
  ).case;

const confirm = (world: TestWorld, { id, version }: Case, wish: string, idempotencyKey = "confirm-1") =>
  answerStep(world, {
    caller: applicant,
    caseId: id,
    stepId: "confirm",
    answers: { wish },
    activeMilliseconds: 40_000,
    expectedVersion: version,
    idempotencyKey,
  });

const statuses = ({ steps }: Case) =>
  Object.fromEntries(Object.entries(steps).map(([step, { status }]) => [step, status]));

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

describe("waiting for others", () => {
  test("a silent authority leaves its step waiting in words; the rest goes on; its return completes the case", async () => {
    const world = testWorld();
    world.authorities.replies.set("core-tax/taxpayer-status", silent);
    const opened = await open(world);
    expect(statuses(opened)).toEqual({ licence: "done", status: "retrying" });
    expect(opened.steps.status).toMatchObject({ waitsFor: "core-tax", code: "time-box-exceeded" });
    expect(opened.steps.status?.because?.zh).toContain("税务核心征管系统");
    expect(opened.due).toBe(opened.steps.status?.nextAt);

    world.time.pass(1000);
    expect(await advanceDueCases(world, {})).toEqual({ advanced: 0 });
    world.authorities.replies.set("core-tax/taxpayer-status", answered({ status: "new" }));
    world.time.pass(15_000);
    expect(await advanceDueCases(world, {})).toEqual({ advanced: 1 });
    expect(statuses((await world.cases.read(opened.id)) as Case)).toMatchObject({ status: "done", confirm: "waiting" });
  });

  test("the bank answers days later; what wants its agreement waits, and its second notice changes nothing", async () => {
    const world = testWorld();
    world.authorities.replies.set("bank/debit-agreement", () => ({ kind: "pending" }));
    const waiting = await confirm(world, await open(world), "debit");
    expect(statuses(waiting)).toMatchObject({ agreement: "waiting" });
    expect(waiting.steps.declaration).toBeUndefined();
    const notice = {
      caseId: waiting.id,
      stepId: "agreement",
      token: world.hash.of("callback", waiting.id, "agreement"),
      answer: { agreement: "A-9" },
    };
    const done = await receiveCallback(world, notice);
    expect(done.status).toBe("completed");
    expect(done.facts.agreement?.value).toBe("A-9");
    expect(await receiveCallback(world, { ...notice, answer: { agreement: "A-10" } })).toEqual(done);
  });

  test("an answer that overtakes our own mark of waiting is kept", async () => {
    const world = testWorld();
    const opened = await open(world);
    world.authorities.replies.set("bank/debit-agreement", () => ({ kind: "pending" }));
    world.authorities.gate = async (operation) => {
      if (operation !== "bank/debit-agreement") return;
      await receiveCallback(world, {
        caseId: opened.id,
        stepId: "agreement",
        token: world.hash.of("callback", opened.id, "agreement"),
        answer: { agreement: "A-0" },
      });
    };
    const done = await confirm(world, opened, "debit");
    expect(done.status).toBe("completed");
    expect(done.facts.agreement?.value).toBe("A-0");
    expect(done.early).toEqual({});
  });

  test("a callback with a wrong token is refused", async () => {
    const world = testWorld();
    const { id } = await open(world);
    const forged = { caseId: id, stepId: "agreement", token: "x", answer: { agreement: "A-1" } };
    await expect(receiveCallback(world, forged)).rejects.toMatchObject({ code: "callback-refused" });
  });

  test("an officer finds the case in the queue, claims it, and decides with a reason", async () => {
    const world = testWorld();
    const waiting = await confirm(world, await open(world), "quota");
    const [officer, colleague] = [anOfficer("first"), anOfficer("second")];
    expect((await listQueue(world, { caller: officer, limit: 10 })).cases.map(({ id }) => id)).toEqual([waiting.id]);
    await expect(listQueue(world, { caller: applicant, limit: 10 })).rejects.toMatchObject({ code: "officer-only" });

    const about = { caseId: waiting.id, stepId: "quota" };
    const claimed = await claimStep(world, { ...about, caller: officer, idempotencyKey: "claim" });
    expect(claimed.steps.quota?.claimedBy).toBe(officer.key);
    const decision = { approved: true, reason: "checked on site" };
    await expect(
      decideStep(world, { ...about, caller: colleague, decision, idempotencyKey: "c" }),
    ).rejects.toMatchObject({ code: "claimed-by-another" });
    const done = await decideStep(world, { ...about, caller: officer, decision, idempotencyKey: "d" });
    expect(done.status).toBe("completed");
    expect(done.facts.quota?.value).toBe("Q-1");
    expect(world.authorities.calls.at(-1)?.key).toBe(`${done.id}:quota:1`);
    expect((await listQueue(world, { caller: officer, limit: 10 })).cases).toEqual([]);
  });

  test("an officer's refusal refuses the step and undoes nothing", async () => {
    const world = testWorld();
    const waiting = await confirm(world, await open(world), "quota");
    const refused = await decideStep(world, {
      caller: anOfficer(),
      caseId: waiting.id,
      stepId: "quota",
      decision: { approved: false, reason: "keeps books" },
      idempotencyKey: "d",
    });
    expect(refused.status).toBe("refused");
    expect(statuses(refused)).toMatchObject({ quota: "refused", declaration: "done", "tax-types": "done" });
    expect(refused.steps.quota?.because?.zh).toContain("keeps books");
  });

  test("a promise that is not kept is marked once, and told to the world", async () => {
    const world = testWorld();
    const waiting = await confirm(world, await open(world), "quota");
    expect(waiting.due).toBe(waiting.steps.quota?.promisedBy);
    world.time.pass(20 * 24 * hour);
    await advanceDueCases(world, {});
    const overdue = await world.cases.read(waiting.id);
    expect(overdue?.steps.quota?.isOverdue).toBe(true);
    expect(overdue?.events).toMatchObject([
      { type: "promise-broken", data: { step: "quota", waitsFor: "officer" } },
      { type: "message-written", data: { kind: "late", step: "quota" } },
    ]);
    expect(await advanceDueCases(world, {})).toEqual({ advanced: 0 });
  });
});

describe("correcting", () => {
  const officer = anOfficer();
  const sendBack = (world: TestWorld, caseId: string) =>
    decideStep(world, {
      caller: officer,
      caseId,
      stepId: "quota",
      decision: { approved: false, reason: "which quota?", sendBack: ["wish"] },
      idempotencyKey: "send-back",
    });

  test("an officer sends back with the fields marked; the corrected answer returns to the officer", async () => {
    const world = testWorld();
    const waiting = await confirm(world, await open(world), "quota");
    const back = await sendBack(world, waiting.id);
    expect(back.status).toBe("open");
    expect(back.steps.confirm).toMatchObject({
      status: "waiting",
      waitsFor: "applicant",
      marked: { fields: ["wish"], reason: "which quota?" },
    });
    expect(back.steps.quota).toMatchObject({ status: "waiting", waitsFor: "applicant" });
    expect((await listQueue(world, { caller: officer, limit: 10 })).cases).toEqual([]);

    const again = await confirm(world, back, "both", "confirm-2");
    expect(again.steps.confirm?.marked).toBeUndefined();
    expect(again.facts.wish?.value).toBe("both");
    expect(again.steps.quota).toMatchObject({ status: "waiting", waitsFor: "officer" });
    const done = await decideStep(world, {
      caller: officer,
      caseId: waiting.id,
      stepId: "quota",
      decision: { approved: true, reason: "clear now" },
      idempotencyKey: "approve",
    });
    expect(done.steps.quota?.status).toBe("done");
    expect(done.steps["tax-types"]).toEqual(waiting.steps["tax-types"]);
  });

  test("only what a person was asked can be sent back", async () => {
    const world = testWorld();
    const waiting = await confirm(world, await open(world), "quota");
    const attempt = decideStep(world, {
      caller: officer,
      caseId: waiting.id,
      stepId: "quota",
      decision: { approved: false, reason: "wrong name", sendBack: ["name"] },
      idempotencyKey: "send-back",
    });
    await expect(attempt).rejects.toMatchObject({ code: "answers-invalid" });
    expect(await world.cases.read(waiting.id)).toEqual(waiting);
  });

  test("a refused case is corrected and resubmitted: what was refused is tried again under a new key", async () => {
    const world = testWorld();
    world.authorities.replies.set("core-tax/determine-tax-types", () => ({
      kind: "refused",
      code: "no-such-trade",
      reason: { zh: "没有这个行业", en: "no such trade" },
    }));
    const refused = await confirm(world, await open(world), "debit");
    expect(refused.status).toBe("refused");
    world.authorities.replies.set("core-tax/determine-tax-types", answered({ taxes: "VAT" }));
    const done = await confirm(world, refused, "nothing", "confirm-2");
    expect(done.status).toBe("completed");
    expect(done.closedAt).toBeDefined();
    expect(world.authorities.calls.map(({ key }) => key)).toContain(`${done.id}:tax-types:1`);
    expect(done.steps.agreement?.status).toBe("not-applicable");
  });
});

describe("what can go no further", () => {
  test("an authority's refusal blocks what builds on it; the rest is done", async () => {
    const world = testWorld();
    world.authorities.replies.set("core-tax/determine-tax-types", () => ({
      kind: "refused",
      code: "no-such-trade",
      reason: { zh: "没有这个行业", en: "no such trade" },
    }));
    const refused = await confirm(world, await open(world), "debit");
    expect(refused.status).toBe("refused");
    expect(refused.steps["tax-types"]).toMatchObject({ status: "refused", code: "no-such-trade" });
    expect(refused.steps.agreement).toMatchObject({ status: "blocked", blockedBy: "tax-types" });
  });

  test("a fault of ours is not an authority's answer: the case stays whole and is tried again", async () => {
    const world = testWorld();
    world.authorities.replies.set("core-tax/determine-tax-types", () => {
      throw new Error("a bug");
    });
    const opened = await open(world);
    const waiting = await confirm(world, opened, "nothing");
    expect(waiting.steps["tax-types"]).toMatchObject({ status: "retrying", code: "step-failed", waitsFor: "system" });
    expect(world.faults).toHaveLength(1);
    world.authorities.replies.set("core-tax/determine-tax-types", answered({ taxes: "VAT" }));
    world.time.pass(hour);
    await advanceDueCases(world, {});
    expect((await world.cases.read(opened.id))?.status).toBe("completed");
  });

  test("a withdrawn case starts nothing more; after an irreversible act it cannot be withdrawn", async () => {
    const world = testWorld();
    const opened = await open(world);
    const withdrawn = await withdrawCase(world, { caller: applicant, caseId: opened.id, idempotencyKey: "w" });
    expect(withdrawn.status).toBe("withdrawn");
    await expect(confirm(world, withdrawn, "nothing")).rejects.toMatchObject({ code: "case-closed" });

    const other = await confirm(world, await open(world, "open-2"), "quota");
    const tooLate = withdrawCase(world, { caller: applicant, caseId: other.id, idempotencyKey: "w" });
    await expect(tooLate).rejects.toMatchObject({ code: "withdrawal-too-late" });
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
