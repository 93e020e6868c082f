import type { Text } from "../kernel/text.ts";
import { automaticFrom, irreversibleFrom } from "../packages/define-package.ts";
import type { Package } from "../packages/package.ts";
import { lookUpsUnder, opening, type Unauthorised } from "./authorisations.ts";
import { begunAnew, haveBegun } from "./begin-anew.ts";
import type { Case, Consent, StepState } from "./case.ts";
import { withEvent, withStep } from "./case-edits.ts";
import type { AuthorisationEnded } from "./change.ts";
import { promisedBy } from "./promise.ts";
import { anew, fresh, withoutPromise } from "./step-clocks.ts";

/** The end of an authorisation as a change of its case: what rests on it, and what must not have begun. */
export const authorisationEnded = (
  definition: Package,
  { under, persons, why }: Unauthorised,
  at: Case["openedAt"],
): AuthorisationEnded => {
  const lookUps = lookUpsUnder(definition, under).map(({ id }) => id);
  const step = definition.steps.find(({ id }) => id === under);
  return {
    type: "authorisation-ended",
    at,
    why,
    under,
    persons,
    ...(step?.asks && { role: step.asks.role, ...promisedBy(step, at) }),
    again: automaticFrom(definition, lookUps),
    unlessBegun: [...new Set(lookUps.flatMap((id) => irreversibleFrom(definition, id)))],
  };
};

/** Whether what rests on an authorisation can still be taken back: nothing irreversible has come of it. */
export const canBeTakenBack = (current: Case, { under, unlessBegun }: AuthorisationEnded): boolean =>
  current.status === "open" && under !== opening && !haveBegun(current, unlessBegun);

/**
 * Nothing more is looked up under it. Until something irreversible has come of it, what was found under it is erased
 * and its people are asked again; afterwards what was declared stands, as the law demands of a declaration.
 */
export const endAuthorisation = (current: Case, change: AuthorisationEnded): Case => {
  const { at, under, persons, why } = change;
  const ended = { ...current, consents: markedEnded(current, change) };
  if (!canBeTakenBack(current, change)) {
    return why === "withdrawn" ? withEvent(ended, "authorisation-ended", at, { under, why, isErased: false }) : current;
  }
  const without = erased(begunAnew(ended, { again: change.again, at, because: mustBeAuthorised[why] }), change.again);
  const state = without.steps[under] ?? fresh(at);
  const asked: StepState = {
    ...(state.status === "waiting" ? withoutPromise(state, at) : anew(state, at)),
    status: "waiting",
    since: at,
    round: state.round + 1,
    because: mustBeAuthorised[why],
    answeredBy: (state.answeredBy ?? []).filter((person) => !persons.includes(person)),
    ...(change.role !== undefined && { waitsFor: change.role }),
    ...(change.promisedBy && { promisedBy: change.promisedBy }),
  };
  const told = withEvent(withStep(without, under, asked), "authorisation-ended", at, { under, why, isErased: true });
  return withEvent(told, "step-waiting", at, { step: under, waitsFor: asked.waitsFor ?? "" });
};

const markedEnded = (current: Case, { at, under, persons, why }: AuthorisationEnded): readonly Consent[] => {
  if (why !== "withdrawn") return current.consents;
  const step = under === opening ? {} : { step: under };
  const isMeant = (each: Consent) => persons.includes(each.person) && (each.step ?? opening) === under;
  const known = current.consents.map((each) =>
    isMeant(each) && each.withdrawnAt === undefined ? { ...each, withdrawnAt: at } : each,
  );
  // Authorised before receipts were kept: the withdrawal is the first that is.
  const unknown = persons
    .filter((person) => !known.some((each) => isMeant(each) && each.person === person))
    .map((person): Consent => ({ person, purpose: "data-sharing", ...step, at, withdrawnAt: at }));
  return [...known, ...unknown];
};

/** What was found is not kept as what had been found before, either (个人信息保护法 第四十七条). */
const erased = (current: Case, again: readonly string[]): Case => {
  const steps = { ...current.steps };
  for (const id of again) {
    const state = steps[id];
    if (!state) continue;
    const { former: _former, reference: _reference, ...rest } = state;
    steps[id] = rest;
  }
  return { ...current, steps };
};

const mustBeAuthorised: Readonly<Record<AuthorisationEnded["why"], Text>> = {
  withdrawn: {
    zh: "有人撤回了查询授权,据此取得的信息已删除;重新授权后继续办理。",
    en: "An authorisation was withdrawn and what was found under it is erased; it goes on once it is given again.",
  },
  expired: {
    zh: "查询授权已超过期限,据此取得的信息已删除;重新授权后继续办理。",
    en: "An authorisation is too old and what was found under it is erased; it goes on once it is given again.",
  },
  missing: {
    zh: "尚缺当事人的查询授权。",
    en: "Somebody's authorisation is still lacking.",
  },
};
