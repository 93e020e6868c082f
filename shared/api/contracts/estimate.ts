import * as z from "zod";
import { CalendarDate } from "../../kernel/calendar-date.ts";
import { Assessment, FilingDateComparison } from "../../tax/assessment.ts";
import { HousingFacts } from "../../tax/facts.ts";
import { readHousingFacts } from "../../tax/read-facts.ts";
import { describeRoute } from "../contract.ts";

const mostDates = 5;

/** `2025-12-31,2026-01-01`: other days on which the same sale might be filed. */
const filingDates = () =>
  z
    .string()
    .max(mostDates * 11)
    .transform((text) => text.split(","))
    .pipe(z.array(CalendarDate).min(1).max(mostDates));

export const estimateHousingTax = describeRoute({
  name: "estimateHousingTax",
  summary: {
    zh: "存量房税费试算:只按所填内容计算,不查询也不保存;可比较不同申报日期",
    en: "What a sale of a home would be taxed: computed from what is sent, nothing is looked up or kept; filing days may be compared",
  },
  query: () =>
    z.strictObject({
      compareWith: filingDates()
        .optional()
        .meta({ description: `Up to ${mostDates} other filing days, with commas between` }),
    }),
  bodyIs: "required",
  body: () => HousingFacts,
  readBody: readHousingFacts,
  reply: () => Assessment.extend({ comparison: FilingDateComparison.optional() }),
  refusals: ["facts-invalid"],
});
