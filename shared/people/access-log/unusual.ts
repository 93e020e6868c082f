import { elapsed } from "../../kernel/instant.ts";
import type { AccessEntry } from "./entry.ts";

/**
 * - `relative`: an official reads a case in which they, or people of their family's record, are named
 * - `without-case`: a field in full, though the case has nothing for them to do
 * - `many-people`: case after case with nothing to do there for them, within an hour
 */
export type Rule = "relative" | "without-case" | "many-people";

/** So many cases in an hour in which an official has nothing to do are no longer chance. */
export const manyCases = 10;
const window = 3_600_000;

/** Which rules a read breaks, in the light of what was read at the same office before it. Pure. */
export const unusualIn = (entry: AccessEntry, before: readonly AccessEntry[]): readonly Rule[] => {
  const { reader } = entry;
  if (reader.kind !== "officer" && reader.kind !== "hotline") return [];
  const isTheirs = (each: AccessEntry) => each.reader.kind !== "machine" && each.reader.key === reader.key;
  const lately = [...before, entry].filter(
    (each) => isTheirs(each) && each.isWithoutDuty && each.at <= entry.at && elapsed(each.at, entry.at) < window,
  );
  const isMany = entry.isWithoutDuty === true && new Set(lately.map(({ caseId }) => caseId)).size >= manyCases;
  return [
    ...(entry.isRelated ? (["relative"] as const) : []),
    ...(entry.isWithoutDuty && entry.does === "unmasks" ? (["without-case"] as const) : []),
    ...(isMany ? (["many-people"] as const) : []),
  ];
};
