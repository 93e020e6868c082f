import { describe, expect, test } from "vitest";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { withdrawCase } from "../../shared/actions/withdraw-case.ts";
import { CaseSummary, CaseView, TimelineView } from "../../shared/api/resources/case.ts";
import { summarizeCase, viewCase } from "../../shared/api/views/case-view.ts";
import { viewTimeline } from "../../shared/api/views/timeline-view.ts";
import type { Case, Party } from "../../shared/cases/case.ts";
import { definePackage } from "../../shared/packages/define-package.ts";
import type { Package } from "../../shared/packages/package.ts";
import type { Scope } from "../../shared/people/policy.ts";
import { testPackage } from "../support/test-package.ts";
import { aCaller, anOfficer, silent, type TestWorld, testWorld } from "../support/test-world.ts";

const applicant = aCaller();
const officer = anOfficer();

const open = async (world: TestWorld): Promise<Case> =>
  (
    await openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey: "open",
    })
  ).case;

const confirm = (world: TestWorld, { id }: Case, wish: string) =>
  answerStep(world, { caller: applicant, caseId: id, stepId: "confirm", answers: { wish }, idempotencyKey: "confirm" });

const statusesOf = ({ steps }: CaseView) => Object.fromEntries(steps.map(({ id, status }) => [id, status]));

describe("a case that asks its applicant", () => {
  test("shows the question with its schema and what is known already", async () => {
    const world = testWorld();
    const view = viewCase(world.packages, await open(world), applicant);
    expect(CaseView().parse(view)).toEqual(view);
    expect(view).toMatchObject({
      status: "open",
      words: { zh: "正在办理,等待applicant", en: "under way, waiting for applicant" },
      roles: [{ id: "applicant" }],
      waitsFor: [{ id: "applicant", steps: ["confirm"] }],
    });
    expect(view.questions).toEqual([
      {
        stepId: "confirm",
        name: { zh: "confirm", en: "confirm" },
        role: { id: "applicant", name: { zh: "applicant", en: "applicant" } },
        schema: expect.objectContaining({ type: "object", required: ["wish"], additionalProperties: false }),
        mayAnswer: true,
        prefilled: [expect.objectContaining({ id: "name", value: "Example Ltd", isMasked: false })],
        promisedBy: "2030-02-15T02:00:00.000Z",
      },
    ]);
    expect(statusesOf(view)).toMatchObject({ licence: "done", confirm: "waiting", "tax-types": "pending" });
  });

  test("asks again what an officer sent back, with the fields marked and the reason", async () => {
    const world = testWorld();
    const { id } = await confirm(world, await open(world), "quota");
    const decision = { approved: false, reason: "which quota?", sendBack: ["wish"] };
    const about = { caller: officer, caseId: id, stepId: "quota", decision, idempotencyKey: "back" };
    const view = viewCase(world.packages, await decideStep(world, about), applicant);
    expect(view.questions).toMatchObject([{ stepId: "confirm", marked: { fields: ["wish"], reason: "which quota?" } }]);
  });

  test("asks nobody else", async () => {
    const world = testWorld();
    const asking = await open(world);
    expect(viewCase(world.packages, asking, officer).questions).toEqual([]);
    expect(summarizeCase(world.packages, asking, officer).asksReader).toBe(false);
    const summary = summarizeCase(world.packages, asking, applicant);
    expect(CaseSummary().parse(summary)).toEqual(summary);
    expect(summary.asksReader).toBe(true);
  });

  test("says to whoever acts for the applicant whether they were given to answer", async () => {
    const world = testWorld();
    const asking = await open(world);
    const mayAnswer = (...scopes: Scope[]) => {
      const actor = { key: aCaller("delegate").key, mandateId: "m-1", kind: "delegated", scopes } as const;
      return viewCase(world.packages, asking, { ...applicant, actor }).questions.map((each) => each.mayAnswer);
    };
    expect(mayAnswer("read")).toEqual([false]);
    expect(mayAnswer("read", "sign", "pay")).toEqual([false]);
    expect(mayAnswer("read", "answer")).toEqual([true]);
  });

  test("waits for an officer in words, and asks the applicant nothing more", async () => {
    const world = testWorld();
    const view = viewCase(world.packages, await confirm(world, await open(world), "quota"), applicant);
    expect(view.questions).toEqual([]);
    expect(view.words.zh).toBe("正在办理,等待税务人员");
    expect(view.steps.find(({ id }) => id === "quota")).toMatchObject({ status: "waiting", isClaimed: false });
  });

  test("a silent authority is named, with the time of the next try", async () => {
    const world = testWorld();
    world.authorities.replies.set("core-tax/taxpayer-status", silent);
    const view = viewCase(world.packages, await open(world), applicant);
    const step = view.steps.find(({ id }) => id === "status");
    expect(step).toMatchObject({ status: "retrying", waitsFor: { id: "core-tax" } });
    expect(step?.words.zh).toMatch(/^等待税务核心征管系统答复,将于 10:00 再次查询$/);
    expect(view.words.en).toBe("under way, waiting for the core tax system");
  });
});

test("a withdrawn case waits for nobody and asks nothing", async () => {
  const world = testWorld();
  const { id } = await open(world);
  const withdrawn = await withdrawCase(world, { caller: applicant, caseId: id, idempotencyKey: "back" });
  const view = viewCase(world.packages, withdrawn, applicant);
  expect(view).toMatchObject({ status: "withdrawn", questions: [], waitsFor: [], words: { zh: "已撤回" } });
  const step = (name: string) => view.steps.find((each) => each.id === name);
  expect(step("confirm")).not.toHaveProperty("waitsFor");
  expect(step("confirm")?.words.zh).toBe("办件已结束,不再办理");
  expect(step("declaration")?.words.en).toBe("the case is closed, nothing more is done");
  expect(step("licence")?.words.zh).toBe("已办结");
});

describe("who sees which fact", () => {
  const ids = (view: CaseView) => view.facts.map(({ id }) => id).sort();

  test("the applicant: what they gave, and what they were shown", async () => {
    const world = testWorld();
    const view = viewCase(world.packages, await confirm(world, await open(world), "debit"), applicant);
    expect(ids(view)).toEqual(["code", "name", "wish"]);
  });

  test("an officer: all, and what is private is masked", async () => {
    const world = testWorld();
    const view = viewCase(world.packages, await confirm(world, await open(world), "debit"), officer);
    expect(ids(view)).toEqual(["account", "agreement", "code", "desk", "name", "receipt", "status", "taxes", "wish"]);
    expect(view.facts.find(({ id }) => id === "account")).toMatchObject({
      value: "0***",
      isMasked: true,
      source: {
        kind: "authority",
        name: { en: "market regulation" },
        reference: "ref-market-regulation/licence-record",
      },
    });
  });

  test("another party: nothing that was not shown to their role", async () => {
    const neighbour = aCaller("neighbour");
    const withNeighbour: Package = definePackage({
      ...testPackage,
      roles: { ...testPackage.roles, neighbour: { name: { zh: "邻居", en: "the neighbour" } } },
      steps: testPackage.steps.map((step) =>
        step.id === "quota" ? { ...step, asks: { role: "neighbour", fields: [], shows: ["taxes"] } } : step,
      ),
    });
    const world = testWorld({ packages: [withNeighbour] });
    const opened = await open(world);
    const parties: Party[] = [...opened.parties, { person: neighbour.key, role: "neighbour" }];
    expect(ids(viewCase(world.packages, { ...opened, parties }, neighbour))).toEqual([]);
    const asked = await confirm(world, opened, "both");
    const view = viewCase(world.packages, { ...asked, parties }, neighbour);
    expect(ids(view)).toEqual(["taxes"]);
    expect(view.questions.map(({ stepId }) => stepId)).toEqual(["quota"]);
  });
});

describe("the timeline", () => {
  test("has four clocks per step, who answered under which number, and papers before and now", async () => {
    const world = testWorld();
    const opened = await open(world);
    world.time.pass(60_000);
    const done = await answerStep(world, {
      caller: applicant,
      caseId: opened.id,
      stepId: "confirm",
      answers: { wish: "nothing" },
      activeMilliseconds: 20_000,
      idempotencyKey: "confirm",
    });
    const timeline = viewTimeline(world.packages, done);
    expect(TimelineView().parse(timeline)).toEqual(timeline);
    expect(timeline).toMatchObject({ status: "completed", elapsedMilliseconds: 60_000 });
    expect(timeline.clocks).toEqual({ active: 20_000, away: 40_000, machine: 0, authority: 0 });
    expect(timeline.steps.find(({ id }) => id === "tax-types")).toMatchObject({
      status: "done",
      authority: { id: "core-tax" },
      reference: "ref-core-tax/determine-tax-types",
      document: { number: "T-1", issuedOn: "2030-01-31" },
    });
    expect(timeline.papers).toMatchObject({ papersBefore: 2, papersNow: 0, formsBefore: 1, formsNow: 1 });
  });

  test("a step that does not apply saved nobody a paper", async () => {
    const packages = [
      definePackage({
        ...testPackage,
        steps: testPackage.steps.map((step) =>
          step.id === "agreement" ? { ...step, replaces: { forms: 1, papers: 7, list: step.name } } : step,
        ),
      }),
    ];
    const world = testWorld({ packages });
    const done = await confirm(world, await open(world), "nothing");
    expect(viewTimeline(packages, done).papers.papersBefore).toBe(2);
    expect(viewCase(packages, done, applicant).papers.papersBefore).toBe(2);
  });
});
