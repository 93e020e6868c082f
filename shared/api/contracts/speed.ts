import * as z from "zod";
import { CalendarDate } from "../../kernel/calendar-date.ts";
import { lazily } from "../../kernel/lazily.ts";
import { dimensions } from "../../speed/figures.ts";
import { describeRoute, PathName } from "../contract.ts";
import { ExpectedTimeView, SpeedView } from "../resources/speed.ts";

const SpeedQuery = lazily(() =>
  z.strictObject({
    from: CalendarDate.optional().meta({ description: "First day; thirty days ago when absent" }),
    to: CalendarDate.optional().meta({ description: "Last day; today when absent" }),
    by: z
      .string()
      .regex(new RegExp(`^(${dimensions.join("|")})(,(${dimensions.join("|")}))*$`))
      .default("package")
      .meta({ description: `By what the rows are told apart, with commas: ${dimensions.join(", ")}` }),
    format: z
      .enum(["json", "csv", "table"])
      .default("json")
      .meta({ description: "`csv`: the rows alone, for a spreadsheet. `table`: the report as text for people" }),
    language: z.enum(["zh", "en"]).default("zh").meta({ description: "Of the table" }),
  }),
);

export const getSpeed = describeRoute({
  name: "getSpeed",
  summary: {
    zh: "本单位的办理速度：各时钟的百分位数，与公布数字对照",
    en: "How fast the office is: percentiles of every clock beside the published figures",
  },
  query: SpeedQuery,
  reply: SpeedView,
  otherTypes: ["text/csv", "text/plain"],
});

export const getExpectedTime = describeRoute({
  name: "getExpectedTime",
  summary: { zh: "预计用时，由近三十天的实际用时得出", en: "How long it takes, from the last thirty days" },
  path: lazily(() => z.strictObject({ packageId: PathName() })),
  reply: ExpectedTimeView,
  refusals: ["package-not-found"],
});
