import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { actFor } from "../../shared/actions/act-for.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { assistPerson } from "../../shared/actions/assist-person.ts";
import { handOver, redeemHandover } from "../../shared/actions/handovers.ts";
import { listCases } from "../../shared/actions/list-cases.ts";
import { endDelegation, giveDelegation, listDelegations } from "../../shared/actions/mandates.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { viewMandate } from "../../shared/api/views/case-view.ts";
import { viewDelegations } from "../../shared/api/views/delegation-view.ts";
import { mask } from "../../shared/api/views/mask.ts";
import type { Case } from "../../shared/cases/case.ts";
import { after } from "../../shared/kernel/instant.ts";
import type { Caller } from "../../shared/people/caller.ts";
import type { PolicyRoute, Scope } from "../../shared/people/policy.ts";
import { testPackage } from "../support/test-package.ts";
import { aCaller, anOfficer, type TestWorld, testWorld } from "../support/test-world.ts";

/** The test package, whose applicant signs by confirming. */
const signed = {
  ...testPackage,
  steps: testPackage.steps.map((step) =>
    step.asks && step.id === "confirm" ? { ...step, asks: { ...step.asks, needsStepUp: true } } : step,
  ),
};

const applicant = aCaller();
const agent = aCaller("agent");
const officer: Caller = { ...anOfficer(), roles: ["officer"] };
const minute = 60_000;

let world: TestWorld;
let opened: Case;
beforeEach(async () => {
  world = testWorld({ packages: [signed] });
  opened = (
    await openCase(world, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey: "open",
    })
  ).case;
});

const key = () => randomUUID();
const lend = (scopes: readonly Scope[], milliseconds = 60 * minute, to = agent) =>
  giveDelegation(world, {
    caller: applicant,
    caseId: opened.id,
    delegate: to.person,
    scopes,
    until: after(world.clock(), milliseconds),
    idempotencyKey: key(),
  });
const acting = (caller: Caller, route: PolicyRoute, current: Case, index = 0): Promise<Caller> =>
  actFor(world, { caller: { ...caller, route }, caseId: current.id, mandateId: current.mandates?.[index]?.id ?? "" });
const confirm = (caller: Caller) =>
  answerStep(world, {
    caller,
    caseId: opened.id,
    stepId: "confirm",
    answers: { wish: "nothing" },
    idempotencyKey: key(),
  });
const refusal = (code: string) => expect.objectContaining({ code });

test("a delegate signs for the applicant, and the case says who did it and for whom", async () => {
  const lent = await lend(["answer", "sign"]);
  const done = await confirm(await acting(agent, "answerStep", lent));
  expect(done.steps.confirm).toMatchObject({ status: "done", answeredBy: [applicant.key] });
  expect(done.acts).toEqual([
    expect.objectContaining({ by: agent.key, for: applicant.key, kind: "delegated", verb: "answer", step: "confirm" }),
  ]);
});

test.each<[string, readonly Scope[], PolicyRoute, string]>([
  ["answering without leave to answer", ["read"], "answerStep", "mandate-too-narrow"],
  ["paying without leave to pay", ["read", "answer", "sign"], "payBill", "mandate-too-narrow"],
  ["reading the bills without leave to pay", ["read", "answer", "sign"], "listBills", "mandate-too-narrow"],
  ["taking the case back", ["read", "answer", "sign", "pay"], "withdrawCase", "not-for-another"],
  ["letting others in", ["read", "answer", "sign", "pay"], "giveDelegation", "not-for-another"],
])("%s is refused", async (_, scopes, route, code) => {
  const lent = await lend(scopes);
  await expect(acting(agent, route, lent)).rejects.toEqual(refusal(code));
});

test("whoever acts is told for whom, and whoever let them in, whom; both by masked names", async () => {
  const lent = await lend(["pay"]);
  const seenBy = (caller: Caller) => viewDelegations(lent, lent.mandates ?? [], caller, () => true).delegations[0];
  expect(seenBy(agent)).toMatchObject({ direction: "received", actsFor: mask(applicant.person.name) });
  expect(seenBy(applicant)).toMatchObject({ direction: "given", name: mask(agent.person.name) });
  // What there is to pay, they may see.
  expect((await acting(agent, "listBills", lent)).key).toBe(applicant.key);
});

test("answering is not signing", async () => {
  const lent = await lend(["answer"]);
  await expect(confirm(await acting(agent, "answerStep", lent))).rejects.toEqual(refusal("mandate-too-narrow"));
});

test("a mandate holds until its end, to the moment, and not a moment longer", async () => {
  const lent = await lend(["read"], 10 * minute);
  world.time.pass(10 * minute - 1);
  expect((await acting(agent, "getCase", lent)).key).toBe(applicant.key);
  world.time.pass(1);
  await expect(acting(agent, "getCase", lent)).rejects.toEqual(refusal("mandate-over"));
});

test.each([
  ["whoever gave it", applicant],
  ["whoever has it", agent],
])("%s ends it at once", async (_, caller) => {
  const lent = await lend(["read"]);
  const delegationId = lent.mandates?.[0]?.id ?? "";
  const ended = await endDelegation(world, {
    caller: { ...caller, route: "endDelegation" },
    caseId: opened.id,
    delegationId,
    idempotencyKey: key(),
  });
  expect(ended.mandates?.[0]?.endedAt).toBe(world.clock());
  await expect(acting(agent, "getCase", lent)).rejects.toEqual(refusal("mandate-over"));
});

const listOf = async (caller: Caller) => (await listCases(world, { caller, limit: 10 })).cases.map(({ id }) => id);

test("whoever may act finds the case in their own list, to the moment at which they may not any more", async () => {
  expect(await listOf(agent)).toEqual([]);
  const lent = await lend(["answer"], 10 * minute);
  expect(await listOf(agent)).toEqual([opened.id]);
  expect(viewMandate(lent, agent, world.clock())).toEqual({ mayActUntil: lent.mandates?.[0]?.until });
  expect(viewMandate(lent, applicant, world.clock())).toEqual({});
  world.time.pass(10 * minute);
  expect(await listOf(agent)).toEqual([]);
  expect(viewMandate(lent, agent, world.clock())).toEqual({});
  // Let in again, it is there once, and gone when it is ended; the applicant's list is the same throughout.
  const again = await lend(["read"]);
  expect(await listOf(agent)).toEqual([opened.id]);
  const delegationId = again.mandates?.[1]?.id ?? "";
  const caller: Caller = { ...applicant, route: "endDelegation" };
  await endDelegation(world, { caller, caseId: opened.id, delegationId, idempotencyKey: key() });
  expect(await listOf(agent)).toEqual([]);
  expect(await listOf(applicant)).toEqual([opened.id]);
});

test("the list is found by the index of people: what was lent to others is not even read", async () => {
  await lend(["read"]);
  const read: string[] = [];
  const watching = async (id: string) => {
    read.push(id);
    return world.cases.read(id);
  };
  const watched = { ...world, cases: { ...world.cases, read: watching } };
  expect((await listCases(watched, { caller: aCaller("stranger"), limit: 10 })).cases).toEqual([]);
  expect(read).toEqual([]);
});

test("another's mandate is nobody else's to use", async () => {
  const lent = await lend(["read"]);
  await expect(acting(aCaller("stranger"), "getCase", lent)).rejects.toEqual(refusal("case-not-found"));
});

test.each([
  ["a moment that is past", 0, agent, "/until"],
  ["more than a year", 365 * 24 * 60 * minute + 1, agent, "/until"],
  ["oneself", minute, applicant, "/delegate"],
])("%s is refused by its field", async (_, milliseconds, to, path) => {
  await expect(lend(["read"], milliseconds, to)).rejects.toMatchObject({
    code: "mandate-invalid",
    data: { fields: [{ path }] },
  });
});

test("letting somebody in takes a fresh second factor", async () => {
  const login = { hasSecondFactor: false };
  const weak = {
    caller: { ...applicant, login },
    caseId: opened.id,
    delegate: agent.person,
    scopes: ["read"] as const,
  };
  const until = after(world.clock(), minute);
  await expect(giveDelegation(world, { ...weak, until, idempotencyKey: key() })).rejects.toEqual(
    refusal("step-up-required"),
  );
});

const onKiosk: Caller = { ...applicant, channel: "kiosk" };
const codeFrom = async (caller: Caller) =>
  (await handOver(world, { caller: { ...caller, route: "handOver" }, caseId: opened.id, idempotencyKey: key() })).code;
const redeem = (caller: Caller, code: string, idempotencyKey = key()) =>
  redeemHandover(world, { caller, code, idempotencyKey });

test.each([
  ["from the kiosk to the phone", onKiosk, applicant],
  ["from the phone to the kiosk", applicant, onKiosk],
])("a case goes on %s, and says so", async (_, from, to) => {
  const code = await codeFrom(from);
  expect(code).toMatch(/^[0-9a-z]{8}$/);
  expect(await redeem(to, ` ${code.slice(0, 4)}-${code.slice(4).toUpperCase()}`)).toMatchObject({ caseId: opened.id });
  const found = await world.cases.read(opened.id);
  expect(found?.events).toEqual([
    expect.objectContaining({ type: "case-handed-over", data: { from: from.channel, to: to.channel } }),
  ]);
});

test("a code works once: a replay is refused, the same request repeated is not", async () => {
  const code = await codeFrom(onKiosk);
  const first = key();
  await redeem(applicant, code, first);
  await expect(redeem(applicant, code)).rejects.toEqual(refusal("handover-refused"));
  expect(await redeem(applicant, code, first)).toMatchObject({ caseId: opened.id });
});

test("of many who come at once with one code, one gets through", async () => {
  const code = await codeFrom(onKiosk);
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => redeem(applicant, code)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a code is worth nothing in other hands, unknown, or after five minutes; nothing tells these apart", async () => {
  const code = await codeFrom(onKiosk);
  await expect(redeem(agent, code)).rejects.toEqual(refusal("handover-refused"));
  await expect(redeem(applicant, "00000000")).rejects.toEqual(refusal("handover-refused"));
  world.time.pass(5 * minute);
  await expect(redeem(applicant, code)).rejects.toEqual(refusal("handover-refused"));
});

const assist = (presence: Parameters<typeof assistPerson>[1]["presence"]) =>
  assistPerson(world, {
    caller: { ...officer, route: "assistPerson" },
    caseId: opened.id,
    presence,
    idempotencyKey: key(),
  });

test.each<[string, () => Promise<Parameters<typeof assistPerson>[1]["presence"]>, readonly Scope[]]>([
  ["by their document: staff fill in", async () => ({ kind: "document", ...applicant.person }), ["read", "answer"]],
  [
    "by their code: staff may sign, too",
    async () => ({ kind: "code", code: await codeFrom(applicant) }),
    ["read", "answer", "sign"],
  ],
  [
    "by a code made with one factor: staff fill in",
    async () => ({ kind: "code", code: await codeFrom({ ...applicant, login: { hasSecondFactor: false } }) }),
    ["read", "answer"],
  ],
])("somebody is present %s", async (_, presence, scopes) => {
  const helped = await assist(await presence());
  expect(helped.mandates).toEqual([
    expect.objectContaining({ kind: "assisted", from: applicant.key, to: officer.key, scopes }),
  ]);
});

test("what staff do for somebody present is recorded as such, and ends with the visit", async () => {
  const helped = await assist({ kind: "code", code: await codeFrom(applicant) });
  const done = await confirm(await acting(officer, "answerStep", helped));
  expect(done.acts).toEqual([
    expect.objectContaining({ by: officer.key, for: applicant.key, kind: "assisted", step: "confirm" }),
  ]);
  world.time.pass(30 * minute);
  await expect(acting(officer, "getCase", helped)).rejects.toEqual(refusal("mandate-over"));
  const list = await listDelegations(world, { caller: { ...applicant, route: "listDelegations" }, caseId: opened.id });
  expect(list.mandates).toHaveLength(1);
  expect(list.inForce.size).toBe(0);
});

test.each([
  ["a document of nobody of the case", { kind: "document", idType: "other", idNumber: "test-stranger" }],
  ["a code that nobody made", { kind: "code", code: "00000000" }],
] as const)("%s proves no presence", async (_, presence) => {
  await expect(assist(presence)).rejects.toEqual(refusal("presence-refused"));
});
