import type { Language, Text } from "../../kernel/text.ts";
import { durationText, shareText } from "../report/durations.ts";
import type { Sketch } from "../sketch.ts";
import { colours, drawSvg, fontFamily, titleOf } from "./chart.ts";
import { plotWords } from "./words.ts";

/** A time of others that ours are seen against. */
export interface Mark {
  readonly label: Text;
  readonly milliseconds: number;
}

export interface HistogramInput {
  readonly title: Text;
  readonly times: Sketch;
  readonly marks: readonly Mark[];
}

const size = { width: 1200, height: 648 };
/** Room on the right for the words of a line that stands at the edge, above for those of four lines side by side. */
const grid = { left: 80, right: 200, top: 256, bottom: 88 };

/** Bars to each tenfold; times go from milliseconds to days, so the axis counts in tenfolds. */
const barsPerDecade = 6;

const ticks = [
  1, 10, 100, 1000, 10_000, 60_000, 600_000, 3_600_000, 36_000_000, 86_400_000, 864_000_000, 8_640_000_000,
];

/** How long cases took: how many for each length, with the published times of others as lines. */
export const drawHistogram = ({ title, times, marks }: HistogramInput, language: Language): string => {
  const bars = barsOf(times);
  const [p50 = 0, p95 = 0] = times.percentiles([50, 95]) ?? [];
  const lengths = [
    p50,
    p95,
    ...marks.map(({ milliseconds }) => milliseconds),
    ...bars.flatMap(({ from, to }) => [from, to]),
  ];
  const lowest = Math.floor(Math.min(...lengths.map(positionOf)) * 2) / 2;
  const highest = Math.ceil(Math.max(...lengths.map(positionOf)) * 2) / 2;
  const lines = [
    ...marks.map(({ label, milliseconds }) => ({ name: label[language], milliseconds, color: colours.bad })),
    { name: plotWords.half[language], milliseconds: p50, color: colours.good, lineDash: [8, 5] },
    { name: plotWords.nineteen[language], milliseconds: p95, color: colours.good, lineDash: [8, 5] },
  ].sort((one, other) => one.milliseconds - other.milliseconds);
  const across = (milliseconds: number): number =>
    grid.left + ((positionOf(milliseconds) - lowest) / (highest - lowest)) * (size.width - grid.left - grid.right);
  return drawSvg(
    {
      title: titleOf(
        title[language],
        plotWords.histogramNote(times.count, withinText(times, marks, language))[language],
      ),
      grid,
      xAxis: {
        type: "value",
        min: lowest,
        max: highest,
        name: plotWords.timeAxis[language],
        nameLocation: "middle",
        nameGap: 40,
        nameTextStyle: { fontSize: 14, color: colours.faint },
        axisTick: { customValues: ticks.map(positionOf) },
        axisLabel: {
          customValues: ticks.map(positionOf),
          formatter: (position: number) => durationText(Math.round(10 ** position), language),
          fontSize: 14,
          color: colours.ink,
        },
        splitLine: { show: false },
        axisLine: { lineStyle: { color: colours.faint } },
      },
      yAxis: {
        type: "value",
        name: plotWords.cases[language],
        nameTextStyle: { fontSize: 14, color: colours.faint, align: "right" },
        axisLabel: { fontSize: 14, color: colours.ink },
        splitLine: { lineStyle: { color: "#eef1f4" } },
      },
      series: [
        {
          type: "custom",
          data: bars.map(({ from, to, count }) => [positionOf(from), positionOf(to), count]),
          encode: { x: [0, 1], y: 2 },
          renderItem: renderBar,
        },
      ],
      graphic: {
        elements: flagged(lines, across).flatMap((flag) => lineWithWords(flag, language)),
      },
    },
    size,
  );
};

const positionOf = (milliseconds: number): number => Math.log10(Math.max(0.1, milliseconds));

const withinText = (times: Sketch, marks: readonly Mark[], language: Language): string =>
  marks
    .map(({ label, milliseconds }) => {
      const within = shareText(times.shareWithin(milliseconds));
      return plotWords.within(label[language], durationText(milliseconds, language), within)[language];
    })
    .join(language === "zh" ? ";" : "; ");

interface MarkLine {
  readonly name: string;
  readonly milliseconds: number;
  readonly color: string;
  readonly lineDash?: readonly number[];
}

interface Flag extends MarkLine {
  readonly x: number;
  readonly row: number;
}

/** Words stand to the right of their line, higher than those of the lines that come within their width: none is crossed. */
const flagged = (lines: readonly MarkLine[], across: (milliseconds: number) => number): readonly Flag[] => {
  const flags: Flag[] = [];
  for (const line of lines.toReversed()) {
    const x = across(line.milliseconds);
    const rows = flags.filter((right) => right.x - x < widestWords).map(({ row }) => row + 1);
    flags.push({ ...line, x, row: Math.max(0, ...rows) });
  }
  return flags;
};

const lineWithWords = ({ name, milliseconds, color, lineDash, x, row }: Flag, language: Language) => {
  const top = grid.top - rowHeight * (row + 1);
  return [
    {
      type: "line",
      shape: { x1: x, y1: top, x2: x, y2: size.height - grid.bottom },
      style: { stroke: color, lineWidth: 2, ...(lineDash && { lineDash }) },
      z: 10,
    },
    {
      type: "text",
      x: x + 6,
      y: top,
      style: {
        text: `${name}\n${durationText(milliseconds, language)}`,
        font: `14px ${fontFamily}`,
        lineHeight: 18,
        fill: color,
      },
      z: 10,
    },
  ];
};

const rowHeight = 40;
const widestWords = 196;

/** The sketch's fine bins, put together into bars of the same width on the axis. */
const barsOf = (times: Sketch): readonly { readonly from: number; readonly to: number; readonly count: number }[] => {
  const counts = new Map<number, number>();
  for (const { from, to, count } of times.bins()) {
    const bar = Math.floor(positionOf((from + to) / 2) * barsPerDecade);
    counts.set(bar, (counts.get(bar) ?? 0) + count);
  }
  return [...counts].map(([bar, count]) => ({
    from: 10 ** (bar / barsPerDecade),
    to: 10 ** ((bar + 1) / barsPerDecade),
    count,
  }));
};

interface Api {
  value(index: number): number;
  coord(point: readonly number[]): [number, number];
}

const renderBar = (_parameters: unknown, api: Api) => {
  const [left, top] = api.coord([api.value(0), api.value(2)]);
  const [right, bottom] = api.coord([api.value(1), 0]);
  const shape = { x: left + 1, y: top, width: Math.max(1, right - left - 2), height: bottom - top };
  return { type: "rect", shape, style: { fill: colours.bar } };
};
