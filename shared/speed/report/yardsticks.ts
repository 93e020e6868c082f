import type { Text } from "../../kernel/text.ts";

/** A published figure of another counter that ours are laid beside. */
export interface Yardstick {
  readonly packageId: string;
  readonly label: Text;
  readonly figure:
    | { readonly kind: "duration"; readonly milliseconds: number }
    | { readonly kind: "share"; readonly share: number };
  /** What of ours stands beside it. */
  readonly measure: "before" | "handling" | "time-saved" | "materials-saved";
  readonly source: Text;
}

const minute = 60_000;
const day = 86_400_000;

const liuzhou: Text = { zh: "柳州公布", en: "published by Liuzhou" };
const guizhou: Text = { zh: "贵州套餐式集成服务公布", en: "published by Guizhou (integrated packages)" };

/** The figures of the mission: what the counters took before, and what the best of them say they take now. */
export const yardsticks: readonly Yardstick[] = [
  {
    packageId: "new-taxpayer",
    label: { zh: "改革前平均用时", en: "average time before" },
    figure: { kind: "duration", milliseconds: day },
    measure: "before",
    source: liuzhou,
  },
  {
    packageId: "new-taxpayer",
    label: { zh: "柳州现平均用时", en: "average time in Liuzhou now" },
    figure: { kind: "duration", milliseconds: 15 * minute },
    measure: "handling",
    source: liuzhou,
  },
  {
    packageId: "new-taxpayer",
    label: { zh: "时间压缩", en: "less time" },
    figure: { kind: "share", share: 0.77 },
    measure: "time-saved",
    source: guizhou,
  },
  {
    packageId: "new-taxpayer",
    label: { zh: "材料减少", en: "fewer materials" },
    figure: { kind: "share", share: 0.433 },
    measure: "materials-saved",
    source: guizhou,
  },
  {
    packageId: "second-hand-housing",
    label: { zh: "改革前平均用时", en: "average time before" },
    figure: { kind: "duration", milliseconds: 5 * day },
    measure: "before",
    source: liuzhou,
  },
  {
    packageId: "second-hand-housing",
    label: { zh: "柳州现平均用时", en: "average time in Liuzhou now" },
    figure: { kind: "duration", milliseconds: 2 * minute },
    measure: "handling",
    source: liuzhou,
  },
  {
    packageId: "second-hand-housing",
    label: { zh: "时间压缩", en: "less time" },
    figure: { kind: "share", share: 0.3 },
    measure: "time-saved",
    source: liuzhou,
  },
  {
    packageId: "second-hand-housing",
    label: { zh: "材料减少", en: "fewer materials" },
    figure: { kind: "share", share: 0.433 },
    measure: "materials-saved",
    source: guizhou,
  },
];
