import type { Assessment, TaxId, TaxLine } from "../assessment.ts";
import type { Expectation, Result, Scenario } from "./scenario-file.ts";

/** What differs between what a scenario expects and what came out; nothing when they agree. */
export const differencesIn = ({ expect }: Scenario, { assessment, refusal }: Result): readonly string[] => {
  if (expect.outcome === "refused") {
    const found = (refusal?.data.fields ?? []).map(({ path, code }) => `${path} ${code}`);
    return differ(
      "fields",
      expect.fields.map(({ path, code }) => `${path} ${code}`),
      found,
    );
  }
  if (assessment === undefined) return [`refused: ${JSON.stringify(refusal?.data)}`];
  return [
    ...differ("outcome", expect.outcome, assessment.outcome),
    ...taxDifferences(expect, assessment),
    ...partDifferences(expect, assessment),
    ...codeDifferences(expect, assessment),
    ...publishedDifferences(expect, assessment),
  ];
};

type Assessed = Exclude<Expectation, { outcome: "refused" }>;

const differ = (what: string, expected: unknown, found: unknown): readonly string[] => {
  const [a, b] = [JSON.stringify(expected), JSON.stringify(found)];
  return a === b ? [] : [`${what}: expected ${a}, found ${b}`];
};

const linesOf = ({ lines }: Assessment, tax: TaxId): readonly TaxLine[] => lines.filter((line) => line.tax === tax);

const taxDifferences = (expect: Assessed, assessment: Assessment): readonly string[] => {
  const taxes = new Set(assessment.lines.map(({ tax }) => tax));
  for (const tax of Object.keys(expect.taxes) as TaxId[]) taxes.add(tax);
  return [...taxes].flatMap((tax) => {
    const lines = linesOf(assessment, tax);
    const expected = expect.taxes[tax];
    if (expected === undefined) {
      // A tax that is not named is none; where something is open it may be open too.
      if (expect.outcome !== "assessed") return [];
      return lines.flatMap(({ amount }) => differ(tax, "0.00", amount));
    }
    if (lines.length === 0) return [`${tax}: no such line`];
    if (expected === null || typeof expected === "string") {
      return lines.flatMap(({ amount }) => differ(tax, expected, amount));
    }
    return Object.entries(expected).flatMap(([who, amount]) => {
      const line = lines.find(({ side, payers }) => side === who || (payers.length === 1 && payers[0]?.id === who));
      return differ(`${tax} of ${who}`, amount, line?.amount);
    });
  });
};

const partDifferences = ({ split = {} }: Assessed, assessment: Assessment): readonly string[] =>
  (Object.entries(split) as [TaxId, Record<string, string>][]).flatMap(([tax, parts]) => {
    const payers = linesOf(assessment, tax)[0]?.payers ?? [];
    return differ(`split of ${tax}`, parts, Object.fromEntries(payers.map(({ id, amount }) => [id, amount])));
  });

const codeDifferences = (expect: Assessed, assessment: Assessment): readonly string[] => {
  const shortfallsOf = (tax: TaxId) => linesOf(assessment, tax)[0]?.shortfalls.map(({ code }) => code) ?? [];
  const turnover = [...shortfallsOf("vat"), ...shortfallsOf("business-tax")];
  const differences: string[] = [];
  const compare = (what: string, expected: unknown, found: unknown) => {
    if (expected !== undefined) differences.push(...differ(what, expected, found));
  };
  compare(
    "missing",
    expect.missing,
    assessment.missing.map(({ path }) => path),
  );
  compare(
    "officer",
    expect.officer,
    assessment.officer.map(({ code }) => code),
  );
  compare("shortfalls", expect.shortfalls, turnover.length > 0 ? turnover : shortfallsOf("income-tax"));
  compare("income-tax shortfalls", expect.pitShortfalls, shortfallsOf("income-tax"));
  compare("deed-tax shortfalls", expect.deedShortfalls, shortfallsOf("deed-tax"));
  compare(
    "alternatives",
    expect.alternatives,
    assessment.alternatives.map(({ code }) => code),
  );
  compare("holdingFrom", expect.holdingFrom, assessment.holdingFrom);
  compare("taxablePrice", expect.taxablePrice, assessment.taxablePrice);
  for (const [tax, codes] of Object.entries(expect.says ?? {}) as [TaxId, string[]][]) {
    const said = new Set(linesOf(assessment, tax).flatMap(({ explanation }) => explanation.map(({ code }) => code)));
    for (const code of codes) if (!said.has(code)) differences.push(`${tax}: does not say ${code}`);
  }
  return differences;
};

/** A published figure is rounded; ours, rounded as far, must be the same. One that contradicts must differ. */
const publishedDifferences = ({ published, contradicts }: Assessed, assessment: Assessment): readonly string[] => {
  const amountOf = (tax: TaxId): string => linesOf(assessment, tax)[0]?.amount ?? "open";
  if (contradicts !== undefined && contradicts.printed === amountOf(contradicts.tax)) {
    return ["no longer contradicts the law"];
  }
  if (published === undefined) return [];
  const step = Number(published.roundedTo);
  const rounded = Math.round(Number(amountOf(published.tax)) / step) * step;
  return differ(`published ${published.tax}`, Number(published.printed), rounded);
};
