import type { Language } from "../../../shared/kernel/text.ts";
import { spanIn } from "../parts/moments.ts";

/** From light to dark: the rarer, the darker. Each has a contrast of 3 to the ground at least. */
export const colours = ["#5b8fd0", "#0b4f9e", "#14202e"];

/** Times from milliseconds to weeks stand on one axis only logarithmically. */
export const timeAxis = (language: Language) => ({
  type: "log",
  min: 1,
  axisLabel: { color: "#48566a", formatter: (value: number) => spanIn(language, value), hideOverlap: true },
  splitLine: { lineStyle: { color: "#e3e9f1" } },
  minorSplitLine: { show: false },
});
