import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { detailType, events, readEvent } from "../../events/events.ts";
import { actFor } from "../../shared/actions/act-for.ts";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { rateCase } from "../../shared/actions/rate-case.ts";
import { requestStep } from "../../shared/actions/request-step.ts";
import { takeOverDecision } from "../../shared/actions/take-over-decision.ts";
import { withdrawAuthorisation } from "../../shared/actions/withdraw-authorisation.ts";
import { withdrawCase } from "../../shared/actions/withdraw-case.ts";
import type { Case, CaseEvent } from "../../shared/cases/case.ts";
import type { Change } from "../../shared/cases/change.ts";
import { changeCase } from "../../shared/cases/change-case.ts";
import { memoryCaseStore } from "../../shared/cases/memory-case-store.ts";
import { after } from "../../shared/kernel/instant.ts";
import { datedPackage } from "../support/dated-package.ts";
import { testPackage } from "../support/test-package.ts";
import { aCaller, anOfficer, answered, testVault, testWorld } from "../support/test-world.ts";

const folder = new URL("../../events/samples/", import.meta.url);
const sampleNames = readdirSync(folder).filter((name) => name.endsWith(".json"));
const sample = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

test("every event has a sample, and every sample its event", () => {
  expect(sampleNames.sort()).toEqual(
    Object.values(events)
      .map((event) => `${detailType(event)}.json`)
      .sort(),
  );
});

test.each(sampleNames)("%s is as its schema says", (name) => {
  expect(readEvent(sample(name))).toEqual(sample(name));
});

describe("an event holds nothing else", () => {
  const waiting = sample("step-waiting.v1.json");
  test.each([
    ["a further field", { ...waiting, idNumber: "1" }],
    ["a further field of its data", { ...waiting, data: { ...waiting.data, name: "王某" } }],
    ["a name for a role", { ...waiting, data: { ...waiting.data, waitsFor: "王某" } }],
    ["a sentence for a step", { ...waiting, data: { ...waiting.data, step: "confirm your address" } }],
    ["a type that does not exist", { ...waiting, type: "step-forgotten" }],
    ["a type that every object has", { ...waiting, type: "constructor" }],
    ["a version that does not exist", { ...waiting, version: 2 }],
  ])("%s is refused", (_, event) => {
    expect(() => readEvent(event)).toThrow();
  });

  test("a code that is none becomes `other`", () => {
    const refused = sample("step-refused.v1.json");
    const read = readEvent({ ...refused, data: { ...refused.data, code: "ID 99990019900101001X is unknown" } });
    expect(read.data).toMatchObject({ code: "other" });
  });
});

/** A store that keeps what each write told the world. */
const listeningWorld = () => {
  const told: { readonly caseId: string; readonly event: CaseEvent }[] = [];
  const cases = memoryCaseStore(testVault);
  const listen = ({ id, events: fromWrite }: Case) => told.push(...fromWrite.map((event) => ({ caseId: id, event })));
  const world = testWorld({
    packages: [testPackage, datedPackage],
    cases: {
      ...cases,
      create: async (opened) => {
        const outcome = await cases.create(opened);
        if (outcome === "created") listen(opened);
        return outcome;
      },
      replace: async (changed, expectedVersion) => {
        const outcome = await cases.replace(changed, expectedVersion);
        if (outcome === "replaced") listen(changed);
        return outcome;
      },
    },
  });
  return { world, told };
};

/** See `test/functions/publish-changes.test.ts`. */
const toldByBills = ["bill-paid", "refund-requested"];

test("whatever a case tells is as its schema says, and every kind of event is told", async () => {
  const { world, told } = listeningWorld();
  const caller = aCaller();
  const open = async (key: string) =>
    (
      await openCase(world, {
        caller,
        packageId: "test",
        opening: { code: "C-1" },
        consents: { dataSharing: true },
        idempotencyKey: key,
      })
    ).case;
  const confirm = ({ id }: Case, wish: string) =>
    answerStep(world, { caller, caseId: id, stepId: "confirm", answers: { wish }, idempotencyKey: "confirm" });

  const signAcrossMidnight = async () => {
    world.authorities.replies.set("core-tax/people", answered({ applicants: [caller.person, aCaller("two").person] }));
    const opening = { packageId: "dated", opening: { code: "C-1" }, consents: { dataSharing: true } };
    const { case: dated } = await openCase(world, { caller, ...opening, idempotencyKey: "dated" });
    await answerStep(world, { caller, caseId: dated.id, stepId: "sign", answers: {}, idempotencyKey: "sign" });
  };

  const completed = await confirm(await open("completed"), "nothing");
  await takeOverDecision(world, {
    caller: anOfficer(),
    caseId: completed.id,
    stepId: "desk",
    reason: "moved",
    results: { desk: "7" },
    idempotencyKey: "take-over",
  });
  const refused = await confirm(await open("refused"), "quota");
  const decision = { approved: false, reason: "no" };
  await decideStep(world, { caller: anOfficer(), caseId: refused.id, stepId: "quota", decision, idempotencyKey: "no" });
  const marked = await confirm(await open("sent-back"), "quota");
  const sendBack = { approved: false, reason: "which?", sendBack: ["wish"] };
  await decideStep(world, {
    caller: anOfficer(),
    caseId: marked.id,
    stepId: "quota",
    decision: sendBack,
    idempotencyKey: "back",
  });
  const taxTypes = world.authorities.replies.get("core-tax/determine-tax-types");
  world.authorities.replies.set("core-tax/determine-tax-types", () => ({
    kind: "refused",
    code: "no-such-trade",
    reason: { zh: "没有这个行业", en: "no such trade" },
  }));
  const wrong = await confirm(await open("corrected"), "nothing");
  if (taxTypes) world.authorities.replies.set("core-tax/determine-tax-types", taxTypes);
  await answerStep(world, {
    caller,
    caseId: wrong.id,
    stepId: "confirm",
    answers: { wish: "quota" },
    idempotencyKey: "again",
  });
  const unauthorised = await open("unauthorised");
  await withdrawAuthorisation(world, { caller, caseId: unauthorised.id, stepId: "opening", idempotencyKey: "end" });
  const looked = await open("called for");
  await requestStep(world, { caller, caseId: looked.id, stepId: "review", reason: "look", idempotencyKey: "look" });
  const lent = await open("lent");
  const mandate = {
    id: "m-1",
    kind: "delegated" as const,
    from: caller.key,
    to: aCaller("two").key,
    name: "two",
    scopes: ["read", "answer"] as const,
    since: world.clock(),
    until: after(world.clock(), 60_000),
  };
  const change = (...changes: readonly Change[]) => changeCase(world.cases, lent, () => changes);
  await change({ type: "mandate-given", at: world.clock(), mandate });
  const acting = await actFor(world, {
    caller: { ...aCaller("two"), route: "answerStep" },
    caseId: lent.id,
    mandateId: mandate.id,
  });
  const answers = { wish: "debit" };
  await answerStep(world, { caller: acting, caseId: lent.id, stepId: "confirm", answers, idempotencyKey: "for one" });
  const goOn = (current: Case): readonly Change[] => [
    { type: "mandate-ended", at: current.openedAt, id: mandate.id },
    { type: "handed-over", at: current.openedAt, from: "kiosk", to: "mobile" },
  ];
  await changeCase(world.cases, lent, goOn);
  const withdrawn = await open("withdrawn");
  await withdrawCase(world, { caller, caseId: withdrawn.id, idempotencyKey: "back" });
  await rateCase(world, { caller, caseId: withdrawn.id, score: 3, idempotencyKey: "rate" });
  await open("forgotten");
  await signAcrossMidnight();
  world.time.pass(16 * 86_400_000);
  await advanceDueCases(world, {});

  const read = told.map(({ caseId, event }) => readEvent({ ...event, version: 1, caseId }));
  expect([...new Set(read.map(({ type }) => type))].sort()).toEqual(
    Object.keys(events)
      .filter((type) => !toldByBills.includes(type))
      .sort(),
  );
  expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
});
