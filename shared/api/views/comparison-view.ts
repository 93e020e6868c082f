import type { Case } from "../../cases/case.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Comparison, FactReader, Package } from "../../packages/package.ts";
import type { ComparisonView } from "../resources/case.ts";
import { viewFact } from "./fact-view.ts";

/**
 * Facts about one thing, row by row. Lists of people are laid beside each other by their identity numbers, which stay
 * masked; whether two sources say the same is judged by what they really say.
 */
export const viewComparison = (
  definition: Package,
  current: Case,
  { label, facts }: Comparison,
  reader: FactReader,
): ComparisonView[] => {
  const columns = facts.flatMap((id) => {
    const fact = current.facts[id];
    if (!fact) return [];
    const shown = viewFact(definition, id, fact, reader);
    return [{ id, raw: fact.value, shown }];
  });
  if (columns.length === 0) return [];
  const people = peopleIn(columns.map(({ raw }) => raw));
  const leaves = columns.map(({ raw, shown }) => leavesOf(raw, shown.value, raw, people, []));
  const paths = [...new Set(leaves.flatMap((each) => [...each.keys()]))];
  const rows = paths.map((path) => {
    const found = leaves.map((each) => each.get(path));
    const said = found.flatMap((each) => (each ? [canonicalJson(each.raw)] : []));
    return {
      path: JSON.parse(path) as string[],
      values: found.map((each) => each?.shown),
      isSame: said.length < 2 || new Set(said).size === 1,
    };
  });
  return [
    {
      label,
      columns: columns.map(({ id, shown }) => ({ fact: id, label: shown.label, source: shown.source.name })),
      rows: rows.sort((one, other) => order(one.path, other.path)),
    },
  ];
};

const order = (one: readonly string[], other: readonly string[]): number =>
  (one[0] ?? "").localeCompare(other[0] ?? "", "en", { numeric: true });

interface Leaf {
  readonly raw: unknown;
  readonly shown: unknown;
}

/** The people named in the lists, each with a number of their own: the same person has the same number in each. */
const peopleIn = (values: readonly unknown[]): ReadonlyMap<string, string> => {
  const numbers = new Map<string, string>();
  for (const entry of values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))) {
    const who = identityOf(entry);
    if (who !== undefined && !numbers.has(who)) numbers.set(who, `#${numbers.size + 1}`);
  }
  return numbers;
};

const identityOf = (entry: unknown): string | undefined => {
  if (typeof entry !== "object" || entry === null || !("idNumber" in entry)) return undefined;
  return String(entry.idNumber);
};

/** Each value at the end of its path; a masked value that hides its inside is one leaf. */
const leavesOf = (
  raw: unknown,
  shown: unknown,
  whole: unknown,
  people: ReadonlyMap<string, string>,
  path: readonly string[],
): Map<string, Leaf> => {
  if (Array.isArray(raw) && raw.length > 0 && Array.isArray(shown) && raw === whole) {
    return joined(
      raw.map((entry, index) => {
        const name = people.get(identityOf(entry) ?? "") ?? `#${index + 1}`;
        return leavesOf(entry, shown[index], whole, people, [...path, name]);
      }),
    );
  }
  if (isRecord(raw) && isRecord(shown)) {
    return joined(Object.keys(raw).map((key) => leavesOf(raw[key], shown[key], whole, people, [...path, nameOf(key)])));
  }
  return new Map([[JSON.stringify(path), { raw, shown }]]);
};

/** What parties say of themselves is kept by `seller-2`; records list the same people in the same order. */
const nameOf = (key: string): string => key.replace(/^(?:seller|buyer)-(\d+)$/, "#$1");

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const joined = (parts: readonly Map<string, Leaf>[]): Map<string, Leaf> => new Map(parts.flatMap((part) => [...part]));
