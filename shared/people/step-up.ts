import { elapsed, type Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { acrValues } from "./authentication.ts";
import type { Caller } from "./caller.ts";

/** How strong a login an act takes, and how fresh it must be. */
export interface StepUp {
  readonly acr: string;
  readonly maxAgeSeconds: number;
}

const minutes = (count: number): number => count * 60;

/**
 * What asks for more than being logged in. Chosen so that one second factor carries a person through confirming,
 * paying and fetching a result, and is worth nothing to whoever finds the phone half an hour later.
 */
export const stepUps = {
  /** An answer that counts as a signature: steps whose question says `needsStepUp`. */
  sign: { acr: acrValues.twoFactor, maxAgeSeconds: minutes(15) },
  pay: { acr: acrValues.twoFactor, maxAgeSeconds: minutes(15) },
  /** Somebody else is let in, or rights are handed on. */
  delegate: { acr: acrValues.twoFactor, maxAgeSeconds: minutes(15) },
  /** An official sees a value that is masked otherwise. */
  unmask: { acr: acrValues.twoFactor, maxAgeSeconds: minutes(5) },
} as const satisfies Record<string, StepUp>;

export type StepUpPurpose = keyof typeof stepUps;

/** Whether a login is strong and fresh enough. One of which the issuer does not say when it was, is not. */
export const isStrongEnough = ({ login }: Caller, { maxAgeSeconds }: StepUp, now: Instant): boolean =>
  login?.hasSecondFactor === true && login.at !== undefined && elapsed(login.at, now) <= maxAgeSeconds * 1000;

/**
 * Demands a fresh second factor before an act (RFC 9470). Ask for it after everything else has been checked, so that
 * nobody types a code for something that is refused anyway.
 * @throws Refusal `step-up-required`, which the API answers with 401 and the challenge in `www-authenticate`
 */
export const demandStepUp = (caller: Caller, purpose: StepUpPurpose, now: Instant): void => {
  const stepUp = stepUps[purpose];
  if (!isStrongEnough(caller, stepUp, now)) throw new Refusal("step-up-required", { stepUp });
};
