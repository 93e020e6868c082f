import { assess } from "../../shared/tax/assess.ts";
import type { Assessment } from "../../shared/tax/assessment.ts";
import { HousingFacts, type HousingFactsJson } from "../../shared/tax/facts.ts";
import { liuzhou } from "../../shared/tax/localities/index.ts";
import { randomFacts, randomFrom } from "./random-facts.ts";
import { calculateAgain } from "./second-calculation.ts";

export interface Tally {
  facts: number;
  /** Amounts that both calculations gave, and that are equal. */
  amounts: number;
  /** Lines that both leave open. */
  open: number;
  assessed: number;
}

const inFen = (amount: string | null): bigint | null => (amount === null ? null : BigInt(amount.replace(".", "")));

const amountOf = (assessment: Assessment, tax: string, payer?: string): bigint | null => {
  const line = assessment.lines.find(
    (each) => each.tax === tax && (payer === undefined || each.payers[0]?.id === payer),
  );
  if (line === undefined) throw new Error(`No line for ${tax}`);
  return inFen(line.amount);
};

/** Throws at the first amount on which both calculations differ, naming the facts. */
const compareOne = (json: HousingFactsJson, tally: Tally): void => {
  const assessment = assess(HousingFacts.parse(json), { locality: liuzhou });
  const second = calculateAgain(json);
  const turnover = json.filingDate < "2016-05-01" ? "business-tax" : "vat";
  const pairs: [string, bigint | null, bigint | null][] = [
    [turnover, amountOf(assessment, turnover), second.turnover],
    ["urban", amountOf(assessment, "urban-maintenance-tax"), second.urban],
    ["education", amountOf(assessment, "education-surcharge"), second.education],
    ["local", amountOf(assessment, "local-education-surcharge"), second.local],
    ["deed", amountOf(assessment, "deed-tax"), second.deed],
    ...json.sellers.map(({ id }): [string, bigint | null, bigint | null] => [
      `income of ${id}`,
      amountOf(assessment, "income-tax", id),
      second.income[id] ?? null,
    ]),
  ];
  for (const [what, first, again] of pairs) {
    if (first !== again) throw new Error(`${what}: ${first} and ${again}\n${JSON.stringify(json)}`);
    if (first === null) tally.open += 1;
    else tally.amounts += 1;
  }
  tally.facts += 1;
  if (assessment.outcome === "assessed") tally.assessed += 1;
};

export const compareMany = (count: number, seed: number): Tally => {
  const tally: Tally = { facts: 0, amounts: 0, open: 0, assessed: 0 };
  const random = randomFrom(seed);
  for (let index = 0; index < count; index += 1) compareOne(randomFacts(random), tally);
  return tally;
};
