import { describe, expect, test } from "vitest";
import { assess } from "../../shared/tax/assess.ts";
import { Assessment } from "../../shared/tax/assessment.ts";
import { HousingFacts, type HousingFactsJson } from "../../shared/tax/facts.ts";
import { liuzhou } from "../../shared/tax/localities/index.ts";
import { fc } from "../support/properties.ts";
import { evaluate } from "./formula.ts";
import { less, parse, toFen } from "./plain-fractions.ts";
import { randomFacts, randomFrom } from "./random-facts.ts";

type Home = NonNullable<HousingFactsJson["families"][number]["homes"]>[number];

const sales = fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => randomFacts(randomFrom(seed)));
const assessJson = (json: HousingFactsJson): Assessment => assess(HousingFacts.parse(json), { locality: liuzhou });
const fenOf = (amount: string): bigint => toFen(parse(amount));
const dueOf = (assessment: Assessment, ...taxes: string[]): bigint | null => {
  let due = 0n;
  for (const { tax, amount } of assessment.lines) {
    if (!taxes.includes(tax)) continue;
    if (amount === null) return null;
    due += fenOf(amount);
  }
  return due;
};
const runs = { numRuns: 400 };
const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe("for any facts", () => {
  test("the answer has the form that its schema promises, and no amount is below zero", () => {
    fc.assert(
      fc.property(sales, (json) => {
        // Amounts in the schema have no sign.
        expect(Assessment.safeParse(assessJson(json)).error).toBeUndefined();
      }),
      runs,
    );
  });

  test("the parts of a line add up to it, and each is within a fen of its share", () => {
    fc.assert(
      fc.property(sales, (json) => {
        for (const { amount, payers } of assessJson(json).lines) {
          if (amount === null || payers.length === 1) continue;
          const parts = payers.map((payer) => fenOf(payer.amount ?? "0.01"));
          expect(parts.reduce((a, b) => a + b, 0n)).toBe(fenOf(amount));
          for (const [index, { share }] of payers.entries()) {
            const exact = parse(share);
            const off = less({ n: fenOf(amount) * exact.n, d: exact.d }, { n: parts[index] ?? 0n, d: 1n });
            expect(off.n < off.d && -off.n < off.d).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  test("totals are the sums of what each payer pays", () => {
    fc.assert(
      fc.property(sales, (json) => {
        const { lines, totals } = assessJson(json);
        for (const side of ["sellers", "buyers"] as const) {
          let sum = 0n;
          for (const line of lines) if (line.side === side && line.amount !== null) sum += fenOf(line.amount);
          expect(fenOf(totals[side])).toBe(sum);
        }
        expect(fenOf(totals.all)).toBe(fenOf(totals.sellers) + fenOf(totals.buyers));
        expect(totals.isComplete).toBe(lines.every(({ amount }) => amount !== null));
      }),
      runs,
    );
  });

  test("every amount recomputes from the figures that are printed in its formula", () => {
    let recomputed = 0;
    fc.assert(
      fc.property(sales, (json) => {
        for (const { formula, amount, status, base } of assessJson(json).lines) {
          if (status !== "due") continue;
          expect(toFen(evaluate(formula ?? ""))).toBe(fenOf(amount ?? ""));
          expect(toFen(evaluate(base?.formula ?? ""))).toBe(fenOf(base?.amount ?? ""));
          recomputed += 1;
        }
      }),
      runs,
    );
    expect(recomputed).toBeGreaterThan(runs.numRuns);
  });

  test("price without VAT and VAT add up to the declared price", () => {
    fc.assert(
      fc.property(sales, (json) => {
        const { sale, ...rest } = json;
        const { assessedPrice: _, ...declared } = sale;
        const assessment = assessJson({ ...rest, sale: declared });
        const vat = assessment.lines.find(({ tax }) => tax === "vat")?.amount;
        if (!vat || assessment.taxablePrice === null || declared.declaredPrice === undefined) return;
        expect(fenOf(assessment.taxablePrice) + fenOf(vat)).toBe(fenOf(declared.declaredPrice));
      }),
      runs,
    );
  });

  test("the same facts give the same answer, and the order of people and records changes no amount", () => {
    fc.assert(
      fc.property(sales, (json) => {
        const first = assessJson(json);
        expect(assessJson(json)).toEqual(first);
        const turned = assessJson({
          ...json,
          sellers: json.sellers.toReversed(),
          buyers: json.buyers.toReversed(),
          families: json.families.toReversed().map((family) => ({
            ...family,
            ...(family.homes === undefined ? {} : { homes: family.homes.toReversed() }),
            ...(family.children === undefined ? {} : { children: family.children.toReversed() }),
          })),
        });
        expect(turned.totals).toEqual(first.totals);
        expect(turned.outcome).toBe(first.outcome);
      }),
      runs,
    );
  });

  test("what is certain while facts are missing stays so when they come in", () => {
    fc.assert(
      fc.property(sales, (json) => {
        const { areaSquareMetres: _, ...property } = json.property;
        const { marriage: __, ...seller } = json.families[0] as HousingFactsJson["families"][number];
        const less = assessJson({ ...json, property, families: [seller, ...json.families.slice(1)] });
        const full = assessJson(json);
        for (const [index, line] of less.lines.entries()) {
          if (line.amount !== null) expect(full.lines[index]?.amount).toBe(line.amount);
        }
      }),
      runs,
    );
  });
});

describe("more of one thing", () => {
  test("a longer holding never raises business tax or VAT", () => {
    fc.assert(
      fc.property(sales, fc.integer({ min: 1, max: 2000 }), (json, days) => {
        if (json.acquisition.mode !== "purchase") return;
        const { titleDate, deedTaxDate } = json.acquisition;
        const longer = assessJson({
          ...json,
          acquisition: {
            ...json.acquisition,
            ...(titleDate ? { titleDate: shift(titleDate, -days) } : {}),
            ...(deedTaxDate ? { deedTaxDate: shift(deedTaxDate, -days) } : {}),
          },
        });
        const [before, after] = [assessJson(json), longer].map((each) => dueOf(each, "vat", "business-tax"));
        if (before != null && after != null) expect(after <= before).toBe(true);
      }),
      runs,
    );
  });

  test("one more home never lowers deed tax", () => {
    fc.assert(
      fc.property(sales, (json) => {
        const families = json.families.map((family): HousingFactsJson["families"][number] => {
          if (family.homes === undefined) {
            const homes = (family.declared?.otherHomesInQueryArea ?? 0) + 1;
            return { ...family, declared: { ...family.declared, otherHomesInQueryArea: homes } };
          }
          const { declared: _, ...rest } = family;
          const { division } = json.property;
          const more: Home = { unit: "U-99", division, use: "housing", stage: "registered", holders: ["self"] };
          return { ...rest, homes: [...family.homes, more] };
        });
        const [before, after] = [json, { ...json, families }].map((each) => dueOf(assessJson(each), "deed-tax"));
        if (before != null && after != null) expect(after >= before).toBe(true);
      }),
      runs,
    );
  });

  test("a larger home never lowers deed tax", () => {
    fc.assert(
      fc.property(sales, fc.integer({ min: 1, max: 200 }), (json, more) => {
        const { areaSquareMetres } = json.property;
        if (areaSquareMetres === undefined) return;
        const larger = String(Math.floor(Number(areaSquareMetres)) + more);
        const bigger = { ...json, property: { ...json.property, areaSquareMetres: larger } };
        const [before, after] = [json, bigger].map((each) => dueOf(assessJson(each), "deed-tax"));
        if (before != null && after != null) expect(after >= before).toBe(true);
      }),
      runs,
    );
  });

  test("more renovation never raises income tax", () => {
    fc.assert(
      fc.property(sales, fc.integer({ min: 1, max: 400_000 }), (json, more) => {
        const renovation = String(Math.floor(Number(json.costs?.renovation ?? "0")) + more);
        const [before, after] = [json, { ...json, costs: { ...json.costs, renovation } }].map((each) =>
          dueOf(assessJson(each), "income-tax"),
        );
        if (before != null && after != null) expect(after <= before).toBe(true);
      }),
      runs,
    );
  });
});

describe("for any unit that is no home", () => {
  const units = fc
    .tuple(sales, fc.boolean(), fc.integer({ min: 0, max: 4000 }))
    .map(([json, hasInvoice, days]): HousingFactsJson => {
      const bought = shift(json.filingDate, -days);
      return {
        ...json,
        property: { ...json.property, use: "non-residential" },
        acquisition: {
          mode: "purchase",
          titleDate: bought,
          deedTaxDate: bought,
          price: hasInvoice ? "456789.12" : null,
          taxesAndFees: "13703.67",
          deedTaxPaid: "13703.67",
          hasInvoice,
          invoiceDate: bought,
        },
      };
    });

  test("an officer confirms, parts add up, and every amount recomputes from its formula", () => {
    fc.assert(
      fc.property(units, (json) => {
        const { outcome, lines } = assessJson(json);
        expect(outcome).toBe("needs-officer");
        for (const { formula, amount, payers, status } of lines) {
          if (amount === null) continue;
          const parts = payers.map((payer) => fenOf(payer.amount ?? "0.01"));
          expect(parts.reduce((a, b) => a + b, 0n)).toBe(fenOf(amount));
          if (status === "due") expect(toFen(evaluate(formula ?? ""))).toBe(fenOf(amount));
        }
      }),
      runs,
    );
  });
});
