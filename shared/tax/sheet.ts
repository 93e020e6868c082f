import type { CalendarDate } from "../kernel/day.ts";
import { Evidence } from "./evidence.ts";
import type { Family, HousingFacts } from "./facts.ts";
import type { Payer } from "./line.ts";
import type { Locality } from "./locality.ts";

/** What every rule of one assessment looks at. */
export interface Sheet {
  readonly facts: HousingFacts;
  readonly locality: Locality;
  readonly date: CalendarDate;
  readonly sellers: readonly Payer[];
  readonly buyers: readonly Payer[];
  readonly evidence: () => Evidence;
}

/** Payers in the order of their ids, so that the odd fen of a split does not turn on the order of the facts. */
const inOrder = (people: readonly Payer[]): readonly Payer[] =>
  people.length === 1 ? people : [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

export const sheetOf = (facts: HousingFacts, locality: Locality): Sheet => ({
  facts,
  locality,
  date: facts.filingDate,
  sellers: inOrder(facts.sellers),
  buyers: inOrder(facts.buyers),
  evidence: () => new Evidence(facts.filingDate),
});

export const familyAt = (sheet: Sheet, id: string): { family: Family; path: string } => {
  const index = sheet.facts.families.findIndex((family) => family.id === id);
  const family = sheet.facts.families[index];
  if (family === undefined) throw new Error(`No family ${id}: the facts were not checked`);
  return { family, path: `/families/${index}` };
};
