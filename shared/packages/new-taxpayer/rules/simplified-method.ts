import { addDays, addMonths, type CalendarDate } from "../../../kernel/day.ts";
import { entryOn } from "../../../tax/law/timeline.ts";
import { type SimplifiedItemCode, simplifiedItems, simplifiedMethodLock } from "../law/simplified-method.ts";
import { lawOn } from "./law-on.ts";

export interface SimplifiedMethodFacts {
  readonly item: SimplifiedItemCode;
  readonly contractBegunOn?: CalendarDate;
  /** From when and until when, if the taxpayer says so. */
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly industryCodes: readonly string[];
  /** The first day of general status; absent for a small-scale taxpayer. */
  readonly generalFrom?: CalendarDate;
}

export type SimplifiedMethodRefusal =
  | "not-a-general-taxpayer"
  | "industry-does-not-fit"
  | "item-closed"
  | "contract-date-missing"
  | "contract-too-late"
  | "before-general-status"
  | "shorter-than-the-lock";

export interface Election {
  readonly item: SimplifiedItemCode;
  /** Absent while an officer has yet to say it. */
  readonly ratePercent?: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export type SimplifiedMethodResult =
  | {
      readonly kind: "eligible";
      readonly election: Election;
      readonly review: readonly "law-of-the-day-unknown"[];
      readonly law: readonly string[];
    }
  | { readonly kind: "refused"; readonly code: SimplifiedMethodRefusal; readonly law: readonly string[] };

/** Whether a general taxpayer may elect a levy rate for an item, and for which days. `date` is the day of the application. */
export const electionOf = (facts: SimplifiedMethodFacts, date: CalendarDate): SimplifiedMethodResult => {
  const lock = lawOn(simplifiedMethodLock, date);
  const { industries, law } = simplifiedItems[facts.item];
  const entry = entryOn(law, date);
  const used = entry ? [entry.id, lock.id] : [lock.id];
  const refused = (code: SimplifiedMethodRefusal): SimplifiedMethodResult => ({ kind: "refused", code, law: used });

  if (facts.generalFrom === undefined) return refused("not-a-general-taxpayer");
  const isOfIndustry = facts.industryCodes.some((own) => industries.some((prefix) => own.startsWith(prefix)));
  if (!isOfIndustry) return refused("industry-does-not-fit");
  if (entry?.value.state === "closed") return refused("item-closed");
  const begunBy = entry?.value.contractBegunBy;
  if (begunBy !== undefined && facts.contractBegunOn === undefined) return refused("contract-date-missing");
  if (begunBy !== undefined && facts.contractBegunOn !== undefined && facts.contractBegunOn > begunBy) {
    return refused("contract-too-late");
  }
  const from = facts.from ?? facts.generalFrom;
  if (from < facts.generalFrom) return refused("before-general-status");
  const shortest = addDays(addMonths(from, lock.value), -1);
  const to = facts.until ?? shortest;
  if (to < shortest) return refused("shorter-than-the-lock");
  return {
    kind: "eligible",
    election: { item: facts.item, ...(entry && { ratePercent: entry.value.ratePercent }), from, to },
    review: entry ? [] : ["law-of-the-day-unknown"],
    law: used,
  };
};
