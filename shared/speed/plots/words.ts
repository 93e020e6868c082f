import type { Text } from "../../kernel/text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** What the plots say to people. */
export const plotWords = {
  cases: text("件数", "cases"),
  timeAxis: text("办理用时(对数刻度)", "handling time (logarithmic scale)"),
  half: text("半数在此以内", "half within"),
  nineteen: text("95%在此以内", "95 % within"),
  handlingOf: (name: Text): Text => text(`${name.zh} · 办理用时`, `${name.en}: handling time`),
  histogramNote: (count: number, within: string): Text =>
    text(
      `办结 ${count} 件,不含等候本人的时间。\n${within}`,
      `${count} completed cases, time spent waiting for their people left out.\n${within}`,
    ),
  within: (label: string, time: string, share: string): Text =>
    text(`${share} 在${label}(${time})以内`, `${share} within the ${label} (${time})`),
  waterfallOf: (name: Text): Text =>
    text(`${name.zh} · 一件事项的时间去向`, `${name.en}: where the time of one case went`),
  waterfallNote: (elapsed: string, handling: string): Text =>
    text(
      `总用时 ${elapsed},其中办理 ${handling}。横轴经压缩,长的时间画得较短;条上的数字是实际用时。`,
      `${elapsed} in all, ${handling} of it handling. The axis is compressed: long times are drawn shorter; the numbers are real.`,
    ),
  trafficOf: (name: Text): Text => text(`${name.zh} · 流程图`, `${name.en}: the way of its cases`),
  trafficNote: (cases: number): Text =>
    text(
      `受理 ${cases} 件。方框:件数与半数办理用时;由浅蓝、蓝到橙,越来越慢(橙:一分钟以上)。线越粗,经过的件数越多;分流处标出件数。\n边框:绿为调取记录,蓝为本人办理,紫为规则判定,黑为办理事项。`,
      `${cases} cases. A box: how many, and within which time half of them were handled; from pale over blue to orange it gets slower (orange: over a minute). The thicker a line, the more\nwent that way; branches carry their number. Borders: green fetches a record, blue asks a person, purple decides by rule, black is a task.`,
    ),
  count: (count: number): Text => text(`${count} 件`, String(count)),
} as const;
