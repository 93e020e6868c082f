import type { Text } from "../../kernel/text.ts";
import type { PackageReport } from "./report.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** What the report says to people. */
export const words = {
  title: text("办理速度报告", "Processing speed"),
  precision: (error: string) =>
    text(`百分位数误差不超过 ${error}。`, `Percentiles are exact to within ${error} of themselves.`),
  cases: ({ opened, completed, refused, withdrawn }: PackageReport["cases"]) =>
    text(
      `受理 ${opened} 件,办结 ${completed} 件,不予办理 ${refused} 件,申请人撤回 ${withdrawn} 件。`,
      `${opened} opened, ${completed} completed, ${refused} refused, ${withdrawn} withdrawn.`,
    ),
  nothingMeasured: text("这段时间没有办结的事项。", "Nothing was completed in this time."),
  besideOthers: text(
    "与公布的数字相比(我们的数字为办理用时的平均值)",
    "Beside the published figures (ours: mean handling time)",
  ),
  published: text("项目", "figure"),
  theirs: text("公布值", "published"),
  ours: text("我们", "ours"),
  within: text("在此时间内办结", "cases within it"),
  source: text("来源", "source"),
  wholeCase: text("整件用时", "The whole case"),
  clock: text("时间", "clock"),
  steps: text("各步骤办理用时(不含等候本人)", "Handling time of each step"),
  step: text("步骤", "step"),
  count: text("件数", "count"),
  mean: text("平均", "mean"),
  refused: text("不予办理", "refused"),
  byItself: (withoutOfficer: string, withoutVisit: string) =>
    text(
      `无人工办结 ${withoutOfficer},零跑动办结 ${withoutVisit}。`,
      `Completed with no officer: ${withoutOfficer}; with no visit: ${withoutVisit}.`,
    ),
  slowest: (name: string, p50: string, p95: string) =>
    text(`最慢的部门:${name}(p50 ${p50},p95 ${p95})。`, `Slowest authority: ${name} (p50 ${p50}, p95 ${p95}).`),
  leaving: (step: string, asked: number, left: number, unanswered: number) =>
    text(
      `离开的环节:${step}(询问 ${asked} 次,撤回 ${left},尚未答复 ${unanswered})。`,
      `Where people leave: ${step} (asked ${asked} times, ${left} took it back, ${unanswered} have not answered).`,
    ),
  broken: (count: number, cases: number, time: string) =>
    text(
      `未兑现的承诺 ${count} 次,涉及已办结 ${cases} 件,共超时 ${time}。`,
      `Promises broken: ${count}, in ${cases} completed cases, ${time} beyond them in all.`,
    ),
  brokenStep: (step: string, late: number, each: string) =>
    text(`  ${step}:${late} 次超时,平均每次 ${each}。`, `  ${step}: late ${late} times, by ${each} on average.`),
  satisfaction: (rated: number, satisfied: string, very: string) =>
    text(
      `评价 ${rated} 件:满意 ${satisfied},其中非常满意 ${very}。各渠道满意率:`,
      `${rated} rated: satisfied ${satisfied}, very satisfied ${very}. Satisfied by channel:`,
    ),
} as const;

export const channelWords: Readonly<Record<string, Text>> = {
  mobile: text("手机", "mobile"),
  kiosk: text("自助终端", "kiosk"),
  etax: text("电子税务局", "e-tax bureau"),
  console: text("窗口代办", "counter"),
};
