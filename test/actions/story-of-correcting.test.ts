import { describe, expect, test } from "vitest";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { listQueue } from "../../shared/actions/list-cases.ts";
import { withdrawAuthorisation } from "../../shared/actions/withdraw-authorisation.ts";
import { withdrawCase } from "../../shared/actions/withdraw-case.ts";
import { opening } from "../../shared/cases/authorisations.ts";
import { anOfficer, answered, type TestWorld, testWorld } from "../support/test-world.ts";
import { applicant, confirm, hour, open } from "./told-case.ts";

const refuseTrade = ({ authorities }: TestWorld): void => {
  authorities.replies.set("core-tax/determine-tax-types", () => ({
    kind: "refused",
    code: "no-such-trade",
    reason: { zh: "没有这个行业", en: "no such trade" },
  }));
};

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
    refuseTrade(world);
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
    refuseTrade(world);
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

  test("an irreversible act that was refused did nothing: the case can still be taken back, with the consent, too", async () => {
    const world = testWorld();
    const reason = { zh: "申报期未到", en: "not yet" };
    world.authorities.replies.set("core-tax/file-declaration", () => ({ kind: "refused", code: "not-yet", reason }));
    const caller = applicant;
    const waiting = await confirm(world, await open(world), "quota");
    expect(waiting.steps.declaration?.status).toBe("refused");
    expect((await withdrawCase(world, { caller, caseId: waiting.id, idempotencyKey: "w" })).status).toBe("withdrawn");

    const other = await confirm(world, await open(world, "open-2"), "quota");
    const consent = { caller, caseId: other.id, stepId: opening, idempotencyKey: "w" };
    expect((await withdrawAuthorisation(world, consent)).status).toBe("withdrawn");
  });
});
