import type { Language, Text } from "../../kernel/text.ts";
import { predecessorsOf } from "../../packages/define-package.ts";
import type { Package, StepKind } from "../../packages/package.ts";
import { type Figure, groupFigures } from "../figures.ts";
import { Line, wholeCase } from "../line.ts";
import { durationText } from "../report/durations.ts";
import { colours, drawSvg, fontFamily, titleOf } from "./chart.ts";
import { type Arrow, type Placed, placeInLayers, withoutDetours } from "./layers.ts";
import { plotWords } from "./words.ts";

export interface TrafficInput {
  readonly title: Text;
  readonly definition: Package;
  readonly figures: readonly Figure[];
}

const place = { width: 196, height: 104 };
const box = { width: 180, height: 62 };
const widestArrow = 10;
const top = 132;

/** Lighter for what goes by itself, darker the longer half of the cases are handled: from a tenth of a second to a day. */
const shades = ["#eef4fa", "#cfe3f3", "#9cc8e8", "#f6d48a", "#f0a860", "#dd7a4a"];
const shadeLimits = [100, 1000, 60_000, 3_600_000, 86_400_000];

const borderOf: Readonly<Record<StepKind, string>> = {
  record: colours.authority,
  person: colours.active,
  rule: colours.machine,
  task: colours.ink,
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The package's steps as a map from top to bottom, with the traffic of its cases on the arrows between them. The figures
 * count steps, not ways: what passed an arrow is at most the smaller of its ends, and that is drawn.
 */
export const drawTrafficMap = ({ title, definition, figures }: TrafficInput, language: Language): string => {
  const own = figures.filter(({ of }) => of.package === definition.id);
  const lines = new Map(groupFigures(own, ["step"]).map(({ of, line }) => [of.step ?? "", line]));
  const lineOf = (id: string): Line => lines.get(id) ?? new Line();
  const steps = definition.steps.filter(({ id }) => lineOf(id).settled > 0);
  const arrows = arrowsBetween(definition, new Set(steps.map(({ id }) => id)));
  const { placed, ways } = placeInLayers(
    steps.map(({ id }) => id),
    arrows,
  );
  const farthest = Math.max(0, ...[...placed, ...ways.flatMap(({ via }) => via)].map(({ offset }) => Math.abs(offset)));
  const width = Math.max(1000, 48 + place.width * (2 * farthest + 1));
  const height = top + place.height * Math.max(1, ...placed.map(({ layer }) => layer + 1)) - 24;
  const pointAt = ({ layer, offset }: Placed): Point => ({
    x: width / 2 + offset * place.width,
    y: top + layer * place.height,
  });
  const points = new Map(placed.map((each) => [each.id, pointAt(each)]));
  const pointOf = (id: string): Point => points.get(id) ?? { x: 0, y: 0 };
  const most = Math.max(1, ...steps.map(({ id }) => lineOf(id).settled));
  const flows = ways.map(({ from, to, via }) => ({
    from,
    stops: [pointOf(from), ...via.map(pointAt), pointOf(to)],
    passed: Math.min(lineOf(from).settled, lineOf(to).settled),
  }));
  return drawSvg(
    {
      title: titleOf(title[language], plotWords.trafficNote(lineOf(wholeCase).counted("opened"))[language]),
      graphic: {
        elements: [
          ...flows.flatMap(({ stops, passed }) => arrowOf(stops, Math.max(1.5, (widestArrow * passed) / most))),
          // A branch says how many took it; where all go on, the boxes say it.
          ...flows
            .filter(({ from, passed }) => passed < 0.9 * lineOf(from).settled)
            .map(({ stops, passed }) => numberOn(stops, passed)),
          ...steps.flatMap(({ id, name, kind }) =>
            boxOf(pointOf(id), lineOf(id), { name: name[language], border: borderOf[kind] }, language),
          ),
        ],
      },
    },
    { width, height },
  );
};

/** What each step builds on among those that are shown, without arrows that a longer way says already. */
const arrowsBetween = (definition: Package, shown: ReadonlySet<string>): Arrow[] => {
  const predecessors = predecessorsOf(definition);
  const nearestShown = (id: string): string[] =>
    (predecessors.get(id) ?? []).flatMap((before) => (shown.has(before) ? [before] : nearestShown(before)));
  return withoutDetours([...shown].flatMap((id) => [...new Set(nearestShown(id))].map((from) => [from, id] as const)));
};

/** From below a box, or a crossing, to the next layer's top. */
const curveBetween = (from: Point, to: Point) => {
  const [y1, y2] = [from.y + box.height, to.y];
  const middle = (y1 + y2) / 2;
  return { x1: from.x, y1, cpx1: from.x, cpy1: middle, cpx2: to.x, cpy2: middle, x2: to.x, y2 };
};

/** Curves between the layers, and straight between the boxes of those that it crosses. */
const arrowOf = (stops: readonly Point[], lineWidth: number) => {
  const style = { stroke: colours.arrow, lineWidth, fill: "none" };
  return stops.slice(1).flatMap((to, index) => {
    const curve = { type: "bezierCurve", shape: curveBetween(stops[index] ?? to, to), style };
    if (index === stops.length - 2) return [curve];
    // A little longer than the layer is high, so that no seam shows.
    return [curve, { type: "line", shape: { x1: to.x, y1: to.y - 1, x2: to.x, y2: to.y + box.height + 1 }, style }];
  });
};

/** On the first curve, where those from one box have already parted. */
const numberOn = ([from, to]: readonly Point[], passed: number) => {
  if (!from || !to) throw new Error("a way has two ends");
  return {
    type: "text",
    x: from.x + 0.8 * (to.x - from.x),
    y: from.y + box.height + 0.66 * (to.y - from.y - box.height),
    style: {
      text: String(passed),
      font: `12px ${fontFamily}`,
      fill: colours.ink,
      align: "center",
      verticalAlign: "middle",
      stroke: "#ffffff",
      lineWidth: 3,
    },
  };
};

const boxOf = (
  { x, y }: Point,
  line: Line,
  { name, border }: { readonly name: string; readonly border: string },
  language: Language,
) => {
  const [p50 = 0] = line.on("handling").percentiles([50]) ?? [];
  const index = shadeLimits.findIndex((limit) => p50 < limit);
  const fill = shades[index === -1 ? shades.length - 1 : index];
  const style = { align: "center", verticalAlign: "middle" };
  return [
    {
      type: "rect",
      shape: { x: x - box.width / 2, y, ...box, r: 8 },
      style: { fill, stroke: border, lineWidth: 1.5 },
    },
    {
      type: "text",
      x,
      y: y + 22,
      style: {
        ...style,
        text: name,
        font: `13px ${fontFamily}`,
        fill: colours.ink,
        width: box.width - 14,
        height: 34,
        lineHeight: 16,
        overflow: "break",
        lineOverflow: "truncate",
        ellipsis: "…",
      },
    },
    {
      type: "text",
      x,
      y: y + 49,
      style: {
        ...style,
        text: `${plotWords.count(line.settled)[language]} · ${durationText(p50, language)}`,
        font: `12px ${fontFamily}`,
        fill: colours.quiet,
      },
    },
  ];
};
