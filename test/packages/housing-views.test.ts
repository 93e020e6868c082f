import { afterEach, beforeEach, expect, test } from "vitest";
import { contractOf } from "../../infra/local/sandbox/population/housing/street/sale.ts";
import type { Login } from "../../infra/local/sandbox/population/people.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import { startTown, type Town } from "./housing-town.ts";

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.close());

const viewOf = (login: Login, current: Case) => viewCase(town.world.packages, current, town.callerOf(login));

interface Seen {
  readonly lines: readonly { tax: string; amount: string; payers: readonly { id: string; amount: string }[] }[];
  readonly totals: Readonly<Record<string, string>>;
}
const assessmentSeenBy = (login: Login, current: Case) =>
  viewOf(login, current)
    .questions.find(({ stepId }) => stepId.endsWith("-declaration"))
    ?.prefilled.find(({ id }) => id === "assessment")?.value as Seen;

test("each of three siblings reads their own income tax, the buyer reads the deed tax, and nobody the others' part", async () => {
  const siblings = ["sibling-mai", "sibling-mai-2", "sibling-mai-3"] as const;
  const ready = await town.authorised(contractOf(704), siblings, ["buyer-ruan"]);
  const [first, second] = [assessmentSeenBy("sibling-mai", ready), assessmentSeenBy("sibling-mai-2", ready)];
  expect(first.totals).toEqual({ own: "0.00" });
  expect(second.totals).toEqual({ own: "34000.00" });
  expect(JSON.stringify(first)).not.toContain("34000.00");

  const buyer = assessmentSeenBy("buyer-ruan", ready);
  expect(buyer.lines.map(({ tax, amount }) => `${tax} ${amount}`)).toEqual(["stamp-duty 0.00", "deed-tax 6000.00"]);
  expect(buyer.lines.flatMap(({ payers }) => payers.map(({ id }) => id))).toEqual(["buyer-1", "buyer-1"]);
  for (const login of [...siblings, "buyer-ruan"] as const) {
    expect(JSON.stringify(viewOf(login, ready))).not.toMatch(/450299/);
  }
});

test("everybody sees whom the case waits for; what somebody commits to, only they and officers", async () => {
  const waiting = await town.authorised(contractOf(702), ["widow-yan"], ["buyer-kong"]);
  expect(viewOf("buyer-kong", waiting).waitsFor).toMatchObject([{ id: "seller", steps: ["seller-statement"] }]);
  expect(viewOf("buyer-kong", waiting).questions).toEqual([]);
  const sellerStatement = { unregisteredInheritedHomes: 0 };
  const ready = await town.answerWith(waiting, "seller-statement", "widow-yan", { sellerStatement });
  const idsSeenBy = (login: Login) => viewOf(login, ready).facts.map(({ id }) => id);
  expect(idsSeenBy("widow-yan")).toContain("sellerStatement");
  expect(idsSeenBy("buyer-kong")).not.toContain("sellerStatement");
  expect(idsSeenBy("officer-lin")).toContain("sellerStatement");
});

test("a guardian is asked for the child, and signs the child's own form", async () => {
  const ready = await town.authorised(contractOf(705), ["seller-dai"], ["mother-jiao"]);
  const decided = await town.decide(ready, "assessment", {
    approved: true,
    values: { buyersCountAs: { otherHomesInQueryArea: 1 } },
  });
  const seen = assessmentSeenBy("mother-jiao", decided);
  expect(seen.totals).toEqual({ own: "14000.00" });
  const signed = await town.answer(decided, "buyer-declaration", "mother-jiao");
  expect(signed.steps["buyer-declaration"]?.signed).toHaveLength(1);
});

test("while it waits for payment each is told what is theirs to pay, until when; the others only whom it waits for", async () => {
  const people = { sellers: ["seller-mo"], buyers: ["buyer-lu"] } as const;
  const ready = await town.authorised("LZ-CLF-000201", people.sellers, people.buyers);
  await town.answer(ready, "seller-declaration", ...people.sellers);
  const unpaid = await town.answer(ready, "buyer-declaration", ...people.buyers);
  const wordsTo = (login: Login) => viewOf(login, unpaid).steps.find(({ id }) => id === "payment")?.words;

  // 18,349.51 + 642.23 + 275.24 + 183.50 + 1,313.90
  expect(wordsTo("seller-mo")?.zh).toContain("等待您缴款:共20764.38元,期限2026-12-08");
  expect(wordsTo("buyer-lu")?.en).toContain("waiting for you to pay 6116.50 yuan by 2026-12-08");
  expect(JSON.stringify(viewOf("buyer-lu", unpaid))).not.toContain("20764.38");
  expect(JSON.stringify(viewOf("seller-mo", unpaid))).not.toContain("6116.50");
  expect(wordsTo("officer-lin")?.zh).toMatch(/卖方1.*20764\.38.*买方1.*6116\.50/);
  for (const login of ["seller-mo", "buyer-lu", "officer-lin"] as const) {
    const { words, waitsFor, next } = viewOf(login, unpaid);
    expect(words.zh).toBe("正在办理,等待卖方、买方");
    expect(waitsFor.map(({ id }) => id)).toEqual(["seller", "buyer"]);
    expect(next.find(({ stepId }) => stepId === "payment")?.words).toEqual(wordsTo(login));
  }
});

test("who has nothing to pay is told whom it waits for, and whoever pays for another what that comes to", async () => {
  const ready = await town.authorised(contractOf(727), ["seller-qu"], ["buyer-ge"]);
  await town.answer(ready, "seller-declaration", "seller-qu");
  const unpaid = await town.answerWith(ready, "buyer-declaration", "buyer-ge", { buyerPaidBy: "seller-1" });
  const wordsTo = (login: Login) => viewOf(login, unpaid).steps.find(({ id }) => id === "payment")?.words;
  expect(wordsTo("seller-qu")?.en).toContain("pay 4000.00 yuan (what you pay for others included) by 2026-12-08");
  expect(wordsTo("buyer-ge")?.zh).toBe("等待卖方缴款,期限2026-12-08,逾期按日加收滞纳金。您无需操作。");
});
