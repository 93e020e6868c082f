import { needsToken, type RouteName, routes } from "../../shared/api/routes.ts";
import { policy, type Rule } from "../../shared/people/policy.ts";
import type { Persona } from "./personas.ts";

/** `yes`, or the problem that must come. */
export type Cell = string;

/**
 * What the table says of one cell, read once more by hand: the door first (token, roles, identity), then for whom somebody
 * acts, then their part in the case, then what the route's own matter adds.
 */
export const expectedIn = (route: RouteName, persona: Persona): Cell => {
  const rule: Rule = policy[route];
  if (rule.callers === "anybody") return "yes";
  // A wallet's notice is let in by its signature: a forged one gets the wallet's own word for no.
  if (route === "receiveWalletNotice") return "yes";
  if (rule.callers === "authorities") return persona.isAuthority ? "yes" : "callback-refused";
  return atTheDoor(rule, persona) ?? inTheCase(route, rule, persona) ?? further[route]?.(persona) ?? "yes";
};

const atTheDoor = ({ callers }: Rule, { roles, turnedAway }: Persona): Cell | undefined => {
  if (turnedAway === "token-required") return turnedAway;
  if (!roles.some((role) => callers.includes(role as never))) {
    return callers.includes("resident" as never) ? "residents-only" : "officer-only";
  }
  return turnedAway;
};

const inTheCase = (route: RouteName, rule: Rule, { relations, acts }: Persona): Cell | undefined => {
  const isAboutCase = routes[route].path.includes("{caseId}");
  if (acts !== undefined) {
    if (!isAboutCase) return "not-for-another";
    if (acts === "elsewhere") return "case-not-found";
    if (acts === "over") return "mandate-over";
    if (rule.scope === undefined) return "not-for-another";
    // Whoever acts has the applicant's part, who is opener and party.
    return acts.includes(rule.scope) ? undefined : "mandate-too-narrow";
  }
  if (!isAboutCase) return undefined;
  const open: readonly string[] = rule.relations ?? ["opener", "party", "officer"];
  // Whom a record names is known where a row lets them in, and nowhere else.
  if (relations.every((relation) => relation === "subject" && !open.includes(relation))) return "case-not-found";
  return relations.some((relation) => open.includes(relation)) ? undefined : (rule.refusal ?? "not-your-case");
};

/** Of the applicant alone, whoever else belongs to the case. */
const ofApplicant =
  (code: string) =>
  (persona: Persona): Cell | undefined =>
    isApplicant(persona) || persona.relations.includes("officer") ? undefined : code;

const isApplicant = ({ relations, acts }: Persona): boolean =>
  relations.includes("opener") || (acts !== undefined && acts !== "elsewhere");
/** The applicant's question is not theirs. */
const otherSide = ({ name }: Persona): boolean => name === "seller" || name === "buyer";

/** What a route's own matter adds to the table: whose question, bill, code, delegation or authorisation it is. */
const further: { readonly [Route in RouteName]?: (persona: Persona) => Cell | undefined } = {
  answerStep: (persona) => (otherSide(persona) ? "not-your-step" : undefined),
  saveDraft: (persona) => (otherSide(persona) ? "not-your-step" : undefined),
  requestStep: (persona) => (otherSide(persona) ? "not-your-step" : undefined),
  withdrawAuthorisation: ofApplicant("authorisation-not-given"),
  getBill: ofApplicant("bill-not-found"),
  payBill: ofApplicant("bill-not-found"),
  abandonPayment: ofApplicant("bill-not-found"),
  // Whose company it is says the register, which knows the applicant alone.
  readCompanyFile: ofApplicant("not-your-company"),
  getCompanyDocument: ofApplicant("not-your-company"),
  redeemHandover: (persona) => (isApplicant(persona) ? undefined : "handover-refused"),
  endDelegation: (persona) => (isApplicant(persona) ? undefined : "mandate-not-found"),
};

export const hasToken = (route: RouteName): boolean => needsToken(routes[route]);
