import type { Instant } from "../kernel/instant.ts";
import type { PersonKey } from "../people/person-key.ts";
import type { Scope } from "../people/policy.ts";

/**
 * Somebody may act for one of a case's people: whom that person let in (`delegated`), or staff at a counter while the
 * person is present (`assisted`, 帮办). It has an end, and can be ended before.
 */
export interface Mandate {
  readonly id: string;
  readonly kind: "delegated" | "assisted";
  readonly from: PersonKey;
  readonly to: PersonKey;
  /** Whom it lets in, by the name that the person gave; the case's private part keeps it. */
  readonly name: string;
  /** Who lets them in, by their own log-in's name: whoever acts must see for whom. Staff know whom they have before them. */
  readonly giver?: string;
  readonly scopes: readonly Scope[];
  readonly since: Instant;
  readonly until: Instant;
  readonly endedAt?: Instant;
  /** How staff knew that the person was there: by a code that only they could make, or by their identity document. */
  readonly presence?: "code" | "document";
}

/** What somebody did for another: which mandate, what, when. */
export interface Act {
  readonly mandateId: string;
  readonly by: PersonKey;
  readonly for: PersonKey;
  readonly kind: Mandate["kind"];
  readonly verb: string;
  readonly step?: string;
  readonly at: Instant;
}

export const isInForce = ({ since, until, endedAt }: Mandate, now: Instant): boolean =>
  endedAt === undefined && since <= now && now < until;
