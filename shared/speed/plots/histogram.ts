import type { Language, Text } from "../../kernel/text.ts";
import { durationText, shareText } from "../report/durations.ts";
import type { Sketch } from "../sketch.ts";
import { colours, drawSvg, titleOf } from "./chart.ts";
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

const size = { width: 1120, height: 600 };

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
    ...marks.map(({ label, milliseconds }) => lineAt(label[language], milliseconds, colours.bad, "solid", language)),
    lineAt(plotWords.half[language], p50, colours.good, "dashed", language),
    lineAt(plotWords.nineteen[language], p95, colours.good, "dashed", language),
  ].sort((one, other) => one.xAxis - other.xAxis);
  return drawSvg(
    {
      title: titleOf(
        title[language],
        plotWords.histogramNote(times.count, withinText(times, marks, language))[language],
      ),
      grid: { left: 80, right: 48, top: 226, bottom: 64 },
      xAxis: {
        type: "value",
        min: lowest,
        max: highest,
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
          markLine: {
            symbol: "none",
            silent: true,
            data: lines.map((line, index) => ({
              ...line,
              // Neighbouring lines carry their words on different heights.
              label: { ...line.label, distance: [0, 6 + 40 * (index % 3)] },
            })),
          },
        },
      ],
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

const lineAt = (name: string, milliseconds: number, color: string, type: string, language: Language) => ({
  xAxis: positionOf(milliseconds),
  lineStyle: { color, width: 2, type },
  label: {
    position: "end",
    formatter: `${name}\n${durationText(milliseconds, language)}`,
    color,
    fontSize: 14,
    lineHeight: 18,
  },
});

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
