import type { Channel } from "../cases/case.ts";
import type { Person } from "../packages/package.ts";
import type { Login } from "./authentication.ts";
import type { PersonKey } from "./person-key.ts";

/** Whoever calls: read from the verified token's claims, once, at the edge. */
export interface Caller {
  readonly key: PersonKey;
  readonly person: Person;
  /** `resident` for everybody; `officer` for staff, with an office. */
  readonly roles: readonly ("resident" | "officer")[];
  readonly office?: string;
  /** 1 registered, 2 document checked, 3 face checked. */
  readonly realNameLevel: 1 | 2 | 3;
  readonly channel: Channel;
  /** How they logged in. Absent: the issuer says nothing of it, which is worth no more than one factor. */
  readonly login?: Login;
}

/** The claims of an access token that we read; the identity provider issues them. */
export interface AccessTokenClaims {
  readonly sub: string;
  readonly name: string;
  readonly id_type: Person["idType"];
  readonly id_number: string;
  readonly real_name_level: 1 | 2 | 3;
  readonly roles: readonly ("resident" | "officer")[];
  readonly office?: string;
  readonly channel?: Channel;
  /** One of `acrValues`; how the person logged in, in words of RFC 8176, stands in `amr` for whoever audits. */
  readonly acr?: string;
  /** Seconds since 1970. */
  readonly auth_time?: number;
}
