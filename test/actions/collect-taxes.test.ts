import { afterEach, beforeEach, expect, test } from "vitest";
import { unitNumber } from "../../infra/local/sandbox/population/housing/records.ts";
import { nameAndNumber } from "../../infra/local/sandbox/population/people.ts";
import { billsOfCase, concernsBill } from "../../shared/actions/bills-of-case.ts";
import { settleCase } from "../../shared/actions/settle-case.ts";
import type { Case } from "../../shared/cases/case.ts";
import type { Bill } from "../../shared/payments/bill.ts";
import { checkBill } from "../../shared/payments/check-bill.ts";
import { balance, balancesOf, sumOf } from "../../shared/payments/ledger.ts";
import type { Payments } from "../../shared/payments/payments.ts";
import { openTill } from "../packages/housing-till.ts";
import { startTown, statusOf, type Town } from "../packages/housing-town.ts";

let town: Town;
let payments: Payments;
let payByWechat: (bill: Bill) => Promise<void>;
beforeEach(async () => {
  town = await startTown();
  const till = openTill(town);
  payments = till.payments;
  payByWechat = till.pay;
});
afterEach(() => town.close());

const sellers = ["seller-wei", "seller-qin"] as const;
const buyers = ["buyer-huang", "buyer-liang"] as const;

const declared = async (): Promise<Case> => {
  const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
  await town.answer(ready, "seller-declaration", ...sellers);
  return town.answer(ready, "buyer-declaration", ...buyers);
};

test("what is signed becomes a bill for each payer, itemised by tax; the case waits until the last is paid", async () => {
  const unpaid = await declared();
  const bills = await billsOfCase(town.world, unpaid);
  expect(
    bills.map(({ party, items, status }) => [party, status, items.map(({ tax, amount }) => [tax, amount])]),
  ).toEqual([
    ["buyer-1", "open", [["deed-tax", 440_000]]],
    ["buyer-2", "open", [["deed-tax", 440_000]]],
  ]);
  expect(bills[0]?.dueOn).toBe("2026-12-08");
  const [first, second] = bills;
  if (first === undefined || second === undefined) throw new Error("two bills");

  await payByWechat(first);
  expect(statusOf(await town.read(unpaid), "payment")).toBe("waiting");
  await payByWechat(second);
  const paid = await town.read(unpaid);
  expect([statusOf(paid, "payment"), statusOf(paid, "tax-cleared"), statusOf(paid, "sales-invoice")]).toEqual([
    "done",
    "done",
    "done",
  ]);
  const version = paid.version;
  await settleCase(town.world, first);
  expect((await town.read(unpaid)).version).toBe(version);
});

test("a sale that is cancelled before it is registered gives every bill back, to the fen", async () => {
  const unpaid = await declared();
  for (const bill of await billsOfCase(town.world, unpaid)) await payByWechat(bill);
  await town.arrives(unpaid, "registration", { result: "cancelled", cancelledOn: "2026-11-24" });
  for (const { id } of await billsOfCase(town.world, unpaid)) {
    for (let look = 0; look < 2; look += 1) {
      town.time.pass(600_000);
      await checkBill(payments, id);
    }
  }
  const bills = await billsOfCase(town.world, unpaid);
  expect(bills.map(({ status }) => status)).toEqual(["refunded", "refunded"]);
  for (const { entries } of bills) {
    expect(balance(balancesOf(entries), "wallet/wechat")).toBe(0);
    expect(sumOf(balancesOf(entries))).toBe(0);
  }
  expect((await town.read(unpaid)).status).toBe("completed");
});

test("a bill is shown to its taxpayer and to whoever has taken it over, and to nobody else", async () => {
  const unpaid = await declared();
  const [bill] = await billsOfCase(town.world, unpaid);
  if (bill === undefined) throw new Error("no bill");
  const sees = (current: Case, login: Parameters<Town["callerOf"]>[0]) =>
    concernsBill(current, bill, town.callerOf(login), town.time.now);
  expect(sees(unpaid, "buyer-huang")).toBe(true);
  expect(sees(unpaid, "buyer-liang")).toBe(false);
  expect(sees(unpaid, "seller-wei")).toBe(false);
  expect(sees(unpaid, "officer-lin")).toBe(true);
  const source = { kind: "rule", step: "who-pays" } as const;
  const agreed = { value: { "buyer-1": "seller-1" }, source, at: unpaid.openedAt };
  const takenOver = { ...unpaid, facts: { ...unpaid.facts, payers: agreed } };
  expect(sees(takenOver, "seller-wei")).toBe(true);
  expect(sees(takenOver, "seller-qin")).toBe(false);
  expect(bill.payer).toBe(town.callerOf("buyer-huang").key);
});

/** Two more homes of a buyer's, so that the base rate of 3 % applies: 26,400 yuan instead of 8,800. */
const withTwoHomes = async () => {
  for (const number of [7001, 7002]) {
    const key = unitNumber("450202", number);
    const record = {
      unitNumber: key,
      address: "柳州市城中区例子路",
      division: "450202",
      settlement: "urban",
      use: "housing",
      areaSquareMetres: "80.00",
      titleDate: "2015-01-01",
      owners: [{ ...nameAndNumber("buyer-huang"), share: "1" }],
      acquisition: { mode: "purchase" },
      restrictions: [],
    };
    await town.control.putRecord({ authority: "property-registry", kind: "unit", key, record });
  }
};

test("a correction gives back what was paid too much, by bill and tax, the way it came; nothing is to be paid again", async () => {
  await withTwoHomes();
  const unpaid = await declared();
  for (const bill of await billsOfCase(town.world, unpaid)) await payByWechat(bill);
  const registered = { result: "registered", certificateNumber: "例证-1", registeredOn: "2026-11-25" };
  const done = await town.arrives(unpaid, "registration", registered);
  expect(done.status).toBe("completed");

  await town.request(done, "correction", "buyer-huang", "those homes are another's of the same name");
  await town.decide(done, "correction", {
    approved: true,
    values: {
      correctionFindings: { isFounded: true, findings: { families: { "buyer-1": { otherHomesInQueryArea: 0 } } } },
    },
  });
  const corrected = await town.answer(done, "buyer-declaration", ...buyers);
  expect(corrected.status).toBe("completed");
  expect(corrected.facts.overpaidRefunds?.value).toMatchObject([{ amount: "8800.00" }, { amount: "8800.00" }]);
  const bills = await billsOfCase(town.world, corrected);
  expect(bills.map(({ status, refunds }) => [status, refunds.map(({ reason, amount }) => [reason, amount])])).toEqual([
    ["paid", [["correction", 880_000]]],
    ["paid", [["correction", 880_000]]],
  ]);
});
