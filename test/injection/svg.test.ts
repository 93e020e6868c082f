import { expect, test } from "vitest";
import { drawWaterfall } from "../../shared/speed/plots/waterfall.ts";
import { hostileTexts, mark } from "../fuzz/support/hostile-text.ts";

const draw = (text: string): string =>
  drawWaterfall(
    {
      title: { zh: text, en: text },
      handlingMilliseconds: 300,
      steps: [{ name: { zh: text, en: text }, readyAt: 0, clocks: { authority: 120, machine: 5 } }],
    },
    "zh",
  );

const elementsOf = (svg: string): string[] => [
  ...new Set([...svg.matchAll(/<([^\s/>]+)/g)].map(([, name = ""]) => name)),
];
const allowed = elementsOf(draw("step"));

test.each(hostileTexts.filter((text) => text.length < 200))(
  "a plot whose names are %j has no other elements",
  (text) => {
    const svg = draw(text);
    for (const element of elementsOf(svg)) expect(allowed).toContain(element);
    // No attribute that acts, and the marked text, where it is drawn, only between tags.
    expect(svg.replaceAll(/>[^<]*</g, "><")).not.toMatch(new RegExp(`${mark}|\\son\\w+=|javascript:`, "i"));
  },
);
