import { afterEach, describe, expect, test } from "vitest";
import { unitNumber } from "../../infra/local/sandbox/population/housing/records.ts";
import { type Login, nameAndNumber } from "../../infra/local/sandbox/population/people.ts";
import type { Case } from "../../shared/cases/case.ts";
import { formatYuan, sum, yuan } from "../../shared/kernel/fen.ts";
import { nationalLaw } from "../../shared/tax/law/index.ts";
import { liuzhou } from "../../shared/tax/localities/liuzhou.ts";
import { timelinesOf } from "../../shared/tax/locality.ts";
import { openTill } from "./housing-till.ts";
import { factOf, startTown, statusOf, type Town, totalsOf } from "./housing-town.ts";

let town: Town;
afterEach(() => town.close());

const home = unitNumber("450202", 101);
const sellers = ["seller-wei", "seller-qin"] as const;
const buyers = ["buyer-huang", "buyer-liang"] as const;

interface Held {
  readonly titleDate: string;
  readonly area: string;
}

/** The plain sale on the last evening of a law, of a home held since another day and of another area. */
const onTheEveOf = async (day: string, { titleDate, area }: Held): Promise<Case> => {
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  town = await startTown(new Date(midnight - 3_600_000).toISOString());
  const owners = sellers.map((login) => ({ ...nameAndNumber(login), share: "1/2" }));
  const parties = { sellers: owners, buyers: buyers.map((login) => ({ ...nameAndNumber(login), share: "1/2" })) };
  const unit = {
    unitNumber: home,
    address: "柳州市城中区例子路1号1栋1单元101室",
    division: "450202",
    settlement: "urban",
    use: "housing",
    areaSquareMetres: area,
    titleDate,
    owners,
    acquisition: { mode: "purchase" },
    restrictions: [],
  };
  await town.control.putRecord({ authority: "property-registry", kind: "unit", key: home, record: unit });
  const record = {
    unitNumber: home,
    certificateNumber: "例",
    certificateDate: titleDate,
    price: "500000.00",
    taxPaid: "5000.00",
  };
  await town.control.putRecord({ authority: "core-tax", kind: "deed-tax", key: home, record });
  const contract = {
    contractNumber: "LZ-CLF-000101",
    status: "signed",
    unitNumber: home,
    price: "1030000.00",
    contractDate: titleDate,
    ...parties,
  };
  await town.control.putRecord({
    authority: "housing-contracts",
    kind: "contract",
    key: "LZ-CLF-000101",
    record: contract,
  });
  const noPrice = { unitNumber: home, price: null };
  await town.control.putRecord({ authority: "core-tax", kind: "assessed-price", key: home, record: noPrice });
  return town.authorised("LZ-CLF-000101", sellers, buyers);
};

const changesOfLaw = [
  ...["2016-05-01", "2019-01-01", "2021-09-01", "2022-01-01", "2022-07-01", "2023-01-01"],
  ...["2024-12-01", "2026-01-01", "2028-01-01"],
];

/** Everybody pays what they are billed. */
const payAll = async (current: Case): Promise<Case> => {
  const till = openTill(town);
  for (const login of [...sellers, ...buyers]) await till.payAs(login, await town.read(current));
  return town.read(current);
};

const settledIn = (current: Case): string =>
  formatYuan(sum((factOf(current, "settlement") as { readonly amount: string }[]).map(({ amount }) => yuan(amount))));

const pastMidnight = () => town.sweepLater(3_600_000);

/** Held long and the only home: only deed tax. Held for a year: VAT, surcharges and income tax too. */
const long = (day: string, area: string): Held => ({ titleDate: `${Number(day.slice(0, 4)) - 9}-03-01`, area });
const short = (day: string): Held => ({ titleDate: `${Number(day.slice(0, 4)) - 1}-02-10`, area: "80.00" });

describe("assessed on the last evening of a law, looked at on the first day of the next", () => {
  const both = ["seller", "buyer"] as const;
  const onlySellers = ["seller"] as const;
  test.each([
    // Business tax 5 % of 1,030,000; VAT 5/105 of it. The buyers' base loses the VAT.
    ["VAT in place of business tax", "2016-05-01", "short", "business-tax 51500.00", "vat 49047.62", both],
    // 7 % of the VAT of 49,047.62; half of it.
    [
      "half of the surcharges",
      "2019-01-01",
      "short",
      "urban-maintenance-tax 3433.33",
      "urban-maintenance-tax 1716.67",
      onlySellers,
    ],
    // 120 m²: 1.5 % of 1,030,000 up to 90 m² only, then 1 % up to 140 m². The same announcement has a clause for sellers.
    ["140 m² in place of 90", "2024-12-01", "long", "deed-tax 15450.00", "deed-tax 10300.00", both],
    // 5/105 and 3/103 of 1,030,000.
    ["3 % VAT in place of 5 %", "2026-01-01", "short", "vat 49047.62", "vat 30000.00", both],
    // 7 % of 30,000: half of it, then all.
    [
      "the end of the relief",
      "2028-01-01",
      "short",
      "urban-maintenance-tax 1050.00",
      "urban-maintenance-tax 2100.00",
      onlySellers,
    ],
  ] as const)("%s, %s (held %s): %s becomes %s", async (_, day, held, before, after, concerned) => {
    const evening = await onTheEveOf(day, held === "short" ? short(day) : long(day, "120.00"));
    expect(amountsIn(evening)).toContain(before);
    await town.answer(evening, "seller-declaration", "seller-wei");
    await town.answer(evening, "buyer-declaration", "buyer-huang");

    await pastMidnight();
    const morning = await town.read(evening);
    expect(amountsIn(morning)).toContain(after);
    expect(amountsIn(morning)).not.toContain(before);
    expect(factOf(morning, "assessment")).toMatchObject({ filingDate: day });
    expect(morning.steps.assessment?.because?.zh).toMatch(new RegExp(`申报日由.*变为${day}.*应纳税费有变化`));
    for (const side of both) {
      const isConcerned = (concerned as readonly string[]).includes(side);
      expect(morning.steps[`${side}-declaration`]?.signed).toHaveLength(isConcerned ? 0 : 1);
      if (isConcerned) expect(morning.steps[`${side}-declaration`]?.because?.en).toContain("no longer counts");
    }

    const signAgain = async (side: "seller" | "buyer", [first, second]: readonly [Login, Login]) => {
      const isConcerned = (concerned as readonly string[]).includes(side);
      await town.answer(evening, `${side}-declaration`, ...(isConcerned ? [first, second] : [second]));
    };
    await signAgain("seller", sellers);
    await signAgain("buyer", buyers);
    const done = await town.read(evening);
    expect(statusOf(done, "file-declaration")).toBe("done");
    expect(amountsIn(done)).toContain(after);

    const paid = await payAll(done);
    expect(statusOf(paid, "tax-cleared")).toBe("done");
    expect(settledIn(paid)).toBe(totalsOf(done).all);
  });

  test.each([
    ["the law on deed tax and on urban maintenance tax", "2021-09-01"],
    ["the next basis of the same relief", "2022-01-01"],
    ["the law on stamp duty", "2022-07-01"],
    ["and the next basis of the relief", "2023-01-01"],
  ])("%s, %s: other articles, the same sums; who declared under the old ones declares again", async (_, day) => {
    const evening = await onTheEveOf(day, short(day));
    await town.answer(evening, "seller-declaration", "seller-wei");
    await pastMidnight();
    const morning = await town.read(evening);
    expect(totalsOf(morning)).toEqual(totalsOf(evening));
    expect(morning.steps.assessment?.because?.zh).toContain(`变为${day}`);
    expect(lawOf(morning)).not.toEqual(lawOf(evening));
    expect(morning.steps["seller-declaration"]?.signed).toEqual([]);
  });
});

describe("filed on the last evening of a law", () => {
  test.each(changesOfLaw)(
    "%s: what was signed is what is billed and paid, though another law holds by then",
    async (day) => {
      const evening = await onTheEveOf(day, short(day));
      await town.answer(evening, "seller-declaration", ...sellers);
      const filed = await town.answer(evening, "buyer-declaration", ...buyers);
      expect(statusOf(filed, "payment")).toBe("waiting");
      await pastMidnight();
      const morning = await town.read(filed);
      expect(amountsIn(morning)).toEqual(amountsIn(evening));
      const paid = await payAll(morning);
      expect(statusOf(paid, "tax-cleared")).toBe("done");
      expect(settledIn(paid)).toBe(totalsOf(evening).all);
      expect(lawOf(paid)).toEqual(lawOf(evening));
    },
  );

  test("every change of the law of sales is among the evenings that are lived here", () => {
    const timelines = [...nationalLaw, ...timelinesOf(liuzhou)].filter(({ id }) => !id.startsWith("repurchase."));
    const days = timelines.flatMap(({ entries }) => entries.slice(1).map(({ from }) => from as string));
    const ofSales = [...new Set(days)].filter((day) => day > "2016-02-22").sort();
    expect(ofSales).toEqual([...changesOfLaw].sort());
  });
});

describe("a day without a change of law", () => {
  test("moves the filing day, says so, and keeps what was signed", async () => {
    const evening = await onTheEveOf("2026-11-24", long("2026-11-24", "98.50"));
    await town.answer(evening, "seller-declaration", ...sellers);
    await pastMidnight();
    const morning = await town.read(evening);
    expect(factOf(morning, "assessment")).toMatchObject({ filingDate: "2026-11-24" });
    expect(morning.steps.assessment?.because).toMatchObject({ en: expect.stringContaining("The taxes are the same") });
    expect(statusOf(morning, "seller-declaration")).toBe("done");

    const done = await town.answer(evening, "buyer-declaration", ...buyers);
    expect(statusOf(done, "file-declaration")).toBe("done");
    // The records of persons were of the day before: they were asked for once more before filing.
    expect(factOf(done, "recordsAsOf")).toBe("2026-11-24");
  });

  test("two years are full at midnight: the sellers owe nothing any more", async () => {
    const evening = await onTheEveOf("2026-11-24", { titleDate: "2024-11-24", area: "80.00" });
    expect(amountOf(evening, "vat")).toBe("30000.00");
    await pastMidnight();
    expect(amountOf(await town.read(evening), "vat")).toBe("0.00");
  });

  test("a signature that arrives after midnight, before anybody has looked, signs nothing of yesterday's law", async () => {
    const evening = await onTheEveOf("2026-01-01", short("2026-01-01"));
    await town.answer(evening, "seller-declaration", ...sellers);
    await town.answer(evening, "buyer-declaration", "buyer-huang");
    town.time.pass(3_600_000);
    const after = await town.answer(evening, "buyer-declaration", "buyer-liang");
    expect(factOf(after, "bills")).toBeUndefined();
    expect(amountOf(after, "vat")).toBe("30000.00");
    expect(after.steps["buyer-declaration"]?.signed).toEqual([]);
  });
});

const linesOf = (current: Case) =>
  (factOf(current, "assessment") as { readonly lines: readonly { tax: string; amount: string; law: string[] }[] })
    .lines;
const amountOf = (current: Case, tax: string | undefined) => linesOf(current).find((line) => line.tax === tax)?.amount;
const amountsIn = (current: Case) => linesOf(current).map(({ tax, amount }) => `${tax} ${amount}`);
const lawOf = (current: Case) => linesOf(current).map(({ law }) => law);
