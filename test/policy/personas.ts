import type { Change } from "../../shared/cases/change.ts";
import type { Mandate } from "../../shared/cases/mandate.ts";
import { after, type Instant } from "../../shared/kernel/instant.ts";
import type { Caller } from "../../shared/people/caller.ts";
import type { Relation, Role, Scope } from "../../shared/people/policy.ts";
import { aBystander } from "../functions/support/opened-cases.ts";
import { aCaller } from "../support/test-world.ts";

/** When everything of these cases has happened. */
export const start = "2030-01-31T02:00:00.000Z" as Instant;
const applicant = aCaller();

/**
 * One column of the matrix: somebody, what their token says, and what they are to the case. Said by hand, apart from the
 * code that finds it out.
 */
export interface Persona {
  readonly name: string;
  readonly caller: Caller | "nobody";
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  /** What has to happen to a case before they are what they are. */
  readonly changes: readonly Change[];
  /** They act for the applicant, as far as this goes; `over` when it has ended, `elsewhere` when it is for another case. */
  readonly acts?: readonly Scope[] | "over" | "elsewhere";
  /** Turned away before anything is asked about their part: with which problem. */
  readonly turnedAway?: string;
  /** With whose key they sign, where their token is bound to that of kiosk 1. */
  readonly signs?: "kiosk-1" | "kiosk-2" | "nothing";
  /** Holds the secret of a late answer, and no token. */
  readonly isAuthority?: true;
}

const mandateId = "the-mandate";

export const actingHeader = { "acting-under": mandateId };

const persona = (name: string, given: Partial<Persona> = {}): Persona => ({
  name,
  caller: aCaller(name),
  roles: ["resident"],
  relations: [],
  changes: [],
  ...given,
});

/** Named by a record as one of the case's people, under their own role or for somebody who cannot act. */
const party = (name: string, role: string, parties?: readonly string[]): Persona => {
  const joined = { person: aCaller(name).key, role, ...(parties && { parties }) };
  return persona(name, {
    relations: ["party"],
    changes: [{ type: "joined", at: start, parties: [joined] }],
  });
};

const staff = (name: string, roles: readonly Role[], office: string, relations: readonly Relation[]): Persona =>
  persona(name, { caller: aCaller(name, { roles, office, channel: "console" }), roles, relations });

const mandated = (
  who: Persona,
  scopes: readonly Scope[],
  kind: Mandate["kind"] = "delegated",
  ended = false,
): Persona => {
  const { key } = who.caller as Caller;
  const mandate: Mandate = {
    id: mandateId,
    kind,
    from: applicant.key,
    to: key,
    name: who.name,
    scopes,
    since: start,
    until: after(start, 3_600_000),
  };
  const end: readonly Change[] = ended ? [{ type: "mandate-ended", at: start, id: mandateId }] : [];
  return { ...who, changes: [{ type: "mandate-given", at: start, mandate }, ...end], acts: ended ? "over" : scopes };
};

const everything: readonly Scope[] = ["read", "answer", "sign", "pay"];
const atKiosk: Partial<Persona> = { caller: { ...applicant, channel: "kiosk" }, relations: ["opener", "party"] };

const inOwnCase: readonly Persona[] = [
  persona("applicant", { caller: applicant, relations: ["opener", "party"] }),
  party("legal representative", "applicant"),
  party("finance head", "applicant"),
  party("tax handler", "applicant"),
  party("agent of record", "applicant", ["applicant-1"]),
  party("guardian of a minor", "applicant", ["applicant-2"]),
  party("seller", "seller", ["seller-1"]),
  party("buyer", "buyer", ["buyer-1"]),
  persona("spouse, no party", { caller: aBystander, relations: ["subject"] }),
  persona("stranger"),
  mandated(persona("delegate, all"), everything),
  mandated(persona("delegate, reads"), ["read"]),
  mandated(persona("delegate, answers"), ["read", "answer"]),
  mandated(persona("delegate, pays"), ["read", "pay"]),
  mandated(persona("delegate, ended"), everything, "delegated", true),
  (({ acts: _unsaid, ...silent }) => ({ ...silent, relations: ["delegate"] as const }))(
    mandated(persona("delegate, own name"), everything),
  ),
  staff("officer", ["officer"], "liuzhou", ["officer"]),
  mandated(staff("officer, assisting", ["officer"], "liuzhou", ["officer"]), ["read", "answer"], "assisted"),
  staff("officer elsewhere", ["officer"], "guilin", []),
  staff("supervisor", ["officer", "supervisor"], "liuzhou", ["officer"]),
  staff("hotline", ["hotline"], "guangxi", ["hotline"]),
  staff("auditor", ["auditor"], "liuzhou", []),
  persona("kiosk, its person", { ...atKiosk, signs: "kiosk-1" }),
  persona("kiosk, stolen token", { ...atKiosk, signs: "kiosk-2", turnedAway: "device-proof-invalid" }),
  persona("kiosk, no proof", { ...atKiosk, signs: "nothing", turnedAway: "device-proof-invalid" }),
  persona("registered only", {
    caller: { ...applicant, realNameLevel: 1 },
    relations: ["opener", "party"],
    turnedAway: "real-name-insufficient",
  }),
  persona("service", { caller: "nobody", roles: [], isAuthority: true, turnedAway: "token-required" }),
  persona("nobody", { caller: "nobody", roles: [], turnedAway: "token-required" }),
];

/** Whoever belongs to a case, before one that is another's: nothing there has made them what they are. */
const beforeAnothers = inOwnCase
  .filter(({ changes, acts, caller }) => changes.length > 0 && acts === undefined && caller !== "nobody")
  .map((each): Persona => ({ ...each, name: `${each.name}, another's case`, relations: [], changes: [] }));

export const personas: readonly Persona[] = [
  ...inOwnCase,
  ...beforeAnothers,
  persona("delegate, another's case", { acts: "elsewhere" }),
];
