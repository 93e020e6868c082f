import { calendarDateIn, isCalendarDate } from "../../kernel/day.ts";
import { nationalLaw } from "../law/index.ts";
import { entryOn } from "../law/timeline.ts";
import { localities } from "../localities/index.ts";
import { timelinesOf } from "../locality.ts";
import { readArguments } from "./arguments.ts";
import { printTable } from "./table.ts";

/*
 * npm run law [-- YYYY-MM-DD] [--locality liuzhou] [--old DAYS] [--json]
 * The law in force on a day, as a table with citations. `check` marks what needs an officer's look: never verified, or
 * confirmed more than DAYS days (180) before the day.
 */
const fail = (detail: string): never => {
  process.stderr.write(`${detail}\n`);
  process.exit(1);
};

const usage = "npm run law -- [YYYY-MM-DD] [--locality liuzhou] [--old DAYS] [--json]";
const { values, positionals } = readArguments(
  {
    locality: { type: "string", default: "liuzhou" },
    old: { type: "string", default: "180" },
    json: { type: "boolean", default: false },
  },
  (detail) => fail(`${detail}\n${usage}`),
);
const [day = calendarDateIn(new Date(), "Asia/Shanghai")] = positionals;
const locality = Object.hasOwn(localities, values.locality) ? localities[values.locality] : undefined;
const oldDays = Number(values.old);

if (!isCalendarDate(day)) fail(`Not a calendar day: ${day}`);
else if (locality === undefined) fail(`No such locality; there are ${Object.keys(localities).join(", ")}`);
else if (!Number.isInteger(oldDays) || oldDays < 0) fail("--old takes a whole number of days");
else {
  const rows = [...nationalLaw, ...timelinesOf(locality)].flatMap((timeline) => {
    const entry = entryOn(timeline, day);
    if (entry === undefined) return [];
    const age = entry.confirmedOn === null ? null : (Date.parse(day) - Date.parse(entry.confirmedOn)) / 86_400_000;
    return [
      {
        "规定 law": `${entry.title.zh} / ${entry.title.en}`,
        "内容 value": timeline.show(entry.value),
        "起 from": entry.from,
        "止 to": entry.to ?? "-",
        "依据 citation": `${entry.source.act.zh} ${entry.source.article.zh}`,
        "确认 confirmed": entry.confirmedOn ?? "-",
        "核查 check": age === null ? "未核实 unverified" : age > oldDays ? `${age} days old` : "",
        "备注 note": entry.note?.zh ?? "",
      },
    ];
  });
  if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else printTable(rows);
}
