import { setTimeout as sleep } from "node:timers/promises";
import type { LocalWorld } from "../../infra/local/world.ts";
import { createClient } from "../../shared/api/client.ts";
import type { Ledger } from "./arrivals.ts";

interface Act {
  readonly effects: number;
  readonly differing: number;
}

/** What is wrong with the data after a run: nothing when all that was acknowledged is there, whole, and done once. */
export const violations = async (world: LocalWorld, { opened, answered }: Ledger): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [caseId, { token }] of opened) {
    const client = createClient({ baseUrl: world.apiUrl, token });
    let view = await client.getCase({ caseId });
    // What the last seconds left to the clock is brought on by it.
    for (let wait = 0; wait < 60 && isUnderWay(view); wait += 1) {
      await sleep(500);
      view = await client.getCase({ caseId });
    }
    if (isUnderWay(view)) found.push(`case ${caseId} stands still`);
    if (answered.has(caseId) && view.status === "open" && view.questions.length > 0) {
      found.push(`case ${caseId} has lost an answer`);
    }
  }
  const { acts } = (await (await fetch(`${world.controlUrl}/acts`)).json()) as { readonly acts: readonly Act[] };
  const doubled = acts.filter(({ effects, differing }) => effects !== 1 || differing > 0).length;
  if (doubled > 0) found.push(`${doubled} acts took effect more than once`);
  if (acts.length === 0) found.push("no act was done at all");
  return found;
};

const isUnderWay = ({ status, waitsFor }: { readonly status: string; readonly waitsFor: readonly unknown[] }) =>
  status === "open" && waitsFor.length === 0;
