import { ApiProblem } from "../api/call-api.ts";
import type { Client } from "../client.tsx";

/** How often others of the case may be faster before it is given up. */
const mostRounds = 4;

/**
 * Makes a change that is right whatever the case's other people do meanwhile, such as keeping a draft: at the version of
 * the moment, and again where somebody was faster.
 * @param version the one that was seen last
 */
export const atLatestVersion = async <Reply>(
  { callApi }: Pick<Client, "callApi">,
  { caseId, version }: { readonly caseId: string; readonly version: number },
  change: (version: number) => Promise<Reply>,
): Promise<Reply> => {
  let latest = version;
  for (let round = 1; ; round += 1) {
    try {
      return await change(latest);
    } catch (error) {
      const isLate = error instanceof ApiProblem && error.code === "case-changed";
      if (!isLate || round === mostRounds) throw error;
      latest = (await callApi("getCase", { caseId })).version;
    }
  }
};
