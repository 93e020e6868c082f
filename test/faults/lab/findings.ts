import { isDeepStrictEqual } from "node:util";
import type { Case } from "../../../shared/cases/case.ts";
import type { Aftermath } from "./laboratory.ts";

/**
 * What is wrong with what is left, compared with an undisturbed run of the same stories; nothing when all is well:
 * each case ended as undisturbed, each act took effect once, each event reached the bus and in its order, and
 * every bill was paid once, to the fen.
 */
export const findingsIn = async (left: Aftermath, undisturbed: Aftermath): Promise<readonly string[]> => [
  ...left.cases.flatMap((found, index) => caseFindings(found, undisturbed.cases[index])),
  ...actFindings(left, undisturbed),
  ...left.money,
  ...left.cases.flatMap((found) => eventFindings(found, left)),
  ...(await linkFindings(left)),
  ...left.faults.map((fault) => `a step failed: ${String((fault as { error: unknown }).error)}`),
];

const caseFindings = (found: Case, expected: Case | undefined): string[] => {
  if (!expected) return [`case ${found.id} was not to be`];
  const findings: string[] = [];
  if (found.lease || found.due) findings.push(`case ${found.id} is closed and still leased or due`);
  const [is, was] = [outcomeOf(found), outcomeOf(expected)];
  for (const part of Object.keys(was) as (keyof typeof was)[]) {
    if (!isDeepStrictEqual(is[part], was[part])) {
      findings.push(`${part} of ${found.packageId} differ: ${differences(is[part], was[part])}`);
    }
  }
  return findings;
};

const outcomeOf = ({ status, steps, facts, early, parties }: Case) => ({
  status: { status, early },
  steps: Object.fromEntries(Object.entries(steps).map(([id, state]) => [id, state.status])),
  facts: Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, withoutNumbers(value)])),
  parties: [...parties].sort((one, other) => (one.person + one.role < other.person + other.role ? -1 : 1)),
});

/** Running numbers of documents follow the order in which cases came to the desk. */
const withoutNumbers = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/\d{6}号/g, "号")
      .replaceAll(/A\d{6}/g, "A"),
  );

const differences = (is: unknown, was: unknown): string => {
  const [one, other] = [is as Record<string, unknown>, was as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((name) => !isDeepStrictEqual(one[name], other[name]))
    .map((name) => `${name}: ${JSON.stringify(one[name])} and not ${JSON.stringify(other[name])}`)
    .join("; ");
};

const actFindings = ({ acts }: Aftermath, undisturbed: Aftermath): string[] => {
  const keys = (all: Aftermath["acts"]) => all.map(({ operation, key }) => `${operation} ${key}`).sort();
  const [is, was] = [keys(acts), keys(undisturbed.acts)];
  return [
    ...acts
      .filter(({ effects }) => effects !== 1)
      .map(({ operation, effects }) => `${operation} took effect ${effects} times`),
    ...acts.filter(({ differing }) => differing > 0).map(({ operation }) => `${operation}: one key, two requests`),
    ...was.filter((key) => !is.includes(key)).map((key) => `missing act ${key}`),
    ...is.filter((key) => !was.includes(key)).map((key) => `an act too many: ${key}`),
  ];
};

/** Every version's events reached the bus, and in their order when repetitions are left out. */
const eventFindings = ({ id, version, events }: Case, { bus }: Aftermath): string[] => {
  const ids = [...new Set(bus.filter(({ caseId }) => caseId === id).map((event) => event.id))];
  const numbers = ids.map((each) => each.split("-").slice(-2).map(Number) as [number, number]);
  const isInOrder = numbers.every(([v, i], at) => {
    const [before = 0, last = 0] = numbers[at - 1] ?? [];
    return v > before || (v === before && i === last + 1);
  });
  const closing = events.at(-1)?.id;
  const types = bus.filter(({ caseId }) => caseId === id);
  const settled = [...new Map(types.map((event) => [event.id, event])).values()];
  const twice = settled.filter(({ type }) => type.startsWith("case-") && type !== "case-rated").map(({ type }) => type);
  return [
    ...(isInOrder ? [] : [`events of ${id} are out of order`]),
    ...(closing !== undefined && !ids.includes(closing)
      ? [`the last event of ${id} at version ${version} is lost`]
      : []),
    ...(new Set(twice).size === twice.length ? [] : [`${id} was opened or closed twice`]),
    ...(twice.includes("case-opened") ? [] : [`the opening of ${id} is lost`]),
  ];
};

/** Everybody of a case finds it in their list. */
const linkFindings = async ({ cases, store }: Aftermath): Promise<string[]> => {
  const findings: string[] = [];
  for (const { id, parties } of cases) {
    for (const { person } of parties) {
      const { caseIds } = await store.listOfPerson(person, { limit: 100 });
      if (!caseIds.includes(id)) findings.push(`a party does not find case ${id}`);
    }
  }
  return findings;
};
