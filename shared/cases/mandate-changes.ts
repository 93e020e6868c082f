import type { Case } from "./case.ts";
import { withEvent } from "./case-edits.ts";
import type { CaseChange } from "./change.ts";
import type { Mandate } from "./mandate.ts";

type MandateChange = Extract<CaseChange, { readonly type: "mandate-given" | "mandate-ended" | "acted" }>;

/** So many acts for others a case remembers; the events of all of them have gone out. */
const rememberedActs = 50;

/** Who may act for whom, and what they did: first-write-wins, like everything else of a case. */
export const applyMandate = (current: Case, change: MandateChange): Case => {
  const { mandates = [], acts = [] } = current;
  switch (change.type) {
    case "mandate-given": {
      const { mandate } = change;
      if (mandates.some(({ id }) => id === mandate.id)) return current;
      const given = { ...current, mandates: [...mandates, mandate] };
      const { kind, scopes, until } = mandate;
      return withEvent(given, "mandate-given", change.at, { kind, scopes, until });
    }
    case "mandate-ended": {
      const ended = mandates.find(({ id, endedAt }) => id === change.id && endedAt === undefined);
      if (!ended) return current;
      const end = (mandate: Mandate): Mandate => (mandate === ended ? { ...mandate, endedAt: change.at } : mandate);
      return withEvent({ ...current, mandates: mandates.map(end) }, "mandate-ended", change.at, { kind: ended.kind });
    }
    case "acted": {
      const { kind, verb, step } = change.act;
      const acted = { ...current, acts: [...acts, change.act].slice(-rememberedActs) };
      return withEvent(acted, "acted-for-another", change.at, { kind, verb, ...(step && { step }) });
    }
  }
};
