import type { Text } from "../kernel/text.ts";

/**
 * Where the time of a step goes. The first six share out the time from ready to settled; `elapsed` is that time as a
 * whole, and `late` the part of it that lay beyond the promise. Of a whole case, the six are the sums over its steps,
 * which run side by side, and `elapsed` is the time from opening to closing: less than that sum. `handling` is what is
 * left of `elapsed` without the time in which we waited for the people whose case it is.
 */
export const speedClocks = {
  active: { zh: "本人办理", en: "person active" },
  away: { zh: "本人离开", en: "person away" },
  queue: { zh: "等候人员受理", en: "officer's queue" },
  hands: { zh: "人员办理", en: "officer's hands" },
  authority: { zh: "其他部门", en: "other authority" },
  machine: { zh: "系统处理", en: "machine" },
  elapsed: { zh: "总用时", en: "elapsed" },
  handling: { zh: "办理用时(不含等候本人)", en: "handling" },
  late: { zh: "超出承诺", en: "beyond the promise" },
} as const satisfies Record<string, Text>;

export type SpeedClock = keyof typeof speedClocks;

export const clockNames = Object.keys(speedClocks) as SpeedClock[];

/** The clocks that share out a step's time. */
export const sharedClocks = ["active", "away", "queue", "hands", "authority", "machine"] as const;
