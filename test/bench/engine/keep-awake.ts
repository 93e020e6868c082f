import { closeSync, openSync, writeSync } from "node:fs";

export interface Wakefulness {
  readonly processors: "kept awake" | "fall asleep at each wait";
  release(): void;
}

/**
 * Keeps the processors from falling asleep while nobody has anything to do, as on a machine that is at work all day: on one
 * that only runs this, a virtual processor is put to sleep at each wait, and waking it takes longer than what it is woken
 * for. Linux lets root ask for that (PM QoS) as long as the file is open; where it may not be asked, they sleep.
 */
export const keepAwake = (): Wakefulness => {
  try {
    const file = openSync("/dev/cpu_dma_latency", "w");
    const longestWaking = Buffer.alloc(4);
    writeSync(file, longestWaking);
    return { processors: "kept awake", release: () => closeSync(file) };
  } catch {
    return { processors: "fall asleep at each wait", release: () => {} };
  }
};
