import type { Evidence } from "../evidence.ts";
import { entryOn, type Timeline } from "../law/timeline.ts";
import type { Sheet } from "../sheet.ts";

/** Says so, with the clause that allows it, when the contract is older than the law that is applied to it. */
export const sayTransition = (
  sheet: Sheet,
  { law, clause }: { readonly law: Timeline<unknown>; readonly clause: Timeline<boolean> },
  evidence: Evidence,
): void => {
  const { contractDate } = sheet.facts.sale;
  const inForce = entryOn(law, sheet.date);
  if (contractDate === undefined || inForce === undefined || contractDate >= inForce.from) return;
  evidence.use(clause);
  evidence.fact("/sale/contractDate", contractDate);
  evidence.say("signed-before-filed-after", { contractDate, filingDate: sheet.date });
};
