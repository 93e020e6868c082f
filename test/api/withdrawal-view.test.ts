import { expect, test } from "vitest";
import { withdrawCase } from "../../shared/actions/withdraw-case.ts";
import { CaseView } from "../../shared/api/resources/case.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { applicant, confirm, open } from "../actions/told-case.ts";
import { aCaller, anOfficer, type TestWorld, testWorld } from "../support/test-world.ts";

const delegate: Caller = {
  ...applicant,
  actor: {
    key: aCaller("delegate").key,
    mandateId: "m-1",
    kind: "delegated",
    scopes: ["read", "answer", "sign", "pay"],
  },
};

const seen = ({ packages }: TestWorld, current: Case, caller: Caller): CaseView => {
  const view = viewCase(packages, current, caller);
  expect(CaseView().parse(view)).toEqual(view);
  return view;
};

const takeBack = (world: TestWorld, { id: caseId }: Case, caller: Caller = applicant, reason?: string) =>
  withdrawCase(world, { caller, caseId, idempotencyKey: "back", ...(reason !== undefined && { reason }) });

test("whoever opened a case is told that they can take it back and what it means; what is offered can be done", async () => {
  const world = testWorld();
  const opened = await open(world);
  const { withdrawal } = seen(world, opened, applicant);
  expect(withdrawal?.isPossible).toBe(true);
  expect(withdrawal?.words.zh).toContain("「declaration」一旦开始,就不能撤回");
  expect(await takeBack(world, opened)).toMatchObject({ status: "withdrawn" });
});

test("once something irreversible has begun they are told what, and are refused", async () => {
  const world = testWorld();
  const begun = await confirm(world, await open(world), "quota");
  expect(begun.status).toBe("open");
  expect(seen(world, begun, applicant).withdrawal).toEqual({
    isPossible: false,
    words: {
      zh: "「declaration」已经开始且不可撤销,办件不能再撤回。如需更正,请联系税务机关。",
      en: '"declaration" has begun and cannot be undone: the case can no longer be taken back. Ask the tax office if something must be put right.',
    },
  });
  await expect(takeBack(world, begun)).rejects.toMatchObject({
    code: "withdrawal-too-late",
    data: { stepId: "declaration" },
  });
});

test.each([
  ["an officer of its office", anOfficer()],
  ["whoever acts for the opener, whatever they were given", delegate],
])("%s is offered nothing of it, and refused", async (_, caller) => {
  const world = testWorld();
  const opened = await open(world);
  expect(seen(world, opened, caller)).not.toHaveProperty("withdrawal");
  await expect(takeBack(world, opened, caller)).rejects.toMatchObject({ code: "not-your-case" });
});

test("another party of the case is offered nothing of it", async () => {
  const world = testWorld();
  const other = aCaller("other");
  const opened = await open(world);
  const together = { ...opened, parties: [...opened.parties, { person: other.key, role: "applicant" }] };
  expect(seen(world, together, other)).not.toHaveProperty("withdrawal");
});

test("whoever acts for another asks for no step and rates nothing, as neither is theirs to do", async () => {
  const world = testWorld();
  const opened = await open(world);
  expect(seen(world, opened, applicant).mayRequest).toHaveLength(1);
  expect(seen(world, opened, delegate).mayRequest).toEqual([]);
  const over = await takeBack(world, opened);
  expect(seen(world, over, applicant).satisfaction).toEqual({ isAsked: true });
  expect(seen(world, over, delegate)).not.toHaveProperty("satisfaction");
});

test("a case that was taken back says so to its people and officers: in which role, and why", async () => {
  const world = testWorld();
  const over = await takeBack(world, await open(world), applicant, "sold to somebody else");
  const withdrawn = {
    by: { id: "applicant", name: { zh: "applicant", en: "applicant" } },
    reason: "sold to somebody else",
  };
  expect(seen(world, over, anOfficer())).toMatchObject({ withdrawn });
  expect(seen(world, over, applicant)).toMatchObject({ withdrawn });
  expect(seen(world, over, applicant)).not.toHaveProperty("withdrawal");
});

test("who gave no reason is shown without one; who was never a party is the applicant", async () => {
  const world = testWorld();
  const over = await takeBack(world, await open(world));
  expect(seen(world, { ...over, parties: [] }, anOfficer()).withdrawn).toEqual({
    by: { id: "opener", name: { zh: "申请人", en: "the applicant" } },
  });
});
