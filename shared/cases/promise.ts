import { after, type Instant } from "../kernel/instant.ts";
import type { Step } from "../packages/package.ts";

const units = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 } as const;

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds: `P5D`, `PT15M`. */
export const durationMilliseconds = (duration: string): number => {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!match || duration === "P" || duration.endsWith("T")) throw new Error(`${duration} is no ISO 8601 duration`);
  const [, days, hours, minutes, seconds] = match;
  return (
    Number(days ?? 0) * units.D +
    Number(hours ?? 0) * units.H +
    Number(minutes ?? 0) * units.M +
    Number(seconds ?? 0) * units.S
  );
};

/** By when a step is promised that begins to wait now. */
export const promisedBy = (step: Step, at: Instant): { readonly promisedBy?: Instant } =>
  step.promise === undefined ? {} : { promisedBy: after(at, durationMilliseconds(step.promise)) };
