import type { AuthorityId } from "../connectors/authorities.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { ResultDocument } from "../packages/package.ts";
import type { PersonKey } from "../people/person-key.ts";
import type {
  CaseStatus,
  Channel,
  Consent,
  Fact,
  Objection,
  OfficerDecision,
  Party,
  Score,
  Signature,
} from "./case.ts";
import type { Act, Mandate } from "./mandate.ts";

/** What can happen to a case. A write is a list of changes applied to the case as it stands; see `transitions.ts`. */
export type Change = StepChange | CaseChange;

/** What happens to one step. */
export type StepChange = {
  readonly step: string;
  readonly at: Instant;
  /** The round in which the work behind this change began; results of an earlier one are too late. */
  readonly round?: number;
} & (
  | {
      readonly type: "started";
      readonly readyAt: Instant;
      /** The steps it builds on: with one of them open again, it does not start. */
      readonly provided?: readonly string[];
    }
  | {
      readonly type: "asked";
      readonly waitsFor: string;
      readonly readyAt: Instant;
      readonly because?: Text;
      readonly promisedBy?: Instant;
      /** The parties of the role who are asked, where not all are. */
      readonly only?: readonly string[];
      /** Set when an authority has taken the request in and answers later. */
      readonly call?: CallTime;
      /** An officer's earlier decision was about other facts. */
      readonly dropsDecision?: boolean;
    }
  | {
      readonly type: "answered";
      readonly person: PersonKey;
      readonly facts: Readonly<Record<string, Fact>>;
      /** How long the person had the question before them, as their client says; the rest of the wait is `away`. */
      readonly activeMilliseconds: number;
      /** False while others of the role must still answer. */
      readonly isLast: boolean;
      /** Whether the step has work to do with the answer; without it, it is done. */
      readonly hasWork: boolean;
      /** Hash of the form that was signed by answering. */
      readonly form?: string;
      /** A statement in place of a silent authority's record. */
      readonly isStated?: boolean;
    }
  /** A person leaves an answer half filled in; an empty one is thrown away. */
  | { readonly type: "drafted"; readonly person: PersonKey; readonly answers: Readonly<Record<string, unknown>> }
  /** `outOfHands`: why it is taken out of a colleague's hands. */
  | { readonly type: "claimed"; readonly officer: PersonKey; readonly outOfHands?: string }
  | {
      readonly type: "decided";
      readonly decision: OfficerDecision;
      /** What the officer answered, where the step asks an officer for facts. */
      readonly facts: Readonly<Record<string, Fact>>;
    }
  /** An officer asks the person to correct an earlier answer; the officer's step waits for that. */
  | {
      readonly type: "sent-back";
      /** The person's step that is asked again, and who answers it. */
      readonly to: string;
      readonly role: string;
      readonly fields: readonly string[];
      readonly reason: string;
      /** The officer's step asks the officer again afterwards; otherwise its work is done anew. */
      readonly asksOfficer: boolean;
    }
  /** An officer decides in place of a rule: it, and what builds on it by itself, begins anew. */
  | {
      readonly type: "taken-over";
      readonly decision: OfficerDecision;
      readonly again: readonly string[];
      readonly unlessBegun: readonly string[];
    }
  /** A person corrects an earlier answer of their own accord, after something was refused. */
  | {
      readonly type: "corrected";
      readonly person: PersonKey;
      readonly facts: Readonly<Record<string, Fact>>;
      /** The refused steps that are tried again with it; those that ask somebody wait for that role again. */
      readonly again: readonly { readonly step: string; readonly asks?: string }[];
    }
  /** One of the case's people asks for a step that is no part of the plan by itself. */
  | {
      readonly type: "called-for";
      readonly reason: string;
      /** The role that the step asks; without it, its work begins. */
      readonly waitsFor?: string;
      readonly promisedBy?: Instant;
    }
  /** Another step has made it needless: nobody waits for it any more. */
  | { readonly type: "ended" }
  /** What steps found no longer holds: they begin anew, unless one of `unlessBegun` has begun. */
  | {
      readonly type: "reopened";
      readonly again: readonly string[];
      readonly unlessBegun: readonly string[];
      readonly because: Text;
      /** People are told by what follows from it alone: of what a new day changes, not of every day. */
      readonly isQuiet?: boolean;
      readonly call?: CallTime;
    }
  /** The form that these people signed has become another one: their answers no longer count. */
  | {
      readonly type: "unsigned";
      readonly signed: readonly Signature[];
      readonly unlessBegun: readonly string[];
      readonly because: Text;
      readonly role: string;
      readonly promisedBy?: Instant;
    }
  /** A late answer has arrived. Kept when it overtakes our own mark of waiting. */
  | { readonly type: "arrived"; readonly answer: unknown }
  | {
      readonly type: "finished";
      readonly readyAt: Instant;
      readonly facts: Readonly<Record<string, Fact>>;
      readonly document?: ResultDocument;
      readonly because?: Text;
      readonly call?: CallTime;
      /** Done anew with the same outcome: nobody needs to be told. */
      readonly isUnchanged?: boolean;
      /** Hash of what its act was asked with. */
      readonly request?: string;
      readonly dropsDecision?: boolean;
    }
  | {
      readonly type: "refused";
      readonly readyAt: Instant;
      readonly code: string;
      readonly because: Text;
      readonly call?: CallTime;
    }
  | {
      readonly type: "silent";
      readonly readyAt: Instant;
      readonly code: string;
      readonly because: Text;
      readonly nextAt: Instant;
      /** Absent when we ourselves failed. */
      readonly call?: CallTime;
    }
  | { readonly type: "skipped" }
  | { readonly type: "blocked"; readonly by: string }
  | { readonly type: "overdue" }
);

/** What happens to the case as a whole. */
export type CaseChange = { readonly at: Instant } & (
  | { readonly type: "opened" }
  /** The sweep has found it due; it changes nothing but who runs it. */
  | { readonly type: "resumed" }
  | { readonly type: "joined"; readonly parties: readonly Party[] }
  | { readonly type: "authorised"; readonly consent: Consent }
  /** These people's authorisation is over: what was found under it is taken back, and they are asked again. */
  | AuthorisationEnded
  /** Somebody whom records name does not want them used: they, and what follows from them by itself, are held back. */
  | {
      readonly type: "objected";
      readonly objection: Objection;
      readonly again: readonly string[];
      readonly unlessBegun: readonly string[];
    }
  | { readonly type: "mandate-given"; readonly mandate: Mandate }
  | { readonly type: "mandate-ended"; readonly id: string }
  /** Something in this write is done by somebody for another. */
  | { readonly type: "acted"; readonly act: Act }
  /** It goes on through another door. */
  | { readonly type: "handed-over"; readonly from: Channel; readonly to: Channel }
  | { readonly type: "withdrawn"; readonly reason?: string }
  /** One of its people says how satisfied they were. */
  | { readonly type: "rated"; readonly person: PersonKey; readonly score: Score }
  | { readonly type: "closed"; readonly status: Exclude<CaseStatus, "open" | "withdrawn"> }
  | { readonly type: "leased"; readonly owner: string; readonly until: Instant }
  | { readonly type: "released"; readonly owner: string; readonly due?: Instant }
  | { readonly type: "requested"; readonly key: string; readonly body: string }
);

export interface AuthorisationEnded {
  readonly type: "authorisation-ended";
  readonly at: Instant;
  readonly why: "withdrawn" | "expired" | "missing";
  /** The step by which it was given, or `opening`. */
  readonly under: string;
  readonly persons: readonly PersonKey[];
  /** Who answers that step. */
  readonly role?: string;
  readonly promisedBy?: Instant;
  /** The look-ups that rest on it, and what follows from them by itself. */
  readonly again: readonly string[];
  readonly unlessBegun: readonly string[];
}

/** A call to an authority: whose, its reference, and how long it took. */
export interface CallTime {
  readonly authority: AuthorityId;
  readonly reference: string;
  readonly milliseconds: number;
  readonly attempts: number;
}
