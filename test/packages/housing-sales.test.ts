import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { people } from "../../infra/local/sandbox/population/people.ts";
import type { Case } from "../../shared/cases/case.ts";
import type { CalendarDate } from "../../shared/kernel/day.ts";
import { explainedAssessment } from "../../shared/packages/housing/assessment.ts";
import { liuzhou } from "../../shared/tax/localities/liuzhou.ts";
import { factOf, paymentsIn, startTown, statusOf, type Town, totalsOf } from "./housing-town.ts";

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.close());

const valuesOf = ({ facts }: Case) =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));

const operations = async () =>
  (await town.control.queries()).map((query: { operation: string }) => query.operation).sort();

/** Everybody whom a query or an act has named, by the part of the number that tells them apart. */
const askedAbout = async (): Promise<string> => JSON.stringify(await town.control.queries());

const sellers = ["seller-wei", "seller-qin"] as const;
const buyers = ["buyer-huang", "buyer-liang"] as const;

describe("the plain sale", () => {
  test("nothing about a person is looked up before that person has agreed", async () => {
    const opened = await town.open("seller-wei", "LZ-CLF-000101");
    expect(await operations()).toEqual(["assessed-price", "contract"]);
    await town.answer(opened, "seller-authorisation", "seller-wei");
    expect(await operations()).toEqual(["assessed-price", "contract"]);

    await town.answer(opened, "seller-authorisation", "seller-qin");
    const ofSellers = ["earlier-deed-tax", "homes", "marriages", "presale-homes", "unit"];
    expect(await operations()).toEqual(["assessed-price", "contract", ...ofSellers].sort());
    for (const login of buyers) expect(await askedAbout()).not.toContain(people[login].idNumber);

    const ready = await town.answer(opened, "buyer-authorisation", ...buyers);
    const ofBuyers = ["homes", "household", "marriages", "presale-homes"];
    expect(await operations()).toEqual(["assessed-price", "contract", ...ofSellers, ...ofBuyers].sort());
    expect(statusOf(ready, "children-homes")).toBe("not-applicable");
    expect(statusOf(ready, "assessment")).toBe("done");
  });

  test("is free for the sellers, costs the buyers 1 %, and waits for their bills to be paid", async () => {
    const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
    // 880,000 x 1 %, half each; held since 2012 and the only home: no VAT, no income tax.
    expect(paymentsIn(ready)).toEqual(["buyer-1 deed-tax 4400.00", "buyer-2 deed-tax 4400.00"]);
    expect(totalsOf(ready)).toEqual({ sellers: "0.00", buyers: "8800.00", all: "8800.00" });
    await town.answer(ready, "seller-declaration", ...sellers);
    const done = await town.answer(ready, "buyer-declaration", ...buyers);
    expect(done.steps.payment).toMatchObject({ status: "waiting", waitsFor: "core-tax" });
    expect(done.steps["file-declaration"]?.document).toEqual({
      number: "例税申〔2026〕000001号",
      issuedOn: "2026-11-23",
    });
    expect(factOf(done, "bills")).toEqual([
      {
        billNumber: "例税单〔2026〕000001号",
        payer: "buyer-1",
        amount: "4400.00",
        payBy: "2026-12-08",
        taxes: [{ tax: "deed-tax", amount: "4400.00" }],
      },
      {
        billNumber: "例税单〔2026〕000002号",
        payer: "buyer-2",
        amount: "4400.00",
        payBy: "2026-12-08",
        taxes: [{ tax: "deed-tax", amount: "4400.00" }],
      },
    ]);
    // The declaration, and the collection of its bills.
    expect(await town.control.acts()).toMatchObject({ effects: 2, repeats: 0 });
    expect(town.world.faults).toEqual([]);
  });

  test("the stored assessment is small, and its explanation is computed again from the facts with their sources", async () => {
    const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
    const stored = factOf(ready, "assessment") as { filingDate: string; lines: { law: string[] }[] };
    expect(JSON.stringify(stored).length).toBeLessThan(4096);
    const explained = explainedAssessment(valuesOf(ready), stored.filingDate as CalendarDate, liuzhou);
    expect(explained.lines.map(({ law }) => law)).toEqual(stored.lines.map(({ law }) => law));
    expect(explained.facts.length).toBeGreaterThan(5);
    expect(explained.facts.filter(({ path, origin }) => path !== "/filingDate" && !origin)).toEqual([]);
    expect(JSON.stringify(explained)).not.toMatch(/450299/);
  });

  test("a buyer may open it too; somebody else may not", async () => {
    expect((await town.open("buyer-liang", "LZ-CLF-000101")).status).toBe("open");
    const other = await town.open("seller-mo", "LZ-CLF-000101");
    expect(other.status).toBe("refused");
    expect(other.steps.contract).toMatchObject({ status: "refused", code: "opener-not-a-party" });
  });

  test("the same contract is not declared twice, whoever opens it again", async () => {
    for (const expected of ["done", "refused"]) {
      const ready = await town.authorised("LZ-CLF-000101", sellers, buyers);
      await town.answer(ready, "seller-declaration", ...sellers);
      const last = await town.answer(ready, "buyer-declaration", ...buyers);
      expect(statusOf(last, "file-declaration")).toBe(expected);
    }
    expect(await town.control.acts()).toMatchObject({ effects: 2 });
  });
});

describe("other families", () => {
  test("sold within two years: VAT at 3 %, halved surcharges, income tax on the gain", async () => {
    const ready = await town.authorised("LZ-CLF-000201", ["seller-mo"], ["buyer-lu"]);
    // 630,000 x 3/103 = 18,349.51; without it 611,650.49. Surcharges 7 %, 3 %, 2 % of the VAT, each halved.
    // Gain 611,650.49 - 598,000 - 5,980 - 1,100.97 = 6,569.52, of which 20 %. Deed tax 1 % of 611,650.49.
    expect(paymentsIn(ready)).toEqual([
      "seller-1 vat 18349.51",
      "seller-1 urban-maintenance-tax 642.23",
      "seller-1 education-surcharge 275.24",
      "seller-1 local-education-surcharge 183.50",
      "seller-1 income-tax 1313.90",
      "buyer-1 deed-tax 6116.50",
    ]);
    expect(totalsOf(ready)).toEqual({ sellers: "20764.38", buyers: "6116.50", all: "26880.88" });
    expect(factOf(ready, "assessment")).toMatchObject({ warnings: ["restriction-mortgage"] });
  });

  test("second homes: no VAT, income tax for each seller, deed tax at 2 %; the child's homes are asked for too", async () => {
    const ready = await town.authorised("LZ-CLF-000301", ["seller-tan", "seller-luo"], ["buyer-lan", "buyer-shi"]);
    expect(statusOf(ready, "children-homes")).toBe("done");
    // (1,560,000 - 980,000 - 14,000) x 20 % = 113,200, half each. 152.30 m² and one home in the city: 2 % of 1,560,000.
    expect(paymentsIn(ready)).toEqual([
      "seller-1 income-tax 56600.00",
      "seller-2 income-tax 56600.00",
      "buyer-1 deed-tax 15600.00",
      "buyer-2 deed-tax 15600.00",
    ]);
    const homes = (await town.control.queries()).filter((query: { operation: string }) => query.operation === "homes");
    const districts = ["450202", "450203", "450204", "450205", "450206"];
    expect(homes.map(({ request }: { request: { divisions: string[] } }) => request.divisions)).toEqual([
      ["450000"],
      districts,
      districts,
    ]);
  });

  test("divorced seller, buyer without a record: not found is not single, he commits, and everything goes on", async () => {
    const waiting = await town.authorised("LZ-CLF-000601", ["seller-pan"], ["buyer-xie"]);
    expect(waiting.steps["buyer-statement"]).toMatchObject({ status: "waiting", waitsFor: "buyer" });
    expect(statusOf(waiting, "seller-statement")).toBe("not-applicable");
    const statement = { buyerStatement: { marriage: "single" } };
    const ready = await town.answerWith(waiting, "buyer-statement", "buyer-xie", statement);
    // Hers since the couple bought it in 2009, her only one: free. 89.90 m², his first: 1 % of 410,000.
    expect(totalsOf(ready)).toMatchObject({ sellers: "0.00", buyers: "4100.00" });
  });
});
