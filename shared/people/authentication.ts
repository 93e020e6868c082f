import type { Instant } from "../kernel/instant.ts";

/**
 * How strongly a person logged in, as the claim `acr` says it. The identity provider lists these values in its
 * discovery document; a client asks for one with `acr_values`.
 */
export const acrValues = {
  singleFactor: "urn:one-window:acr:single-factor",
  twoFactor: "urn:one-window:acr:two-factor",
} as const;

/** A login, as the claims `acr` and `auth_time` tell of it. */
export interface Login {
  readonly hasSecondFactor: boolean;
  /** When the person last proved who they are; absent where the identity provider does not say. */
  readonly at?: Instant;
}
