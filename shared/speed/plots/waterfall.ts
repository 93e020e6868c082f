import type { Language, Text } from "../../kernel/text.ts";
import { type sharedClocks, speedClocks } from "../clocks.ts";
import { durationText } from "../report/durations.ts";
import { colours, drawSvg, fontFamily, titleOf } from "./chart.ts";
import { plotWords } from "./words.ts";

export interface WaterfallStep {
  readonly name: Text;
  /** Milliseconds since the case was opened. */
  readonly readyAt: number;
  readonly clocks: Readonly<Partial<Record<(typeof sharedClocks)[number], number>>>;
}

export interface WaterfallInput {
  readonly title: Text;
  readonly handlingMilliseconds: number;
  readonly steps: readonly WaterfallStep[];
}

/** In which order a step's clocks ran. */
const order = ["away", "active", "authority", "queue", "hands", "machine"] as const;

/** How much shorter a time is drawn: ten times as long is this power of ten as wide. */
const compression = 0.3;

const width = 1280;
const rowHeight = 24;

/** One case as a waterfall: a row for each step, from when it could begin, in the colours of its clocks. */
export const drawWaterfall = ({ title, handlingMilliseconds, steps }: WaterfallInput, language: Language): string => {
  const rows = steps.map(rowOf).sort((one, other) => one.readyAt - other.readyAt || one.endsAt - other.endsAt);
  const endsAt = Math.max(0, ...rows.map((row) => row.endsAt));
  const scale = compressed(rows.flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to])));
  const height = 176 + rows.length * rowHeight + 24;
  const note = plotWords.waterfallNote(durationText(endsAt, language), durationText(handlingMilliseconds, language));
  return drawSvg(
    {
      title: titleOf(title[language], note[language]),
      legend: {
        top: 88,
        left: 24,
        itemGap: 24,
        itemWidth: 14,
        itemHeight: 14,
        textStyle: { fontSize: 14, color: colours.ink },
        data: order.map((clock) => ({ name: speedClocks[clock][language], itemStyle: { color: colours[clock] } })),
      },
      grid: { left: language === "zh" ? 320 : 350, right: 110, top: 136, bottom: 24 },
      xAxis: { type: "value", min: 0, max: 1, show: false },
      yAxis: {
        type: "category",
        inverse: true,
        data: rows.map(({ name }) => name[language]),
        axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false },
        axisLabel: { interval: 0, fontSize: 13, color: colours.ink, width: 320, overflow: "truncate" },
        splitLine: { show: true, lineStyle: { color: "#f3f5f7" } },
      },
      series: [
        ...order.map((clock) => ({
          type: "custom",
          name: speedClocks[clock][language],
          itemStyle: { color: colours[clock] },
          encode: { x: [0, 1], y: 2 },
          renderItem: renderPiece,
          data: rows.flatMap(({ pieces }, row) =>
            pieces.filter((piece) => piece.clock === clock).map(({ from, to }) => [scale(from), scale(to), row]),
          ),
        })),
        {
          type: "custom",
          encode: { x: 0, y: 1 },
          renderItem: renderTexts(rows.map(({ readyAt, endsAt: end }) => durationText(end - readyAt, language))),
          data: rows.map(({ endsAt: end }, row) => [scale(end), row]),
        },
      ],
    },
    { width, height },
  );
};

const rowOf = ({ name, readyAt, clocks }: WaterfallStep) => {
  let at = readyAt;
  const pieces = order.flatMap((clock) => {
    const lasted = clocks[clock] ?? 0;
    if (lasted <= 0) return [];
    const piece = { clock, from: at, to: at + lasted };
    at = piece.to;
    return [piece];
  });
  return { name, readyAt, pieces, endsAt: at };
};

/** Puts moments on a line from 0 to 1: between two neighbours lies a power of the time between them. */
const compressed = (moments: readonly number[]): ((moment: number) => number) => {
  const sorted = [...new Set([0, ...moments])].sort((one, other) => one - other);
  const positions = new Map<number, number>();
  let position = 0;
  for (const [index, moment] of sorted.entries()) {
    position += (moment - (sorted[index - 1] ?? 0)) ** compression;
    positions.set(moment, position);
  }
  return (moment) => (positions.get(moment) ?? 0) / Math.max(position, 1);
};

interface Api {
  value(index: number): number;
  coord(point: readonly number[]): [number, number];
  visual(name: "color"): string;
}

const renderPiece = (_parameters: unknown, api: Api) => {
  const [left, middle] = api.coord([api.value(0), api.value(2)]);
  const [right] = api.coord([api.value(1), api.value(2)]);
  return {
    type: "rect",
    shape: { x: left, y: middle - 7, width: Math.max(2, right - left), height: 14 },
    style: { fill: api.visual("color") },
  };
};

const renderTexts =
  (texts: readonly string[]) =>
  ({ dataIndex }: { readonly dataIndex: number }, api: Api) => {
    const [x, y] = api.coord([api.value(0), api.value(1)]);
    const style = { text: texts[dataIndex] ?? "", fill: colours.ink, fontSize: 13, fontFamily };
    return { type: "text", x: x + 6, y, style: { ...style, verticalAlign: "middle" } };
  };
