import { beforeAll, describe, expect, test } from "vitest";
import { countDays } from "../../infra/local/bureau/count-days.ts";
import { newTaxpayer } from "../../shared/packages/new-taxpayer/package.ts";
import { type Figure, loadFigures } from "../../shared/speed/figures.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { drawHistogram } from "../../shared/speed/plots/histogram.ts";
import { placeInLayers, withoutDetours } from "../../shared/speed/plots/layers.ts";
import { plotsOf } from "../../shared/speed/plots/plots-of.ts";
import { drawWaterfall } from "../../shared/speed/plots/waterfall.ts";
import { Sketch } from "../../shared/speed/sketch.ts";

let figures: readonly Figure[];

beforeAll(async () => {
  const store = memoryFigureStore();
  const days = { from: "2030-03-04", days: 5 };
  const parts = { seed: 2, packages: [newTaxpayer], offices: ["liuzhou"], yearly: { [newTaxpayer.id]: 5000 } };
  await countDays(store, { ...parts, ...days });
  const span = { offices: ["liuzhou"], packageIds: [newTaxpayer.id], from: "2030-03-04", to: "2030-03-08" };
  figures = await loadFigures(store, span);
});

/** The words of a picture, in the order in which they are drawn. */
const wordsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text = ""]) => text);

describe.each(["zh", "en"] as const)("in %s", (language) => {
  test("a package's pictures are sound and say what they show", () => {
    const plots = plotsOf(figures, [newTaxpayer], language);
    expect(plots.map(({ fileName }) => fileName)).toEqual([
      `new-taxpayer.times.${language}.svg`,
      `new-taxpayer.traffic.${language}.svg`,
    ]);
    for (const { svg } of plots) {
      expect(svg).toMatch(/^<svg /);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(wordsIn(svg).join(" ")).toContain(newTaxpayer.name[language]);
    }
  });

  test("one case shows each step with its time", () => {
    const svg = drawWaterfall(
      {
        title: newTaxpayer.name,
        handlingMilliseconds: 300,
        steps: [
          { name: { zh: "甲", en: "first" }, readyAt: 0, clocks: { authority: 120, machine: 5 } },
          { name: { zh: "乙", en: "second" }, readyAt: 125, clocks: { active: 60_000, away: 3_540_000 } },
        ],
      },
      language,
    );
    const words = wordsIn(svg);
    const expected = language === "zh" ? ["甲", "乙", "125毫秒", "1小时"] : ["first", "second", "125 ms", "1 h"];
    for (const word of expected) expect(words).toContain(word);
  });
});

test("the same figures give the same picture", () => {
  const draw = () => plotsOf(figures, [newTaxpayer], "zh").map(({ svg }) => svg);
  expect(draw()).toEqual(draw());
});

test("the bars of a histogram together hold every case", () => {
  const times = new Sketch();
  for (const minutes of [1, 2, 2, 30, 600]) times.record(minutes * 60_000);
  const svg = drawHistogram({ title: newTaxpayer.name, times, marks: [] }, "en");
  expect(svg.match(/fill="#0072b2"/g)).toHaveLength(4);
  expect(wordsIn(svg).join(" ")).toContain("5 completed cases");
});

describe("the map's layers", () => {
  const arrows = [
    ["a", "b"],
    ["b", "c"],
    ["a", "c"],
    ["a", "d"],
  ] as const;

  test("an arrow that a longer way says already is left out", () => {
    expect(withoutDetours(arrows)).toEqual([
      ["a", "b"],
      ["b", "c"],
      ["a", "d"],
    ]);
  });

  test("every arrow leads down, and no two stand in the same place", () => {
    const { placed } = placeInLayers(["a", "b", "c", "d"], arrows);
    const layerOf = (id: string) => placed.find((each) => each.id === id)?.layer ?? -1;
    for (const [from, to] of arrows) expect(layerOf(to)).toBeGreaterThan(layerOf(from));
    expect(new Set(placed.map(({ layer, offset }) => `${layer} ${offset}`)).size).toBe(4);
  });

  test("an arrow crosses the layers between its ends beside what stands there", () => {
    const { placed, ways } = placeInLayers(["a", "b", "c"], arrows.slice(0, 3));
    expect(ways.map(({ via }) => via.length)).toEqual([0, 0, 1]);
    const [crossed] = ways.flatMap(({ via }) => via);
    const besides = placed.find(({ id }) => id === "b");
    expect(crossed?.layer).toBe(besides?.layer);
    expect(Math.abs((crossed?.offset ?? 0) - (besides?.offset ?? 0))).toBeGreaterThan(0.5);
  });
});
