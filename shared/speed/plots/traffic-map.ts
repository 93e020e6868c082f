import type { Language, Text } from "../../kernel/text.ts";
import { predecessorsOf } from "../../packages/define-package.ts";
import type { Package, StepKind } from "../../packages/package.ts";
import { type Figure, groupFigures } from "../figures.ts";
import { type Line, wholeCase } from "../line.ts";
import { durationText } from "../report/durations.ts";
import { colours, drawSvg, fontFamily, titleOf } from "./chart.ts";
import { type Placed, placeInColumns, withoutDetours } from "./graph-layout.ts";
import { plotWords } from "./words.ts";

export interface TrafficInput {
  readonly title: Text;
  readonly definition: Package;
  readonly figures: readonly Figure[];
}

const columnWidth = 216;
const rowHeight = 62;
const box = { width: 164, height: 46 };
const widestArrow = 12;

/** Lighter for what goes by itself, darker the longer a step is handled: from a tenth of a second to a day. */
const shades = ["#e8f1f8", "#c3dcee", "#8fbfe0", "#f6d48a", "#f0a860", "#dd7a4a"];
const shadeLimits = [100, 1000, 60_000, 3_600_000, 86_400_000];

const borderOf: Readonly<Record<StepKind, string>> = {
  record: colours.authority,
  person: colours.active,
  rule: colours.machine,
  task: colours.ink,
};

/** The package's steps as a map, with the traffic of its cases on the arrows between them. */
export const drawTrafficMap = ({ title, definition, figures }: TrafficInput, language: Language): string => {
  const own = figures.filter(({ of }) => of.package === definition.id);
  const lines = new Map(groupFigures(own, ["step"]).map(({ of, line }) => [of.step ?? "", line]));
  const steps = definition.steps.filter(({ id }) => (lines.get(id)?.settled ?? 0) > 0);
  const arrows = arrowsBetween(definition, new Set(steps.map(({ id }) => id)));
  const placed = placeInColumns(
    steps.map(({ id }) => id),
    arrows,
  );
  const columns = Math.max(1, ...placed.map(({ column }) => column + 1));
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
  const width = Math.max(1100, columns * columnWidth + 48);
  const top = 116;
  const height = top + rows * rowHeight + 56;
  const settledOf = (id: string): number => lines.get(id)?.settled ?? 0;
  const most = Math.max(1, ...steps.map(({ id }) => settledOf(id)));
  const opened = lines.get(wholeCase)?.counted("opened") ?? 0;
  const at = new Map(placed.map((each) => [each.id, pointOf(each, { rows, columns, width, top })]));
  return drawSvg(
    {
      title: titleOf(title[language], plotWords.trafficNote(opened)[language]),
      series: [
        {
          type: "graph",
          layout: "none",
          // The chart fits its nodes into this frame; two unseen corners make the frame the picture itself.
          left: 0,
          top: 0,
          width,
          height,
          roam: false,
          silent: true,
          edgeSymbol: ["none", "arrow"],
          edgeSymbolSize: 9,
          data: [
            ...cornersOf(width, height),
            ...steps.map(({ id, name, kind }) => {
              const [x, y] = at.get(id) ?? [0, 0];
              return {
                id,
                x,
                y,
                symbol: "roundRect",
                symbolSize: [box.width, box.height],
                itemStyle: { color: shadeOf(lines.get(id)), borderColor: borderOf[kind], borderWidth: 1.5 },
                label: {
                  show: true,
                  formatter: `${shortened(name[language], language)}\n${medianText(lines.get(id), language)}`,
                  fontSize: 12,
                  lineHeight: 16,
                  color: colours.ink,
                  fontFamily,
                },
              };
            }),
          ],
          links: arrows.map(([from, to]) => {
            const passed = Math.min(settledOf(from), settledOf(to));
            return {
              source: from,
              target: to,
              lineStyle: {
                width: Math.max(1, (widestArrow * passed) / most),
                color: colours.line,
                opacity: 0.9,
                curveness: 0,
              },
              label: {
                show: true,
                formatter: String(passed),
                fontSize: 11,
                color: colours.faint,
                fontFamily,
                backgroundColor: "#ffffffcc",
                padding: [1, 2],
              },
            };
          }),
        },
      ],
    },
    { width, height },
  );
};

/** What each step builds on among those that are shown, without arrows that a longer way says already. */
const arrowsBetween = (definition: Package, shown: ReadonlySet<string>): (readonly [string, string])[] => {
  const predecessors = predecessorsOf(definition);
  const nearestShown = (id: string): string[] =>
    (predecessors.get(id) ?? []).flatMap((before) => (shown.has(before) ? [before] : nearestShown(before)));
  return withoutDetours([...shown].flatMap((id) => [...new Set(nearestShown(id))].map((from) => [from, id] as const)));
};

const pointOf = (
  { column, row, rowsOfColumn }: Placed,
  {
    rows,
    columns,
    width,
    top,
  }: { readonly rows: number; readonly columns: number; readonly width: number; readonly top: number },
): readonly [number, number] => [
  24 + ((column + 0.5) * (width - 48)) / columns,
  top + (row + 0.5 + (rows - rowsOfColumn) / 2) * rowHeight,
];

const cornersOf = (width: number, height: number) =>
  [
    [0, 0],
    [width, height],
  ].map(([x, y], index) => ({ id: `corner-${index}`, x, y, symbolSize: 0, itemStyle: { opacity: 0 } }));

const shadeOf = (line: Line | undefined): string => {
  const [p50 = 0] = line?.on("handling").percentiles([50]) ?? [];
  const index = shadeLimits.findIndex((limit) => p50 < limit);
  return shades[index === -1 ? shades.length - 1 : index] ?? "#ffffff";
};

const medianText = (line: Line | undefined, language: Language): string => {
  const [p50 = 0] = line?.on("handling").percentiles([50]) ?? [];
  return durationText(p50, language);
};

const shortened = (name: string, language: Language): string => {
  const most = language === "zh" ? 12 : 24;
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
};
