import type { Channel } from "../cases/case.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Person } from "../packages/package.ts";
import type { Login } from "./authentication.ts";
import type { PersonKey } from "./person-key.ts";
import type { PolicyRoute, Role, Scope } from "./policy.ts";

/** Whoever calls: read from the verified token's claims, once, at the edge. */
export interface Caller {
  readonly key: PersonKey;
  readonly person: Person;
  /** What the token says that they are; staff have an office. */
  readonly roles: readonly Role[];
  readonly office?: string;
  /** 1 registered, 2 document checked, 3 face checked. */
  readonly realNameLevel: 1 | 2 | 3;
  readonly channel: Channel;
  /** How they logged in. Absent: the issuer says nothing of it, which is worth no more than one factor. */
  readonly login?: Login;
  /** Where a key-bound token is from, and by what it can be ended before its time. */
  readonly kiosk?: { readonly id: string; readonly session: string; readonly until: Instant };
  /** What they ask for: the row of the policy by which they are let in. Absent: only the clock or a test asks. */
  readonly route?: PolicyRoute;
  /** Whoever really acts, where `key` is of the person for whom they do. */
  readonly actor?: Actor;
}

/** Somebody who acts for another under a mandate of the case. */
export interface Actor {
  readonly key: PersonKey;
  readonly mandateId: string;
  readonly kind: "delegated" | "assisted";
  readonly scopes: readonly Scope[];
}

/** The claims of an access token that we read; the identity provider issues them. */
export interface AccessTokenClaims {
  readonly sub: string;
  readonly name: string;
  readonly id_type: Person["idType"];
  readonly id_number: string;
  readonly real_name_level: 1 | 2 | 3;
  readonly roles: readonly Role[];
  readonly office?: string;
  readonly channel?: Channel;
  /** One of `acrValues`; how the person logged in, in words of RFC 8176, stands in `amr` for whoever audits. */
  readonly acr?: string;
  /** Seconds since 1970. */
  readonly auth_time?: number;
  /** The key without which the token opens nothing (RFC 7800). */
  readonly cnf?: { readonly jkt: string };
}
