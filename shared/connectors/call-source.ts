import type { AuthorityId } from "./authorities.ts";
import type { Breaker } from "./breaker.ts";
import type { Outcome, Silence, Stamp } from "./operation.ts";
import type { Sent } from "./send.ts";

type WithoutStamp<Any> = Any extends { readonly stamp: Stamp } ? Omit<Any, "stamp"> : never;

/** What one attempt came to. */
export type Reading<Answer> = WithoutStamp<Outcome<Answer>> & { readonly reference: string };

export interface SourceCall<Answer> {
  readonly authority: AuthorityId;
  readonly attempt: (timeoutMilliseconds: number) => Promise<Sent>;
  readonly read: (sent: Sent) => Reading<Answer>;
}

export interface SourcePolicy {
  /** All attempts of one call together. */
  readonly timeBoxMilliseconds: number;
  /** Further attempts after a failure that may pass at once; longer silence is the case's business, not the call's. */
  readonly retries: number;
  readonly retryPauseMilliseconds: number;
}

export interface SourceParts {
  readonly breaker: Breaker;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * Calls a source once, whatever it does: time box, one immediate retry when a pooled connection breaks, few retries with
 * jitter inside the box, breaker and timing. Retrying is safe because every act carries its business key.
 */
export const callSource = async <Answer>(
  call: SourceCall<Answer>,
  policy: SourcePolicy,
  { breaker, now, sleep, random }: SourceParts,
): Promise<Outcome<Answer>> => {
  const startedAt = now();
  let attempts = 0;
  const stamped = ({ reference, ...reading }: Reading<Answer>): Outcome<Answer> => {
    const milliseconds = Math.round((now() - startedAt) * 10) / 10;
    return { ...reading, stamp: { authority: call.authority, reference, attempts, milliseconds } } as Outcome<Answer>;
  };
  const silent = (reason: Silence): Reading<Answer> => ({ kind: "silent", reason, reference: "" }) as Reading<Answer>;

  if (!breaker.admits()) return stamped(silent("breaker-open"));
  let hasRetriedSocket = false;
  for (let retry = 0; ; ) {
    const left = policy.timeBoxMilliseconds - (now() - startedAt);
    if (left <= 0) {
      breaker.noteSilence();
      return stamped(silent("time-box-exceeded"));
    }
    attempts += 1;
    const sent = await call.attempt(left);
    const reading = call.read(sent);
    if (reading.kind !== "silent") {
      breaker.noteAnswer();
      return stamped(reading);
    }
    // The idle-socket race: the authority closed a pooled connection while our call was on its way.
    if (sent.kind === "broken" && sent.wasIdle && !hasRetriedSocket) {
      hasRetriedSocket = true;
      continue;
    }
    const pause = policy.retryPauseMilliseconds * 2 ** retry * (0.5 + random());
    const timeLeft = policy.timeBoxMilliseconds - (now() - startedAt);
    if (!mayPass(sent) || retry >= policy.retries || pause >= timeLeft) {
      breaker.noteSilence();
      return stamped(reading);
    }
    retry += 1;
    await sleep(pause);
  }
};

/** Whether the same call may fare better a moment later. A garbled or forbidden one will not. */
const mayPass = (sent: Sent): boolean => sent.kind === "broken" || (sent.kind === "reply" && sent.status >= 500);
