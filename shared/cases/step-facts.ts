import type { Instant } from "../kernel/instant.ts";
import type { Package, Person, Step, StepReading } from "../packages/package.ts";
import type { PersonKey } from "../people/person-key.ts";
import type { Case, Fact, FactSource, Party } from "./case.ts";
import type { CallTime } from "./change.ts";
import type { Engine } from "./engine.ts";
import { justSealed, sealOf } from "./seals.ts";

/** The work behind a finding: whose, in which round, when, and by which call. */
export interface Work {
  readonly step: string;
  readonly round: number;
  readonly dropsDecision?: boolean;
  readonly readyAt: Instant;
  readonly at: Instant;
  readonly call?: CallTime;
  readonly request?: string;
  /** An officer's decision takes the place of the step's rule. */
  readonly isOfficers?: boolean;
}

export const openerIsNoParty = {
  zh: "记录中没有您的名字,只有当事人可以办理。",
  en: "The record does not name you; only its parties can open this case.",
};

/** The people whom these facts list under a role. */
export const partiesIn = ({ hash }: Engine, { roles }: Package, gives: Readonly<Record<string, unknown>>): Party[] =>
  Object.entries(roles).flatMap(([role, { listedIn }]) => {
    const people = listedIn === undefined ? undefined : (gives[listedIn] as readonly Person[] | undefined);
    const parties = new Map<PersonKey, string[]>();
    for (const [index, person] of (people ?? []).entries()) {
      const key = hash.person(person.representedBy ?? person);
      parties.set(key, [...(parties.get(key) ?? []), `${role}-${index + 1}`]);
    }
    return [...parties].map(([person, ids]) => ({ person, role, parties: ids }));
  });

export const mayBeOpenedBy = ({ openedBy }: Package, current: Case, parties: readonly Party[]): boolean =>
  [...current.parties, ...parties].some(({ person, role }) => person === current.openedBy && openedBy.includes(role));

export const factsFrom = (
  { hash }: Engine,
  definition: Package,
  step: Step,
  gives: Readonly<Record<string, unknown>>,
  { at, call, isOfficers }: Work,
): Record<string, Fact> => {
  const facts: Record<string, Fact> = {};
  for (const [name, value] of Object.entries(gives)) {
    if (value === undefined) continue;
    if (!step.gives.includes(name)) throw new Error(`${step.id} gives ${name}, which its description does not say`);
    const source: FactSource = call
      ? {
          kind: "authority",
          step: step.id,
          authority: call.authority,
          reference: call.reference,
          seal: sealOf(hash, name, value),
        }
      : isOfficers
        ? { kind: "person", step: step.id, role: "officer" }
        : { kind: "rule", step: step.id };
    facts[name] = justSealed({ value, source, at, ...(definition.facts[name]?.isPrivate && { isPrivate: true }) });
  }
  return facts;
};

export const pickGiven = (step: Step, answer: unknown): StepReading => {
  const given = answer as Record<string, unknown>;
  const document = given.document as { number: string; issuedOn: string } | undefined;
  return { kind: "done", gives: pick(given, step.gives), ...(document && { document }) };
};

export const pick = (values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));

export const noSuchRecord = (step: Step): StepReading => {
  const label = step.performs?.label ?? step.name;
  return {
    kind: "refused",
    code: "record-not-found",
    because: { zh: `没有查到:${label.zh}`, en: `Nothing was found: ${label.en}` },
  };
};
