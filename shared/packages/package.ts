import type * as z from "zod";
import type { AuthorityId } from "../connectors/authorities.ts";
import type { AnyOperation } from "../connectors/operation.ts";
import type { CalendarDate } from "../kernel/calendar-date.ts";
import type { Text } from "../kernel/text.ts";
import type { Condition, FactValues } from "./condition.ts";

/** The one description of a package. Form, plan, drawing, catalogue, timing and savings are all derived from it. */
export interface Package {
  readonly id: string;
  /** Raised with every change; a case keeps the version it was opened under. */
  readonly version: number;
  readonly name: Text;
  readonly summary: Text;
  /**
   * Facts that open a case: what the first request carries. One more is always in hand, for packages that describe it:
   * `opener`, the `Person` who logged in.
   */
  readonly opensWith: readonly string[];
  /** The roles that may open it. One that is listed in a fact is checked as soon as that fact is known. */
  readonly openedBy: readonly string[];
  readonly roles: Readonly<Record<string, Role>>;
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly steps: readonly Step[];
  /** Figures of the counter that this package replaces. */
  readonly before: { readonly visits: number; readonly duration: string; readonly source: string };
  /** How often a person must come in now: 0 or 1. */
  readonly visits: 0 | 1;
}

export interface Role {
  readonly name: Text;
  /** The fact that lists the people of this role, as `Person[]`; none for the role of the opener and for officers. */
  readonly listedIn?: string;
}

export interface FactDefinition {
  readonly schema: z.ZodType;
  readonly label: Text;
  /** The authority that keeps it: such a fact is fetched and never asked. */
  readonly holder?: AuthorityId;
  /** Identity numbers, accounts, addresses and the like: stored sealed, shown masked. */
  readonly isPrivate?: boolean;
  /** The parts of a private fact that say nothing of a person: shown as they are, so that one sees what one agrees to. */
  readonly openParts?: readonly string[];
  /** Each party gives a value of their own: `schema` is of one, what is kept is a record by party, `seller-2`. */
  readonly isPerParty?: boolean;
  /** The part of it that concerns a reader; officers see the whole. Without it, whoever may see it sees the whole. */
  readonly shownTo?: (value: unknown, reader: FactReader) => unknown;
}

/** The roles who must act, and what they do until when, in words to one reader. */
export interface AwaitedPeople {
  readonly roles: readonly string[];
  readonly words: Text;
}

/** Who reads a fact: roles, and the parties, `seller-2`, whom the reader is or represents. */
export interface FactReader {
  readonly roles: readonly string[];
  readonly parties: readonly string[];
}

export interface Citation {
  readonly act: string;
  readonly article?: string;
  /** Whether the text was read by us or is an unverified parameter. */
  readonly status: "read" | "unverified";
}

/** `record`: fetches what an authority holds. `person`: asks. `rule`: decides by pure logic. `task`: the work itself. */
export type StepKind = "record" | "person" | "rule" | "task";

export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly name: Text;
  /** Facts that must be in hand before it starts. */
  readonly needs: readonly string[];
  /** Facts used when they exist: the step waits until it is settled whether they come. */
  readonly wants?: readonly string[];
  /** Steps that must be settled before, though no fact of theirs is used. */
  readonly after?: readonly string[];
  readonly gives: readonly string[];
  /** Absent: always. */
  readonly appliesWhen?: Condition;
  /** It is no part of the plan until one of these people asks for it, such as a correction or a cancellation. */
  readonly onRequest?: {
    /** The roles that may ask for it. */
    readonly by: readonly string[];
    /** Only once this step is done, */
    readonly once: string;
    /** and not after this one is. */
    readonly until?: string;
    /** What one states by asking for it. */
    readonly statement: Text;
  };
  /** Once it was refused for a reason that may pass, these people may ask for it again. */
  readonly retriable?: { readonly by: readonly string[]; readonly statement: Text };
  /** A person answers first. */
  readonly asks?: Ask;
  /** While its authority is silent, people may state the matter themselves (告知承诺): the answer then takes its place. */
  readonly instead?: Ask & { readonly read: (facts: FactValues, context: StepContext) => StepReading };
  /** Why what it gave no longer holds on a later day: then it is done anew, unless something irreversible has begun. */
  readonly isOutdated?: (facts: FactValues, context: StepContext) => Text | undefined;
  /** Of a query: whose records it fetches, and what allows that. Each of them must hold. */
  readonly looksUp?: readonly LookUp[];
  /** The authority's operation; its request is picked from the facts by name unless `request` builds it. */
  readonly performs?: AnyOperation;
  readonly request?: (facts: FactValues, context: StepContext) => unknown;
  /** What the answer means. Without it, the facts named in `gives` are picked from the answer. */
  readonly read?: (answer: unknown, facts: FactValues, context: StepContext) => StepReading;
  /** What it means that the authority holds no such record; without it the step is refused. */
  readonly readNotFound?: (facts: FactValues, context: StepContext) => StepReading;
  /** Pure logic in place of an authority. */
  readonly decide?: (facts: FactValues, context: StepContext) => StepReading;
  /** Records that speak of the same thing: what an officer lays side by side when the step comes to one. */
  readonly compares?: readonly Comparison[];
  /** What an officer may establish with the decision where the records do not say it: the form of its `values`. */
  readonly establishes?: z.ZodType;
  /** Irreversible: it starts only once its inputs and its own started mark are stored. */
  readonly isIrreversible?: boolean;
  /** What people do while its late answer is waited for; without it, nothing. */
  readonly meanwhile?: Text;
  /** Whom its late answer hangs on, where that is people: told to a reader in place of the authority. */
  readonly awaitsPeople?: (facts: FactValues, reader: FactReader) => AwaitedPeople;
  /** How soon it is promised, as an ISO 8601 duration such as `PT15M` or `P2D`. Required for a person's step. */
  readonly promise?: string;
  /** What people had to hand in for it before. */
  readonly replaces?: { readonly forms: number; readonly papers: number; readonly list: Text };
  readonly resultDocument?: Text;
  readonly basis?: readonly Citation[];
}

/** Facts of different sources about one thing; a single fact is a list of records, compared with each other. */
export interface Comparison {
  readonly label: Text;
  readonly facts: readonly string[];
}

/**
 * Whose records a query fetches, and what allows it: an authorisation of each of these people, or a law that needs none
 * (个人信息保护法 第十三条). What people are shown before they authorise, and the receipt of it, are made from this.
 */
export type LookUp =
  | {
      /** The fact that lists them, as `Person[]` or one `Person`; absent: whoever opened the case. */
      readonly about?: string;
      /** The person's step by which they authorise it, or `opening`: the consent that comes with the opening. */
      readonly under: string;
    }
  | {
      readonly about?: string;
      readonly byLaw: Citation;
    };

export interface Ask {
  /** The role that answers; `officer` and `bank` are roles too. */
  readonly role: string;
  /** Every person of the role answers for themselves; otherwise one of them answers for all. */
  readonly each?: boolean;
  /** A fact that lists the parties, `seller-2`, who are asked; the others of the role are not. */
  readonly only?: string;
  /**
   * The form that a person signs by answering, for the parties whom they answer for. Its hash is kept with the answer;
   * when the form has become another one before anything irreversible began, that answer no longer counts.
   */
  readonly signs?: (facts: FactValues, parties: readonly string[]) => unknown;
  /**
   * The person answers for this by law, as with a signature by hand: it is taken only from a session that has proven them
   * anew (step-up, RFC 9470).
   */
  readonly needsStepUp?: boolean;
  /** Asked facts. Empty when only a confirmation is wanted. */
  readonly fields: readonly string[];
  /** This question is the package's shared form; others are answered by the way. */
  readonly isForm?: boolean;
  /** Optional facts among `fields`. */
  readonly optional?: readonly string[];
  /** Facts shown beside the question, to be confirmed with the answer. */
  readonly shows?: readonly string[];
  /** What the person agrees to by answering, in plain words. */
  readonly statement?: Text;
}

export interface StepContext {
  readonly caseId: string;
  /** The bureau's calendar day, Asia/Shanghai, on which the step runs. */
  readonly today: CalendarDate;
  /** Set when the step is done anew: why, and what it gave before. */
  readonly again?: { readonly because: Text; readonly former: FactValues };
}

/**
 * What a step found. `waits` leaves it open for a person; `refused` is final and blocks what builds on it; `again` says
 * that these steps, and what was found or reckoned from them, must be done anew.
 */
export type StepReading =
  | {
      readonly kind: "done";
      readonly gives: FactValues;
      readonly document?: ResultDocument;
      readonly because?: Text;
      /** Done anew with the same outcome: nobody needs to be told. */
      readonly isUnchanged?: boolean;
      /** Steps that are to be done anew on account of it, irreversible ones that build on them included. */
      readonly reopens?: readonly string[];
      /** Steps for which nobody waits any more on account of it. */
      readonly ends?: readonly string[];
    }
  | { readonly kind: "waits"; readonly for: string; readonly because: Text }
  | { readonly kind: "refused"; readonly code: string; readonly because: Text }
  | { readonly kind: "again"; readonly steps: readonly string[]; readonly because: Text };

/** A result document as its issuer numbers it. */
export interface ResultDocument {
  readonly number: string;
  readonly issuedOn: string;
}

/** A person as records name them; always private. */
export interface Person {
  readonly name: string;
  readonly idType: "resident-id" | "passport" | "other";
  readonly idNumber: string;
  readonly phone?: string;
  /** Who acts for them: a guardian, or an agent whom a record names. */
  readonly representedBy?: Person;
}
