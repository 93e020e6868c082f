import { elapsed, type Instant } from "../kernel/instant.ts";
import type { LookUp, Package, Person, Step } from "../packages/package.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import type { PersonKey } from "../people/person-key.ts";
import type { Case, Consent } from "./case.ts";

/** What comes with the opening of a case, as the authorising steps name it. */
export const opening = "opening";

/** So many days an authorisation lasts at most; it ends with its case in any event. */
export const authorisationDays = 90;

/** One that is not withdrawn and not too old; what was agreed to by opening the case lasts as long as the case. */
export const isLive = ({ at, step, withdrawnAt }: Consent, now: Instant): boolean =>
  withdrawnAt === undefined && (step === undefined || elapsed(at, now) < authorisationDays * 86_400_000);

/**
 * What people have authorised in a case, each time that they did, the earliest first. Cases from before receipts were
 * kept have none of an authorising step: there, having answered it is the authorisation.
 */
export const authorisationsIn = (definition: Package, current: Case): readonly Consent[] => {
  const kept = current.consents;
  const before = authorisingSteps(definition).flatMap((step) => {
    const { answeredBy = [], since } = current.steps[step] ?? { since: current.openedAt };
    return answeredBy
      .filter((person) => !kept.some((each) => each.person === person && each.step === step))
      .map((person): Consent => ({ person, purpose: "data-sharing", step, at: since }));
  });
  return [...kept, ...before];
};

/** The people's steps by which they authorise look-ups, in the package's order. */
export const authorisingSteps = ({ steps }: Package): readonly string[] => {
  const named = new Set(steps.flatMap(({ looksUp = [] }) => looksUp.flatMap(underOf)));
  return steps.filter(({ id }) => named.has(id)).map(({ id }) => id);
};

const underOf = (lookUp: LookUp): readonly string[] => ("under" in lookUp ? [lookUp.under] : []);

/** The steps whose queries rest on what is authorised by a step, or by the opening. */
export const lookUpsUnder = ({ steps }: Package, under: string): readonly Step[] =>
  steps.filter(({ looksUp = [] }) => looksUp.some((lookUp) => underOf(lookUp).includes(under)));

type Values = Readonly<Record<string, unknown>>;

/** Who answers for a person: a guardian or agent, a child's parents, or they themselves. */
const whoAuthorises = (definition: Package, values: Values, person: Subject): readonly Person[] => {
  if (person.representedBy) return [person.representedBy];
  if (!person.parents || person.parents.length === 0) return [person];
  // A parent who is party to the case may be represented in it.
  const parties = Object.values(definition.roles).flatMap(({ listedIn }) => peopleIn(listedIn, values));
  return person.parents.map((parent) => parties.find((party) => isSame(party, parent))?.representedBy ?? parent);
};

type Subject = Person & { readonly parents?: readonly Person[] };

const isSame = (one: Person, other: Person): boolean => one.idType === other.idType && one.idNumber === other.idNumber;

const peopleIn = (fact: string | undefined, values: Values): readonly Subject[] => {
  const named = fact === undefined ? undefined : values[fact];
  return Array.isArray(named) ? (named as readonly Subject[]) : named ? [named as Subject] : [];
};

/** A look-up that nobody, or nobody any more, allows. */
export interface Unauthorised {
  readonly under: string;
  readonly persons: readonly PersonKey[];
  /** `expired`: it was given once, and is too old. */
  readonly why: "missing" | "withdrawn" | "expired";
}

/**
 * Whether a step may ask its authority now: each person whom the query is about has authorised it and not withdrawn,
 * or a law allows it without. Looked at right before every query, here and nowhere else.
 * @param values the facts of the case
 * @returns what is lacking; nothing when it may
 */
export const whatIsUnauthorised = (
  hash: KeyedHash,
  definition: Package,
  current: Case,
  step: Step,
  values: Values,
  now: Instant,
): Unauthorised | undefined => {
  if (step.performs?.kind !== "query") return undefined;
  const given = authorisationsIn(definition, current);
  for (const lookUp of step.looksUp ?? []) {
    if ("byLaw" in lookUp) continue;
    const wanted = authorisersOf(hash, definition, current, lookUp, values);
    const lacking = wanted.filter(
      (person) => !given.some((each) => isFor(each, person, lookUp.under) && isLive(each, now)),
    );
    if (lacking.length === 0) continue;
    const last = given.findLast((each) => lacking.some((person) => isFor(each, person, lookUp.under)));
    const why = last === undefined ? "missing" : last.withdrawnAt === undefined ? "expired" : "withdrawn";
    return { under: lookUp.under, persons: lacking, why };
  }
  return undefined;
};

const isFor = (consent: Consent, person: PersonKey, under: string): boolean =>
  consent.person === person && (consent.step ?? opening) === under;

type UnderAuthorisation = Extract<LookUp, { readonly under: string }>;

/** The data subjects of a look-up, as far as facts name them. */
export const subjectsOf = ({ about }: LookUp, values: Values): readonly Person[] => peopleIn(about, values);

/** Who must have authorised a look-up. */
const authorisersOf = (
  hash: KeyedHash,
  definition: Package,
  { openedBy }: Case,
  lookUp: UnderAuthorisation,
  values: Values,
): readonly PersonKey[] => {
  // Whoever opened a case can only consent for the matter that they opened it for, whomever its records name.
  if (lookUp.under === opening) return [openedBy];
  const people = subjectsOf(lookUp, values).flatMap((person) => whoAuthorises(definition, values, person));
  return [...new Set(people.map((person) => hash.person(person)))];
};
