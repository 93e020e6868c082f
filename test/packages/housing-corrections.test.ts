import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unitNumber } from "../../infra/local/sandbox/population/housing/records.ts";
import { nameAndNumber } from "../../infra/local/sandbox/population/people.ts";
import { billsOfCase } from "../../shared/actions/bills-of-case.ts";
import type { Case } from "../../shared/cases/case.ts";
import { factOf, paymentsIn, startTown, statusOf, type Town } from "./housing-town.ts";

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.close());

const sellers = ["seller-wei", "seller-qin"] as const;
const buyers = ["buyer-huang", "buyer-liang"] as const;
const contract = "LZ-CLF-000101";

const filed = async (): Promise<Case> => {
  const ready = await town.authorised(contract, sellers, buyers);
  await town.answer(ready, "seller-declaration", ...sellers);
  return town.answer(ready, "buyer-declaration", ...buyers);
};

interface BillFact {
  readonly billNumber: string;
  readonly amount: string;
}
const billsIn = (current: Case) => factOf(current, "bills") as readonly BillFact[];
const settled = (current: Case) => ({
  settled: billsIn(current).map(({ billNumber, amount }) => ({
    billNumber,
    amount,
    paidOn: "2026-11-24",
    surcharge: "0.00",
  })),
});
const pay = (current: Case) => town.arrives(current, "payment", settled(current));
const registered = { result: "registered", certificateNumber: "例证-1", registeredOn: "2026-11-25" };

/** An officer finds how many homes the buyers had before. */
const found = (current: Case, otherHomesInQueryArea: number) =>
  town.decide(current, "correction", {
    approved: true,
    values: {
      correctionFindings: { isFounded: true, findings: { families: { "buyer-1": { otherHomesInQueryArea } } } },
    },
  });

describe("a declaration that was wrong", () => {
  test("found before anything is paid: who owes more signs again, and other bills take the place of the first", async () => {
    const unpaid = await filed();
    expect(billsIn(unpaid).map(({ amount }) => amount)).toEqual(["4400.00", "4400.00"]);
    const asked = await town.request(unpaid, "correction", "buyer-huang", "we own two more homes");
    expect(asked.steps.correction).toMatchObject({ status: "waiting", waitsFor: "officer" });

    const anew = await found(unpaid, 2);
    expect(paymentsIn(anew)).toEqual(["buyer-1 deed-tax 13200.00", "buyer-2 deed-tax 13200.00"]);
    expect(statusOf(anew, "buyer-declaration")).toBe("waiting");
    expect(statusOf(anew, "seller-declaration")).toBe("done");
    expect(factOf(anew, "bills")).toBeUndefined();

    const again = await town.answer(unpaid, "buyer-declaration", ...buyers);
    expect(billsIn(again).map(({ amount }) => amount)).toEqual(["13200.00", "13200.00"]);
    expect(statusOf(again, "payment")).toBe("waiting");
    expect((await billsOfCase(town.world, again)).map(({ status }) => status)).toEqual(["open", "open"]);
    expect(statusOf(again, "contract-again")).toBe("not-applicable");
  });

  test("found after the registration: only the difference is billed, under the law of the filing day", async () => {
    const paid = await pay(await filed());
    const done = await town.arrives(paid, "registration", registered);
    expect(done.status).toBe("completed");
    const invoice = factOf(done, "invoiceNumber");

    // Weeks later; a day's law would be another one by then, and the registers say something else of everybody.
    town.time.pass(40 * 86_400_000);
    await town.request(done, "correction", "buyer-liang");
    const anew = await found(done, 2);
    expect(factOf(anew, "assessment")).toMatchObject({ filingDate: "2026-11-23" });
    const again = await town.answer(done, "buyer-declaration", ...buyers);
    expect(billsIn(again).map(({ amount }) => amount)).toEqual(["4400.00", "4400.00", "8800.00", "8800.00"]);
    const billed = await billsOfCase(town.world, again);
    expect(billed).toHaveLength(4);

    const settledAgain = await pay(again);
    expect(settledAgain.status).toBe("completed");
    // The invoice and the register say what they said: nothing is issued or registered twice.
    expect(factOf(settledAgain, "invoiceNumber")).toBe(invoice);
    expect(settledAgain.steps.registration?.document?.number).toBe("例证-1");
  });

  test("an officer who finds it right leaves everything as it is; it can be asked for again", async () => {
    const unpaid = await filed();
    await town.request(unpaid, "correction", "seller-wei");
    const right = await town.decide(unpaid, "correction", {
      approved: true,
      values: { correctionFindings: { isFounded: false } },
    });
    expect(right.steps.correction?.because?.en).toContain("stands as it is");
    expect(billsIn(right)).toEqual(billsIn(unpaid));
    expect(statusOf(await town.request(unpaid, "correction", "seller-wei"), "correction")).toBe("waiting");
  });

  test("a notice about the bills that were replaced settles nothing", async () => {
    const unpaid = await filed();
    await town.request(unpaid, "correction", "buyer-huang");
    await found(unpaid, 2);
    await town.answer(unpaid, "buyer-declaration", ...buyers);
    const late = await pay(unpaid);
    expect(late.steps.payment).toMatchObject({ status: "refused", code: "settlement-differs" });
  });
});

describe("a contract that ends", () => {
  const cancel = () =>
    town.control.putRecord({
      authority: "housing-contracts",
      kind: "contract",
      key: contract,
      record: {
        contractNumber: contract,
        status: "cancelled",
        unitNumber: unitNumber("450202", 101),
        price: "880000.00",
        contractDate: "2026-10-20",
        sellers: sellers.map((login) => ({ ...nameAndNumber(login), share: "1/2" })),
        buyers: buyers.map((login) => ({ ...nameAndNumber(login), share: "1/2" })),
      },
    });

  test("before anything is paid: the bills are void and the case is over", async () => {
    const unpaid = await filed();
    await cancel();
    const done = await town.request(unpaid, "cancellation", "seller-qin", "we do not sell after all");
    expect(done.status).toBe("completed");
    expect(factOf(done, "contractEnded")).toBe(true);
    expect(statusOf(done, "payment")).toBe("not-applicable");
    expect(factOf(done, "refunds")).toEqual([]);
    expect((await billsOfCase(town.world, done)).map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
  });

  test("after payment, before registration: what was paid goes back", async () => {
    const paid = await pay(await filed());
    await cancel();
    const done = await town.request(paid, "cancellation", "buyer-huang");
    expect(done.status).toBe("completed");
    expect((factOf(done, "refunds") as readonly BillFact[]).map(({ amount }) => amount)).toEqual([
      "4400.00",
      "4400.00",
    ]);
    expect(statusOf(done, "registration")).toBe("not-applicable");
  });

  test("a contract that still stands is told to be cancelled first, and everything goes on", async () => {
    const unpaid = await filed();
    const told = await town.request(unpaid, "cancellation", "buyer-huang");
    expect(told.steps.cancellation?.because?.en).toContain("still stands");
    expect(statusOf(told, "payment")).toBe("waiting");
    const done = await town.arrives(await pay(told), "registration", registered);
    expect(done.status).toBe("completed");
    await expect(town.request(done, "cancellation", "buyer-huang")).rejects.toThrow("step-not-requestable");
  });
});

describe("who pays what", () => {
  test("a buyer who takes over another's taxes sees that bill; the taxpayer in law stays", async () => {
    const ready = await town.authorised(contract, sellers, buyers);
    await town.answer(ready, "seller-declaration", ...sellers);
    await town.answerWith(ready, "buyer-declaration", "buyer-huang", { buyerPaidBy: "seller-1" });
    const unpaid = await town.answerWith(ready, "buyer-declaration", "buyer-liang", {});
    expect(factOf(unpaid, "payers")).toEqual({ "buyer-1": "seller-1" });
    expect(unpaid.steps["who-pays"]?.because?.en).toContain("does not change");
    const [bill] = await billsOfCase(town.world, unpaid);
    expect(bill?.payer).toBe(town.callerOf("buyer-huang").key);
    expect(bill?.party).toBe("buyer-1");
  });

  test("nobody pays who is no party", async () => {
    const ready = await town.authorised(contract, sellers, buyers);
    await town.answer(ready, "seller-declaration", ...sellers);
    await town.answerWith(ready, "buyer-declaration", "buyer-huang", { buyerPaidBy: "seller-9" });
    const unpaid = await town.answerWith(ready, "buyer-declaration", "buyer-liang", {});
    expect(factOf(unpaid, "payers")).toBeUndefined();
    expect(unpaid.steps["who-pays"]?.because?.en).toContain("no party to the contract");
  });
});
