import { ApiProblem } from "../api/call-api.ts";
import { useClient } from "../client.tsx";
import { currentLanguage } from "../texts/language.tsx";

/** Leads to the second factor where the API asks for a fresh one (RFC 9470); the way back ends at the same screen. */
export const useStepUp = (): ((error: unknown) => Promise<void>) => {
  const { auth } = useClient();
  return async (error) => {
    if (!(error instanceof ApiProblem) || error.code !== "step-up-required" || !auth.leadsAway) return;
    const { acrValues, maxAgeSeconds } = error.problem;
    await auth.login({
      ...(acrValues !== undefined && { acrValues }),
      ...(maxAgeSeconds !== undefined && { maxAgeSeconds }),
      language: currentLanguage(),
    });
  };
};
