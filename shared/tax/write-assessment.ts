import type { Assessment, TaxId } from "./assessment.ts";
import { addFact, addOnce, type FactUsed } from "./evidence.ts";
import { labelOf } from "./explain/fact-labels.ts";
import { type OfficerCode, tell } from "./explain/notes.ts";
import type { HousingFacts } from "./facts.ts";
import type { LawEntry } from "./law/timeline.ts";
import type { Line } from "./line.ts";
import type { Computation } from "./rules/computation.ts";
import type { SettledLine } from "./write-line.ts";

/** What must still be answered, with the taxes that wait for it. */
export const missingIn = (lines: readonly Line[]): Assessment["missing"] => {
  const taxes = new Map<string, Set<TaxId>>();
  for (const line of lines) {
    if (line.status !== "open") continue;
    for (const open of line.open) if ("missing" in open) waiting(taxes, open.missing).add(line.tax);
  }
  return [...taxes].map(([path, waitingTaxes]) => ({ path, label: labelOf(path), taxes: [...waitingTaxes] }));
};

export const officerIn = ({ lines, officer = [] }: Computation): Assessment["officer"] => {
  const taxes = new Map<OfficerCode, Set<TaxId>>();
  for (const code of officer) waiting(taxes, code);
  for (const line of lines) {
    if (line.status !== "open") continue;
    for (const open of line.open) if ("officer" in open) waiting(taxes, open.officer).add(line.tax);
  }
  return [...taxes].map(([code, waitingTaxes]) => ({ ...tell(code, {}), taxes: [...waitingTaxes] }));
};

const waiting = <Key>(taxes: Map<Key, Set<TaxId>>, key: Key): Set<TaxId> => {
  let set = taxes.get(key);
  if (set === undefined) {
    set = new Set();
    taxes.set(key, set);
  }
  return set;
};

/** The facts that some line used, each once, with the origin that came with it. */
export const factsIn = (lines: readonly SettledLine[], { origins }: HousingFacts): Assessment["facts"] => {
  const facts: FactUsed[] = [];
  for (const { gathered } of lines) for (const fact of gathered.facts) addFact(facts, fact);
  if (origins === undefined) return facts;
  return facts.map((fact) => {
    const origin = origins[fact.path];
    return origin === undefined ? fact : { ...fact, origin };
  });
};

/** The entries of the law that some line used, each once. */
export const lawIn = (lines: readonly SettledLine[]): Assessment["law"] => {
  const entries: LawEntry<unknown>[] = [];
  for (const { gathered } of lines) for (const entry of gathered.law) addOnce(entries, entry);
  return entries.map(writeEntry);
};

const written = new WeakMap<LawEntry<unknown>, Assessment["law"][number]>();

const writeEntry = (entry: LawEntry<unknown>): Assessment["law"][number] => {
  let answer = written.get(entry);
  if (answer === undefined) {
    const { id, source, from, to, status, confirmedOn } = entry;
    answer = Object.freeze({ id, act: source.act, article: source.article, from, to, status, confirmedOn });
    written.set(entry, answer);
  }
  return answer;
};
