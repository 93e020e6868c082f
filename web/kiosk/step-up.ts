import { ApiProblem, type CallApi } from "../shared/api/call-api.ts";
import type { Auth } from "../shared/auth/auth.ts";
import type { Session } from "../shared/auth/store.ts";
import { subjectOf } from "./device-flow.ts";

/** A second factor that the API wants newly given, before it does what it was asked (RFC 9470). */
export interface WantedFactor {
  readonly maxAgeSeconds: number | undefined;
  /** With the new session, or nothing when the person would rather not. */
  readonly answer: (session: Session | undefined) => void;
}

export interface StepUp {
  /** Calls, asks for the factor where it is wanted, and calls again: whoever called waits, and need not know. */
  readonly callApi: CallApi;
  readonly wanted: () => WantedFactor | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * A kiosk never leads to the identity provider's pages: the factor is given on the person's own phone, while what they
 * had confirmed waits. Another person's factor counts as none.
 * @param endFormer ends at the API the session that another has replaced here
 */
export const createStepUp = (
  callApi: CallApi,
  auth: Auth,
  endFormer: (former: Session) => Promise<unknown>,
): StepUp => {
  const listeners = new Set<() => void>();
  let wanted: WantedFactor | undefined;
  const show = (next: WantedFactor | undefined): void => {
    wanted = next;
    for (const listener of listeners) listener();
  };
  const ask = (maxAgeSeconds: number | undefined): Promise<Session | undefined> =>
    new Promise((resolve) => {
      show({
        maxAgeSeconds,
        answer: (session) => {
          show(undefined);
          resolve(session);
        },
      });
    });
  return {
    callApi: (async (...call: Parameters<CallApi>) => {
      try {
        return await callApi(...call);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== "step-up-required" || wanted) throw error;
        const before = auth.session();
        const session = await ask(error.problem.maxAgeSeconds);
        if (!session || !before || subjectOf(session) !== subjectOf(before)) throw error;
        auth.set(session);
        // What it stands in for must open nothing any more; nobody would end it later.
        await endFormer(before).catch(() => {});
        return callApi(...call);
      }
    }) as CallApi,
    wanted: () => wanted,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
