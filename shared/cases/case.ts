import type { AuthorityId } from "../connectors/authorities.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Person, ResultDocument } from "../packages/package.ts";
import type { StepStatus } from "../packages/step-status.ts";
import type { PersonKey } from "../people/person-key.ts";
import type { Act, Mandate } from "./mandate.ts";

/** Through which door a person came. */
export const channels = ["mobile", "kiosk", "etax", "console"] as const;
export type Channel = (typeof channels)[number];

/**
 * A case: one item, changed only by one conditional write at a time. It is pinned to the package version it was opened
 * under, and to the calendar day of its opening where a law asks for that day.
 */
export interface Case {
  readonly id: string;
  /** Counts the writes; the ETag of the API. */
  readonly version: number;
  readonly packageId: string;
  readonly packageVersion: number;
  readonly status: CaseStatus;
  readonly channel: Channel;
  readonly office: string;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly openedBy: PersonKey;
  readonly parties: readonly Party[];
  readonly consents: readonly Consent[];
  readonly facts: Readonly<Record<string, Fact>>;
  /** Only steps that something has happened to. */
  readonly steps: Readonly<Record<string, StepState>>;
  /** What its people have been told, in order. Absent in what was stored before cases told anything. */
  readonly messages?: readonly Message[];
  /** Answers begun and not given yet: each person's own, to be gone on with through another door. */
  readonly drafts?: readonly Draft[];
  /** Of people whom a record names and who are no party. */
  readonly objections?: readonly Objection[];
  /** Who may or might act for one of its people, the ended ones included. */
  readonly mandates?: readonly Mandate[];
  /** What was done under them. */
  readonly acts?: readonly Act[];
  /** How satisfied its people were once it was over, each asked once. */
  readonly ratings?: readonly Rating[];
  /** Set once it was completed and then opened again by an officer. */
  readonly isReopened?: boolean;
  /** Answers that overtook our own mark of waiting; the next write consumes them. */
  readonly early: Readonly<Record<string, LateAnswer>>;
  /** The last requests that changed it: a repeated one is recognised, never done twice. */
  readonly requests: readonly RequestMark[];
  /** What the last write tells the world; the stream carries it. */
  readonly events: readonly CaseEvent[];
  /** The marks of the last writes: a writer whose reply was lost recognises its own. */
  readonly writes: readonly string[];
  /** Who runs it now, and until when that is believed. */
  readonly lease?: { readonly owner: string; readonly until: Instant };
  /** When somebody must look at it again whatever happens. Absent: never by itself. */
  readonly due?: Instant;
}

/** `closed` by finishing; `refused` when it can go no further; `withdrawn` by the person. */
export type CaseStatus = "open" | "completed" | "refused" | "withdrawn";

/** From very dissatisfied (1) to very satisfied (5). */
export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

export interface Rating {
  readonly person: PersonKey;
  readonly score: Score;
  readonly at: Instant;
}

export interface Party {
  readonly person: PersonKey;
  readonly role: string;
  /** Whom of the role's list they are or represent, `seller-2`; none for roles without a list. */
  readonly parties?: readonly string[];
}

/**
 * What a person agreed to, when, and until when it held. What exactly it allows is said by the package version that the
 * case is pinned to: the queries that rest on it.
 */
export interface Consent {
  readonly person: PersonKey;
  readonly purpose: "data-sharing";
  readonly at: Instant;
  /** The step by which it was given; absent: by opening the case. */
  readonly step?: string;
  readonly channel?: Channel;
  readonly withdrawnAt?: Instant;
}

/**
 * Somebody whom a record names, and who is none of the case's people, does not want it used (个人信息保护法 第四十四条).
 * Until an officer has answered for each record, it is held back.
 */
export interface Objection {
  readonly person: PersonKey;
  /** By their own log-in, and in their own words, for officers alone: in one object, so that all of it is sealed as theirs. */
  readonly statement: Pick<Person, "name" | "idType" | "idNumber"> & { readonly reason: string };
  /** The steps that fetched the records, and the facts in them that name the person. */
  readonly steps: readonly string[];
  readonly facts: readonly string[];
  readonly at: Instant;
  readonly answers: readonly ObjectionAnswer[];
}

export interface ObjectionAnswer {
  readonly step: string;
  /** Whether the record is used nevertheless: looked up anew first. */
  readonly isUsed: boolean;
  readonly reason: string;
  readonly at: Instant;
}

/** A value with where it came from. Private values are masked when they are shown. */
export interface Fact {
  readonly value: unknown;
  readonly isPrivate?: boolean;
  readonly source: FactSource;
  readonly at: Instant;
}

export type FactSource =
  | { readonly kind: "person"; readonly step: string; readonly role: string }
  | {
      readonly kind: "authority";
      readonly step: string;
      readonly authority: AuthorityId;
      readonly reference: string;
      /** Keyed hash over the value: a changed record does not pass for the one that was shown. */
      readonly seal: string;
    }
  | { readonly kind: "rule"; readonly step: string };

export interface StepState {
  readonly status: StepStatus;
  readonly attempts: number;
  /** Raised by each answer or decision of a person: part of the business key, so that a new request is a new act. */
  readonly round: number;
  /** When its inputs were first in hand: its clocks start here. */
  readonly readyAt: Instant;
  /** When the present status began. */
  readonly since: Instant;
  readonly finishedAt?: Instant;
  readonly waitsFor?: string;
  /** The refused step that this one builds on. */
  readonly blockedBy?: string;
  readonly nextAt?: Instant;
  /** The promise, as a moment. */
  readonly promisedBy?: Instant;
  /** How long it has waited beyond promises that are over, in milliseconds. */
  readonly late?: number;
  readonly isOverdue?: boolean;
  readonly because?: Text;
  /** A refusal's or silence's stable code. */
  readonly code?: string;
  /** The authority's number of its answer. */
  readonly reference?: string;
  readonly document?: ResultDocument;
  /** What an officer wants corrected in the person's answer, and why. */
  readonly marked?: { readonly fields: readonly string[]; readonly reason: string };
  /** The person's step whose correction this one waits for, and whether it then asks the officer again. */
  readonly sentBack?: { readonly to: string; readonly asksOfficer: boolean };
  /** Who has answered so far, where each of a role must. */
  readonly answeredBy?: readonly PersonKey[];
  /** What each of them signed: the hash of the form as it stood then. */
  readonly signed?: readonly Signature[];
  /** Answered by people's own statement in place of the silent authority. */
  readonly isStated?: boolean;
  /** What it gave before it was begun anew. */
  readonly former?: Readonly<Record<string, unknown>>;
  readonly formerDocument?: ResultDocument;
  /** Hash of the request that its act was asked with: begun anew with the same, the act stands. */
  readonly request?: string;
  /** The officer who has it in hand, and since when. */
  readonly claimedBy?: PersonKey;
  readonly claimedAt?: Instant;
  /** Out of whose hands it was taken last, and why. */
  readonly takenFrom?: { readonly officer: PersonKey; readonly at: Instant; readonly reason: string };
  /** What an officer decided; the step's work sees it as the fact `officerDecision.{step}`. */
  readonly decision?: OfficerDecision;
  readonly clocks: Clocks;
}

/** A person's signature: over which form (SHA-256 of its canonical JSON), and when. */
export interface Signature {
  readonly person: PersonKey;
  readonly form: string;
  readonly at: Instant;
}

export interface OfficerDecision {
  readonly approved: boolean;
  readonly reason: string;
  readonly values?: Readonly<Record<string, unknown>>;
  /** What the officer found in place of the step's own rule, by fact; null where a result does not arise. */
  readonly results?: Readonly<Record<string, unknown>>;
  readonly by: PersonKey;
  readonly at: Instant;
  /** Hash of the facts that the officer had before them: about other facts, the decision says nothing. */
  readonly about?: string;
}

/**
 * Four clocks, in milliseconds, and two more where an officer was asked: together they are the time from ready to
 * settled.
 */
export interface Clocks {
  /** A person had the question before them. */
  readonly active: number;
  /** A person had the question and was away. */
  readonly away: number;
  /** We ourselves. */
  readonly machine: number;
  /** Another authority: its calls, and the time it stayed silent. */
  readonly authority: number;
  /** It lay in the officers' queue. */
  readonly queue?: number;
  /** An officer had it in hand. */
  readonly hands?: number;
}

/**
 * What people of a case are told of a change, written with the change and never altered. Its words follow from the
 * package, so that only names, reasons and moments are kept.
 */
export interface Message {
  /** Counts from 1 within the case. */
  readonly number: number;
  /** When it came into being, and with it what it tells of: terms run from here. */
  readonly at: Instant;
  readonly kind: MessageKind;
  readonly step?: string;
  /** Absent: everybody of the case. */
  readonly to?: MessageAddress;
  /** The role or authority that is waited for. */
  readonly who?: string;
  readonly because?: Text;
  /** By when something is asked or promised. */
  readonly promisedBy?: Instant;
  readonly document?: ResultDocument;
  /** A refusal's stable code. */
  readonly code?: string;
  /** Facts to be corrected, and what the officer wrote about them. */
  readonly fields?: readonly string[];
  readonly reason?: string;
}

/** One person of a role, some parties of it, or all; `opener` is whoever opened the case. */
export interface MessageAddress {
  readonly role: string;
  readonly person?: PersonKey;
  readonly parties?: readonly string[];
}

/**
 * - `opened`, `completed`, `refused-case`, `withdrawn`: the case as a whole
 * - `named`: a record names somebody as a party of it
 * - `asked`, `sent-back`, `reminded`, `voided`: it is somebody's turn, anew, still, or again
 * - `signed`: the receipt of a signature
 * - `with-officer`, `awaited`, `late`: an officer or an authority has it, or has it too long
 * - `issued`, `noted`: a step is done, with a document or with something to know about it
 * - `begun-anew`, `decided-anew`, `taken-up-again`: what was found no longer holds
 * - `called-for`: one of its people asked for a correction, a cancellation or the like
 * - `refused`: a step was refused
 */
export type MessageKind =
  | "opened"
  | "named"
  | "asked"
  | "sent-back"
  | "reminded"
  | "voided"
  | "signed"
  | "with-officer"
  | "awaited"
  | "late"
  | "issued"
  | "noted"
  | "begun-anew"
  | "decided-anew"
  | "taken-up-again"
  | "called-for"
  | "refused"
  | "completed"
  | "refused-case"
  | "withdrawn";

/** What a person has filled in so far, as they left it: nothing of it is checked before it is given as an answer. */
export interface Draft {
  readonly step: string;
  readonly person: PersonKey;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

/** An answer as a callback brings it. */
export interface LateAnswer {
  readonly answer: unknown;
  readonly at: Instant;
}

export interface RequestMark {
  readonly key: string;
  readonly body: string;
}

export interface CaseEvent {
  /** `{case}-{version}-{index}`: whoever consumes it acts once per id. */
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}
