import type * as z from "zod";
import { lazily } from "../kernel/lazily.ts";
import type { Text } from "../kernel/text.ts";
import type { AuthorityId } from "./authorities.ts";

/**
 * One thing that an authority does for us, in our words. A `query` reads and may be repeated freely; an `act` changes
 * something over there, and is recognised by its business key: a repeated act gets the first answer again.
 */
export interface Operation<Request = unknown, Answer = unknown> {
  readonly authority: AuthorityId;
  /** The last part of its address: `POST {authority}/{name}`. */
  readonly name: string;
  readonly kind: "query" | "act";
  readonly label: Text;
  readonly request: z.ZodType<Request>;
  readonly answer: z.ZodType<Answer>;
  /** Whether an answer is about whom was asked, where it says so: one about somebody else is no answer. */
  readonly isAbout?: (request: Request, answer: Answer) => boolean;
}

/** Any operation, where only its names and schemas matter. */
// biome-ignore lint/suspicious/noExplicitAny: a list of operations has no common request or answer type
export type AnyOperation = Operation<any, any>;

/** As it is written down: schemas that are made when they are first used, for a case needs few of them. */
type Draft<Request, Answer> = Omit<Operation, "request" | "answer" | "isAbout"> & {
  readonly isAbout?: (request: Request, answer: Answer) => boolean;
  readonly request: MadeLater<z.ZodType<Request>>;
  readonly answer: MadeLater<z.ZodType<Answer>>;
};

type MadeLater<Value> = Value | (() => Value);

/** An operation of a port. Its schemas may be functions, which are called when they are first needed. */
export const defineOperation = <Request, Answer>(draft: Draft<Request, Answer>): Operation<Request, Answer> => {
  const request = later(draft.request);
  const answer = later(draft.answer);
  return {
    authority: draft.authority,
    name: draft.name,
    kind: draft.kind,
    label: draft.label,
    ...(draft.isAbout && { isAbout: draft.isAbout }),
    get request() {
      return request();
    },
    get answer() {
      return answer();
    },
  };
};

const later = <Value extends object>(value: MadeLater<Value>): (() => Value) =>
  lazily(typeof value === "function" ? (value as () => Value) : () => value);

/** `core-tax/file-declaration`: by what steps, desks and logs name it. */
export const operationId = (operation: AnyOperation): string => `${operation.authority}/${operation.name}`;

/** What came of a call. Silence is a result with a name, not an exception. */
export type Outcome<Answer = unknown> =
  | { readonly kind: "answered"; readonly answer: Answer; readonly stamp: Stamp }
  | { readonly kind: "not-found"; readonly stamp: Stamp }
  | { readonly kind: "refused"; readonly code: string; readonly reason: Text; readonly stamp: Stamp }
  /** Taken in; the answer comes later through the callback address that went with the call. */
  | { readonly kind: "pending"; readonly stamp: Stamp }
  | { readonly kind: "silent"; readonly reason: Silence; readonly stamp: Stamp };

export type Silence = "time-box-exceeded" | "unreachable" | "failed" | "unreadable-answer" | "breaker-open";

/** Where an answer comes from and how long it took: all attempts of this call together. */
export interface Stamp {
  readonly authority: AuthorityId;
  /** The authority's own number for this answer; empty when it gave none. */
  readonly reference: string;
  readonly attempts: number;
  readonly milliseconds: number;
}

export interface CallOptions {
  /** The business key, `case:step`: the same for every attempt and after every crash. */
  readonly key: string;
  /** Where the authority sends a late answer; only for operations that may answer `pending`. */
  readonly callback?: { readonly url: string; readonly token: string };
}

/** The port through which cases reach authorities. Never throws for what an authority does or fails to do. */
export type CallAuthority = <Request, Answer>(
  operation: Operation<Request, Answer>,
  request: Request,
  options: CallOptions,
) => Promise<Outcome<Answer>>;
