import type { Language } from "../../../shared/kernel/text.ts";
import { spanIn } from "../parts/moments.ts";

/** From light to dark: the rarer, the darker. Each has a contrast of 3 to the ground at least. */
export const colours = ["#5b8fd0", "#0b4f9e", "#14202e"];

/** People do not count in powers of ten. */
const marks = [1, 10, 100, 1000, 10_000, 60_000, 600_000, 3_600_000, 36_000_000, 86_400_000, 604_800_000];

/** Times from milliseconds to weeks stand on one axis only logarithmically. */
export const timeAxis = (language: Language) => ({
  type: "log",
  min: 1,
  axisTick: { customValues: marks },
  axisLabel: {
    color: "#48566a",
    customValues: marks,
    formatter: (value: number) => spanIn(language, value),
    hideOverlap: true,
  },
  splitLine: { lineStyle: { color: "#e3e9f1" } },
  minorSplitLine: { show: false },
});
