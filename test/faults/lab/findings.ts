import { isDeepStrictEqual } from "node:util";
import type { Case } from "../../../shared/cases/case.ts";
import type { Bill } from "../../../shared/payments/bill.ts";
import { accessLog } from "../../../shared/people/access-log/access-log.ts";
import { type FoundLink, verifyChain } from "../../../shared/people/access-log/chain.ts";
import { chainOfPerson } from "../../../shared/people/access-log/entry.ts";
import { hash } from "./hosts.ts";
import type { Aftermath } from "./laboratory.ts";

/**
 * What is wrong with what is left, compared with an undisturbed run of the same stories; nothing when all is well:
 * each case ended as undisturbed, each act took effect once, each event reached the bus and in its order,
 * every bill was paid once, to the fen, each certificate that is deserved is there and no other stands, the figures say what
 * the bus says, and the chains of the access log are whole.
 */
export const findingsIn = async (left: Aftermath, undisturbed: Aftermath): Promise<readonly string[]> => [
  ...left.cases.flatMap((found, index) => caseFindings(found, undisturbed.cases[index])),
  ...actFindings(left, undisturbed),
  ...left.money,
  ...left.cases.flatMap((found) => eventFindings(found, left)),
  ...left.bills.flatMap((bill) => billFindings(bill, left)),
  ...(await certificateFindings(left)),
  ...(await left.figures.findings(left.bus)),
  ...(await chainFindings(left, undisturbed)),
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
  const told = bus.filter((event) => event.caseId === id && event.id.startsWith(`${id}-`));
  const distinct = [...new Map(told.map((event) => [event.id, event])).values()];
  const numbers = distinct.map((event) => event.id.split("-").slice(-2).map(Number) as [number, number]);
  const isInOrder = numbers.every(([v, i], at) => {
    const [before = 0, last = 0] = numbers[at - 1] ?? [];
    return v > before || (v === before && i === last + 1);
  });
  const closing = events.at(-1)?.id;
  const times = (type: string) => distinct.filter((event) => event.type === type).length;
  // Whoever calls for a step opens a closed case again.
  const mostCompletions = 1 + times("step-called-for");
  return [
    ...(isInOrder ? [] : [`events of ${id} are out of order`]),
    ...(closing !== undefined && !distinct.some((event) => event.id === closing)
      ? [`the last event of ${id} at version ${version} is lost`]
      : []),
    ...(times("case-opened") > 1 ? [`${id} was opened twice`] : []),
    ...(times("case-completed") > mostCompletions ? [`${id} was completed ${times("case-completed")} times`] : []),
    ...(times("case-opened") === 1 ? [] : [`the opening of ${id} is lost`]),
  ];
};

/** Whoever waits for the money of a bill hears of it, and of its way back. */
const billFindings = ({ id, refunds, status }: Bill, { bus }: Aftermath): string[] => {
  const told = (type: string) =>
    bus.some((event) => event.type === type && "bill" in event.data && event.data.bill === id);
  const owesNothing = status === "paid" || status === "refunded" || status === "cancelled";
  return [
    ...(owesNothing ? [] : [`bill ${id} is still ${status}`]),
    ...(status === "paid" && !told("bill-paid") ? [`the bus does not know that bill ${id} is paid`] : []),
    ...(refunds.length > 0 && !told("refund-requested") ? [`the bus does not know of the refund of bill ${id}`] : []),
  ];
};

const certificateFindings = async ({ cases, bills, certificates }: Aftermath): Promise<string[]> => {
  const all = cases.map((found) =>
    certificates.findings(
      found,
      bills.filter(({ caseId }) => caseId === found.id),
    ),
  );
  return (await Promise.all(all)).flat();
};

/** Each party's chain is whole, and every look-up of an undisturbed run stands in it. */
const chainFindings = async (left: Aftermath, undisturbed: Aftermath): Promise<string[]> => {
  const findings: string[] = [];
  for (const { person } of left.cases.flatMap(({ parties }) => parties)) {
    const chain = chainOfPerson(person);
    const [is, was] = await Promise.all(
      [left, undisturbed].map(({ chains }) => accessLog({ store: chains, hash }).whole(chain)),
    );
    const faults = verifyChain(hash, chain, is?.found ?? [], is?.head ? [is.head] : []);
    if (faults.length > 0) findings.push(`a party's access log is ${faults.map(({ kind }) => kind).join(", ")}`);
    const [noted, expected] = [is, was].map((each) => lookUpsIn(each?.found ?? []));
    for (const lookUp of expected ?? []) if (!noted?.has(lookUp)) findings.push(`no note of ${lookUp}`);
  }
  return findings;
};

const lookUpsIn = (found: readonly FoundLink[]): ReadonlySet<string> =>
  new Set(
    found
      .flatMap(({ link }) => link?.entries ?? [])
      .filter(({ does }) => does === "looks-up")
      .map(({ caseId, step, authority }) => `${caseId} ${step} ${authority}`),
  );

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
