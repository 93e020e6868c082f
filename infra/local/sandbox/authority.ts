import type { AuthorityId } from "../../../shared/connectors/authorities.ts";

/**
 * A sandbox authority: the desk of another body, with its own rules and its own memory. It is served over HTTP as
 * `POST /{operation}` and knows nothing of our product's inside; it shares only the list of authorities' names.
 */
export interface SandboxAuthority {
  readonly id: AuthorityId;
  readonly desks: Readonly<Record<string, Desk>>;
  /** What it holds before anybody calls. `today` lets a record be "fourteen months old" in any year. */
  readonly seed?: (today: string) => readonly SeedRecord[];
}

export interface SeedRecord {
  readonly kind: string;
  readonly key: string;
  readonly record: unknown;
}

export interface Desk {
  /** An `act` is journalled with its `Idempotency-Key`: a repeat gets the first answer and is counted, not done. */
  readonly kind: "query" | "act";
  readonly answer: (request: Readonly<Record<string, unknown>>, office: SandboxOffice) => DeskReply;
  /** The well-formed answer that contradicts what another authority says; given when that fault is asked for. */
  readonly contradicting?: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

export type DeskReply =
  | { readonly kind: "answer"; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: "not-found" }
  | { readonly kind: "refusal"; readonly code: string; readonly zh: string; readonly en: string }
  /** Taken in; `later` is posted to the callback address after `afterMilliseconds`, or when the tests say so. */
  | { readonly kind: "pending"; readonly later: Readonly<Record<string, unknown>>; readonly afterMilliseconds: number }
  /** Taken in; somebody else will say what came of it. */
  | { readonly kind: "pending"; readonly later?: never };

/** What a desk works with: its own records (seeded, then changed by its acts) and its own running numbers. */
export interface SandboxOffice {
  /** Asia/Shanghai. */
  readonly today: string;
  /** The moment, in UTC. */
  readonly now: string;
  /** The next number of a series, such as `四五税通〔2026〕000123号`; the same key always gets the same number. */
  number(series: string): string;
  /** This authority's records by kind and key; changes are journalled with the act that made them. */
  read<Record>(kind: string, key: string): Record | undefined;
  list<Record>(kind: string): readonly Record[];
  write(kind: string, key: string, record: unknown): void;
}
