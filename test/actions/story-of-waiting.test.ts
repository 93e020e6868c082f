import { describe, expect, test } from "vitest";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { claimStep, decideStep } from "../../shared/actions/decide-step.ts";
import { listQueue } from "../../shared/actions/list-cases.ts";
import { receiveCallback } from "../../shared/actions/receive-callback.ts";
import type { Case } from "../../shared/cases/case.ts";
import { anOfficer, answered, silent, testWorld } from "../support/test-world.ts";
import { applicant, confirm, hour, open, statuses } from "./told-case.ts";

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
