import type { Evidence } from "../evidence.ts";
import { entryOn, type Timeline } from "../law/timeline.ts";
import { undeclaredContractsFollowFilingDay } from "../law/transition.ts";
import type { Sheet } from "../sheet.ts";

/** Says so when the contract is older than the law of the filing day that is applied to it. */
export const sayTransition = (sheet: Sheet, law: Timeline<unknown>, evidence: Evidence): void => {
  const { contractDate } = sheet.facts.sale;
  const inForce = entryOn(law, sheet.date);
  if (contractDate === undefined || inForce === undefined || contractDate >= inForce.from) return;
  evidence.use(undeclaredContractsFollowFilingDay);
  evidence.fact("/sale/contractDate", contractDate);
  evidence.say("signed-before-filed-after", { contractDate, filingDate: sheet.date });
};
