import { resolve } from "node:path";
import { type CalendarDate, calendarDate } from "../../../shared/kernel/calendar-date.ts";
import { addDays, calendarDateIn } from "../../../shared/kernel/day.ts";
import { toInstant } from "../../../shared/kernel/instant.ts";
import type { Language } from "../../../shared/kernel/text.ts";
import { type Dimension, dimensions } from "../../../shared/speed/figures.ts";
import { defaultFolder, readParameters } from "../command-line.ts";
import { LocalProblem } from "../local-problem.ts";

export const usage = `npm run speed -- [--from DAY] [--to DAY] [--by ${dimensions.join(",")}] [--format table|json|csv]
                 [--plots FOLDER] [--case CASE] [--language zh|en] [--simulated] [--data .data]

  --from, --to  first and last day, both included; the last thirty days when absent
  --by          what json and csv rows are told apart by, with commas; package by default
  --format      table (the report, by default), json or csv
  --plots       writes SVG plots into this folder: how long cases took, and the map of their ways
  --case        with --plots: the waterfall of this case, too
  --language    of report and plots; zh by default
  --simulated   thirty made-up days of a bureau of Liuzhou's size, in place of the world that \`npm start\` has started
  --data        the folder on which that world runs`;

export interface SpeedOptions {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly by: readonly Dimension[];
  readonly format: "table" | "json" | "csv";
  readonly language: Language;
  readonly plots: string | undefined;
  readonly caseId: string | undefined;
  readonly simulated: boolean;
  readonly folder: string;
}

const usualDays = 30;

/** @returns nothing when help was asked for */
export const readOptions = (): SpeedOptions | undefined => {
  const { values } = readParameters(
    {
      options: {
        from: { type: "string" },
        to: { type: "string" },
        by: { type: "string", default: "package" },
        format: { type: "string", default: "table" },
        plots: { type: "string" },
        case: { type: "string" },
        language: { type: "string", default: "zh" },
        simulated: { type: "boolean", default: false },
        data: { type: "string", default: defaultFolder },
        help: { type: "boolean", default: false },
      },
    },
    usage,
  );
  if (values.help) return undefined;
  const to = values.to === undefined ? calendarDateIn(toInstant(Date.now()), "Asia/Shanghai") : dayOf(values.to);
  const from = values.from === undefined ? addDays(to, 1 - usualDays) : dayOf(values.from);
  if (from > to) throw new LocalProblem(`--to (${to}) lies before --from (${from}).\n\n${usage}`);
  return {
    from,
    to,
    by: values.by.split(",").map((name) => oneOf(dimensions, name, "--by")),
    format: oneOf(["table", "json", "csv"] as const, values.format, "--format"),
    language: oneOf(["zh", "en"] as const, values.language, "--language"),
    plots: values.plots === undefined ? undefined : resolve(values.plots),
    caseId: values.case,
    simulated: values.simulated,
    folder: resolve(values.data),
  };
};

const dayOf = (text: string): CalendarDate => {
  try {
    return calendarDate(text);
  } catch (cause) {
    throw new LocalProblem(`${text} is no day, as 2030-01-31 is one.\n\n${usage}`, { cause });
  }
};

const oneOf = <const Value extends string>(known: readonly Value[], text: string, option: string): Value => {
  const value = known.find((each) => each === text);
  if (value === undefined) throw new LocalProblem(`${option} takes ${known.join(", ")}, not ${text}.\n\n${usage}`);
  return value;
};
