import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nameAndNumber } from "../../infra/local/sandbox/population/people.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import type { CallAuthority, Outcome } from "../../shared/connectors/operation.ts";
import { operationId } from "../../shared/connectors/operation.ts";
import { startTown, type Town } from "../packages/housing-town.ts";

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.close());

const sellers = ["seller-wei", "seller-qin"] as const;
const buyers = ["buyer-huang", "buyer-liang"] as const;

/** What the parties and an officer are told of a step, both languages. */
const wordsFor = (current: Case, step: string) => {
  const seen = viewCase(town.world.packages, current, town.callerOf("seller-wei"));
  const { words } = seen.steps.find(({ id }) => id === step) ?? { words: { zh: "", en: "" } };
  expect(words.zh).toMatch(/\p{Script=Han}{4,}/u);
  return words;
};

/** The authorities answer this instead, to one operation. */
const instead = (id: string, outcome: (given: unknown) => Omit<Outcome, "stamp">) => {
  const call = town.world.call as CallAuthority;
  Object.assign(town.world, {
    call: (async (operation, request, options) => {
      if (operationId(operation) !== id) return call(operation, request, options);
      const stamp = { authority: operation.authority, reference: "R-1", attempts: 1, milliseconds: 1 };
      return { ...outcome(request), stamp };
    }) as CallAuthority,
  });
};

describe("six ways in which a look-up is no plain answer", () => {
  test("conflict: two answers stand side by side before an officer, and nobody guesses", async () => {
    await town.control.fault({ authority: "civil-affairs", mode: "contradicting", times: 1 });
    const waiting = await town.authorised("LZ-CLF-000101", sellers, buyers);
    expect(waiting.steps["family-check"]).toMatchObject({ status: "waiting", waitsFor: "officer" });
    expect(wordsFor(waiting, "family-check").en).toContain("contradicts");
    const records = waiting.facts.sellerMarriages?.value as readonly { readonly state: string }[];
    const others = waiting.facts.buyerMarriages?.value as readonly { readonly state: string }[];
    // Both answers as they were given, one of them denying the other.
    expect([...records, ...others].filter(({ state }) => state === "married").length).toBeGreaterThan(0);
    expect(new Set([...records, ...others].map(({ state }) => state)).size).toBeGreaterThan(1);
    expect(waiting.steps.assessment).toBeUndefined();
  });

  test("silent: a named wait, asked again by itself, with a way out for the person", async () => {
    await town.control.fault({ authority: "civil-affairs", mode: "silent" });
    const waiting = await town.authorised("LZ-CLF-000101", sellers, buyers);
    expect(waiting.steps["seller-marriage"]).toMatchObject({ status: "retrying", code: "time-box-exceeded" });
    expect(wordsFor(waiting, "seller-marriage").zh).toContain("民政");
    const asked = viewCase(town.world.packages, waiting, town.callerOf("seller-wei"));
    expect(asked.questions.map(({ stepId }) => stepId)).toContain("seller-marriage");
    await town.control.heal();
    await town.sweepLater(3_600_000);
    const later = await town.read(waiting);
    expect(later.steps["seller-marriage"]?.status).toBe("done");
  });

  test("not found: a contract that nobody knows is told so, and is neither silence nor none", async () => {
    const refused = await town.open("seller-wei", "LZ-CLF-999999");
    expect(refused.steps.contract).toMatchObject({ status: "refused", code: "record-not-found" });
    expect(wordsFor(refused, "contract").en.length).toBeGreaterThan(20);
  });

  test("none is an answer of its own: a home from before the collection records has no earlier deed tax", async () => {
    instead("core-tax/earlier-deed-tax", () => ({ kind: "not-found" }));
    const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
    expect(ready.steps["earlier-deed-tax"]?.status).toBe("done");
    expect(ready.facts.earlierDeedTax?.value).toEqual({ state: "none" });
  });

  const tampered = async (current: Case, fact: string, value: unknown): Promise<void> => {
    const found = current.facts[fact];
    if (!found) throw new Error(`no ${fact}`);
    const facts = { ...current.facts, [fact]: { ...found, value } };
    await town.world.cases.replace({ ...current, facts, version: current.version + 1 }, current.version);
  };

  test("stale seal, altered: the record is no longer used, and is looked up anew", async () => {
    const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
    await tampered(ready, "unit", { ...(ready.facts.unit?.value as object), areaSquareMetres: "30.00" });
    const before = (await town.control.queries()).length;
    await town.answer(ready, "seller-declaration", ...sellers);
    await town.answer(ready, "buyer-declaration", ...buyers);
    const after = await town.read(ready);
    const asked = (await town.control.queries()).slice(before).map(({ operation }: { operation: string }) => operation);
    expect(asked).toContain("unit");
    expect(after.facts.unit?.value).toMatchObject({ areaSquareMetres: expect.not.stringMatching(/^30\.00$/) });
    // And the parties are told.
    const told = (after.messages ?? []).flatMap(({ because }) => (because ? [because.en] : []));
    expect(told).toContainEqual(expect.stringContaining("is not the one that was looked up"));
  });

  test("stale seal, expired: what was looked up two months ago is looked up again before it is built on", async () => {
    const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
    town.time.pass(61 * 86_400_000);
    const first = ready.facts.unit?.at ?? "";
    await town.sweepLater(1000);
    const later = await town.read(ready);
    expect((later.facts.unit?.at ?? "") > first).toBe(true);
  });

  test("wrong person's record: no half answer; an officer is told, and nothing of the other person is kept", async () => {
    const stranger = nameAndNumber("officer-lin");
    instead("civil-affairs/marriages", () => ({
      kind: "answered",
      answer: { records: [{ idType: stranger.idType, idNumber: stranger.idNumber, state: "never-registered" }] },
    }));
    const waiting = await town.authorised("LZ-CLF-000101", sellers, buyers);
    expect(waiting.steps["seller-marriage"]).toMatchObject({ status: "waiting", waitsFor: "officer" });
    expect(wordsFor(waiting, "seller-marriage").en).toContain("not about what was asked");
    expect(JSON.stringify(waiting)).not.toContain(stranger.idNumber);
  });
});
