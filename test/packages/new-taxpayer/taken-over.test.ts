import { describe, expect, test } from "vitest";
import { saveDraft } from "../../../shared/actions/save-draft.ts";
import { takeOverDecision } from "../../../shared/actions/take-over-decision.ts";
import { CaseView } from "../../../shared/api/resources/case.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { callerOf, newcomerTown, type Town } from "./newcomer-town.ts";
import { standingsOf } from "./standings.ts";

const founder = callerOf("founder-zhong");
const officer = callerOf("officer-lin");

const viewFor = (town: Town, current: Case, reader = founder) => {
  const view = viewCase(town.world.packages, current, reader);
  expect(CaseView().parse(view)).toEqual(view);
  return view;
};

const takeOver = (
  town: Town,
  { id }: Case,
  stepId: string,
  results: Readonly<Record<string, unknown>>,
  caller = officer,
) =>
  takeOverDecision(town.world, {
    caller,
    caseId: id,
    stepId,
    reason: "另有合同,应登记为一般纳税人",
    results,
    idempotencyKey: `take-over-${stepId}`,
  });

const generalFromNovember = {
  vatStatus: "general",
  generalStatusGrounds: "choice",
  generalStatusFrom: "2026-11-01",
};

/** The plain company, done, but for its bank's answer where the bank takes its time. */
const plainCompany = async () => {
  const town = newcomerTown();
  const opened = await town.open("plain-company");
  const done = await town.answer(opened, "confirm-form", "founder-zhong");
  expect(done.status).toBe("completed");
  return { town, done };
};

describe("every automatic decision", () => {
  test("names its rule, what it looked at and what it gave", async () => {
    const { town, done } = await plainCompany();
    const { decisions } = viewFor(town, done);
    expect(decisions.map(({ stepId }) => stepId)).toEqual(
      town.world.packages[0]?.steps
        .filter(({ id, decide }) => decide && done.steps[id]?.status === "done")
        .map(({ id }) => id),
    );
    for (const { words, results, stepId } of decisions) {
      expect(words.zh, stepId).toMatch(/^已办结:.{6,}/);
      expect(words.en, stepId).toMatch(/^done: .{10,}/);
      expect(results.length, stepId).toBeGreaterThan(0);
    }
    const vat = decisions.find(({ stepId }) => stepId === "vat-status");
    expect(vat?.inputs.map(({ name }) => name.zh)).toEqual(["主行业", "附行业", "是否已办理税务登记"]);
    expect(vat?.words.zh).toContain("小规模纳税人");
  });

  test("tells officers alone what deciding in its place takes", async () => {
    const { town, done } = await plainCompany();
    expect(viewFor(town, done).decisions.every(({ takeover }) => takeover === undefined)).toBe(true);
    const vat = viewFor(town, done, officer).decisions.find(({ stepId }) => stepId === "vat-status");
    expect(vat?.takeover).toMatchObject({
      type: "object",
      required: ["vatStatus", "generalStatusGrounds", "generalStatusFrom"],
      additionalProperties: false,
    });
  });
});

describe("an officer decides in place of a rule", () => {
  test("what builds on it is done anew, what does not stands, and nothing is done twice", async () => {
    const { town, done } = await plainCompany();
    const before = town.calls.length;
    const taken = await takeOver(town, done, "vat-status", generalFromNovember);
    expect(standingsOf(taken)).toBe("A A A A A A A A - - A - A - -");
    expect(taken.status).toBe("completed");
    expect(taken.facts.vatStatus).toMatchObject({
      value: "general",
      source: { kind: "person", step: "vat-status", role: "officer" },
    });
    const asked = town.calls.slice(before).map(({ operation }) => operation);
    // Taxes by the month, books and limits of a general taxpayer, its registration: anew. The debit agreement, the
    // accounts and the withholding are asked for in the same words as before, so they stand.
    expect(asked.toSorted()).toEqual([
      "core-tax/approve-invoice-limit",
      "core-tax/determine-tax-types",
      "core-tax/file-accounting-system",
      "core-tax/register-general-taxpayer",
    ]);
    expect(taken.steps["tripartite-withholding-agreement"]?.document).toEqual(
      done.steps["tripartite-withholding-agreement"]?.document,
    );
    expect(taken.facts.agreementNumber?.value).toBe(done.facts.agreementNumber?.value);
    expect(town.faults).toEqual([]);
  });

  test("the person reads that an officer did it, and why", async () => {
    const { town, done } = await plainCompany();
    const taken = await takeOver(town, done, "vat-status", generalFromNovember);
    const vat = viewFor(town, taken).decisions.find(({ stepId }) => stepId === "vat-status");
    expect(vat?.words.zh).toBe("已办结:税务人员决定:另有合同,应登记为一般纳税人");
    expect(vat?.takenOverAt).toBe(town.time.now);
  });

  test("it stands while its facts do: taken over once more, the later one counts", async () => {
    const { town, done } = await plainCompany();
    await takeOver(town, done, "vat-status", generalFromNovember);
    const back = await takeOverDecision(town.world, {
      caller: officer,
      caseId: done.id,
      stepId: "vat-status",
      reason: "合同已解除",
      results: { vatStatus: "small-scale", generalStatusGrounds: null, generalStatusFrom: null },
      idempotencyKey: "back",
    });
    expect(back.facts.vatStatus?.value).toBe("small-scale");
    expect(back.facts.generalStatusFrom).toBeUndefined();
    expect(standingsOf(back)).toBe("A A A A A A A - - - A - A - -");
  });

  test("repeated under its key, it is done once", async () => {
    const { town, done } = await plainCompany();
    const taken = await takeOver(town, done, "vat-status", generalFromNovember);
    const calls = town.calls.length;
    expect(await takeOver(town, done, "vat-status", generalFromNovember)).toEqual(taken);
    expect(town.calls).toHaveLength(calls);
  });

  test("says all of it, or nothing is changed", async () => {
    const { town, done } = await plainCompany();
    const half = takeOver(town, done, "vat-status", { vatStatus: "general", generalStatusFrom: "9999-13-01" });
    await expect(half).rejects.toMatchObject({
      code: "answers-invalid",
      data: {
        fields: expect.arrayContaining([
          expect.objectContaining({ path: "/results/generalStatusGrounds" }),
          expect.objectContaining({ path: "/results/generalStatusFrom" }),
        ]),
      },
    });
    expect(await town.read(done)).toEqual(done);
  });

  test("is an officer, and takes over rules alone", async () => {
    const { town, done } = await plainCompany();
    const byFounder = takeOver(town, done, "vat-status", generalFromNovember, founder);
    await expect(byFounder).rejects.toMatchObject({ code: "officer-only" });
    const ofAnAct = takeOver(town, done, "tax-type-determination", { taxTypeNotice: "例税种1" });
    await expect(ofAnAct).rejects.toMatchObject({ code: "step-not-automatic" });
    const notApplied = takeOver(town, done, "simplified-method-rules", {
      simplifiedElection: null,
      simplifiedReview: [],
    });
    await expect(notApplied).rejects.toMatchObject({ code: "step-not-automatic" });
  });

  test("waits while something that builds on it is with a bank", async () => {
    const town = newcomerTown();
    const opened = await town.open("account-name-differs");
    const current = await town.answer(opened, "confirm-form", "founder-ren");
    expect(current.steps["tripartite-withholding-agreement"]).toMatchObject({ status: "waiting", waitsFor: "bank" });
    await expect(takeOver(town, current, "vat-status", generalFromNovember)).rejects.toMatchObject({
      code: "takeover-too-late",
    });
  });
});

describe("a draft", () => {
  const keep = (
    town: Town,
    { id }: Case,
    answers: Readonly<Record<string, unknown>>,
    caller = founder,
    key = "draft",
  ) => saveDraft(town.world, { caller, caseId: id, stepId: "confirm-form", answers, idempotencyKey: key });

  test("is gone on with through another door, by its author alone", async () => {
    const town = newcomerTown();
    const opened = await town.open("plain-company");
    // Half an address, as it was left on the phone.
    const kept = await keep(town, opened, { email: "zhong@" });
    const atTheKiosk = viewFor(town, kept, { ...founder, channel: "kiosk" });
    expect(atTheKiosk.questions).toMatchObject([{ stepId: "confirm-form", draft: { answers: { email: "zhong@" } } }]);
    const accountant = viewFor(town, kept, callerOf("accountant-bei"));
    expect(JSON.stringify(accountant)).not.toContain("zhong@");
    expect(JSON.stringify(viewFor(town, kept, officer))).not.toContain("zhong@");
  });

  test("the last one counts; an empty one is none; given, it is gone", async () => {
    const town = newcomerTown();
    const opened = await town.open("plain-company");
    await keep(town, opened, { email: "a" }, founder, "one");
    const second = await keep(town, opened, { email: "b" }, founder, "two");
    expect(second.drafts).toMatchObject([{ answers: { email: "b" } }]);
    expect((await keep(town, opened, {}, founder, "three")).drafts).toBeUndefined();
    await keep(town, opened, { email: "c" }, founder, "four");
    expect((await town.answer(opened, "confirm-form", "founder-zhong")).drafts).toBeUndefined();
  });

  test("holds what is asked, and no more than a form can hold", async () => {
    const town = newcomerTown();
    const opened = await town.open("plain-company");
    await expect(keep(town, opened, { vatStatus: "general" })).rejects.toMatchObject({ code: "answers-invalid" });
    await expect(keep(town, opened, { email: "x".repeat(8000) })).rejects.toMatchObject({
      code: "answers-invalid",
      data: { fields: [{ path: "/answers", code: "too-long" }] },
    });
    expect(await town.read(opened)).toEqual(opened);
  });

  test("is nobody else's and of no question that is not open", async () => {
    const town = newcomerTown();
    const opened = await town.open("plain-company");
    await expect(keep(town, opened, { email: "a" }, officer)).rejects.toMatchObject({ code: "not-your-step" });
    await town.answer(opened, "confirm-form", "founder-zhong");
    await expect(keep(town, opened, { email: "a" })).rejects.toMatchObject({ code: "case-closed" });
  });
});

describe("what happens next, in words", () => {
  test("the applicant's own turn comes first, with what is needed and until when", async () => {
    const town = newcomerTown();
    const { next } = viewFor(town, await town.open("plain-company"));
    expect(next).toMatchObject([
      {
        stepId: "confirm-form",
        who: { id: "applicant" },
        isReader: true,
        words: { zh: "请您确认:确认套餐申请表", en: "Your turn, please confirm: Confirm the form" },
        needs: [],
        until: "2026-12-23T02:00:00.000Z",
      },
    ]);
    expect(next[0]?.behind.map(({ id }) => id)).toContain("registration-check");
  });

  test("an officer has it: by name, with the day of the promise", async () => {
    const town = newcomerTown();
    const opened = await town.open("brewery");
    const { next } = viewFor(town, await town.answer(opened, "confirm-form", "brewer-mi"), callerOf("brewer-mi"));
    const review = next.find(({ stepId }) => stepId === "tax-type-determination");
    expect(review).toMatchObject({ who: { id: "officer" }, isReader: false });
    expect(review?.words.zh).toContain("等待税务人员");
    expect(review?.words.zh).toContain("期限");
    expect(review?.behind.length).toBeGreaterThan(0);
  });

  test("a closed case has no next; a refused one tells what can be corrected", async () => {
    const { town, done } = await plainCompany();
    expect(viewFor(town, done).next).toEqual([]);
    const opened = await town.open("incomplete-licence");
    await town.answer(opened, "confirm-form", "founder-min");
    const refused = await town.decide(opened, "registration-confirmation", { approved: false });
    expect(viewFor(town, refused, callerOf("founder-min")).next).toMatchObject([
      {
        stepId: "confirm-form",
        words: { zh: "可更正「确认套餐申请表」后重新办理未予办理的事项" },
        behind: [{ id: "registration-confirmation" }],
      },
    ]);
  });
});

test("corrected and handed in again: what was refused is tried again, what was done stays", async () => {
  const town = newcomerTown();
  const opened = await town.open("incomplete-licence");
  await town.answer(opened, "confirm-form", "founder-min");
  const refused = await town.decide(opened, "registration-confirmation", { approved: false });
  expect(refused.status).toBe("refused");
  const calls = town.calls.length;
  const again = await town.answer(refused, "confirm-form", "founder-min", { email: "min@example.com" });
  expect(again).toMatchObject({ status: "open", steps: { "registration-confirmation": { waitsFor: "officer" } } });
  const approved = await town.decide(again, "registration-confirmation", { approved: true });
  expect(standingsOf(approved)).toBe("A A A A A A A - - - A - A - -");
  const repeated = town.calls.slice(calls).filter(({ operation }) => operation === "core-tax/record-agents");
  expect(repeated).toEqual([]);
});
