import { elapsed, type Instant, toMilliseconds } from "../kernel/instant.ts";

/** A step's share in a case's times. */
export interface StepTimes {
  readonly readyAt: Instant;
  readonly clocks: Readonly<Record<"active" | "away" | "machine" | "authority", number>> & {
    readonly queue?: number;
    readonly hands?: number;
  };
  /** Beyond the promise. */
  readonly late?: number;
}

export interface CaseTimes {
  /** From opening to closing. */
  readonly milliseconds: number;
  /** Of these, without the time in which the people of the case were waited for. */
  readonly handling: number;
  /** The sums over the steps, which run side by side: together they may be more than the whole. */
  readonly clocks: Readonly<Record<"active" | "away" | "queue" | "hands" | "machine" | "authority", number>>;
  readonly late: number;
}

/** The times of a case that closes now. */
export const caseTimes = (steps: readonly StepTimes[], openedAt: Instant, closedAt: Instant): CaseTimes => {
  const sum = (of: (step: StepTimes) => number | undefined): number =>
    Math.round(10 * steps.reduce((total, step) => total + (of(step) ?? 0), 0)) / 10;
  const milliseconds = elapsed(openedAt, closedAt);
  return {
    milliseconds,
    handling: Math.max(0, Math.round(10 * (milliseconds - waitedForPeople(steps))) / 10),
    clocks: {
      active: sum(({ clocks }) => clocks.active),
      away: sum(({ clocks }) => clocks.away),
      queue: sum(({ clocks }) => clocks.queue),
      hands: sum(({ clocks }) => clocks.hands),
      machine: sum(({ clocks }) => clocks.machine),
      authority: sum(({ clocks }) => clocks.authority),
    },
    late: sum(({ late }) => late),
  };
};

/** The time in which at least one step had its question before a person: a union, as two people may be asked at once. */
const waitedForPeople = (steps: readonly StepTimes[]): number => {
  const waits = steps
    .map(({ readyAt, clocks }) => ({ from: toMilliseconds(readyAt), for: clocks.active + clocks.away }))
    .filter((wait) => wait.for > 0)
    .sort((one, other) => one.from - other.from);
  let total = 0;
  let covered = Number.NEGATIVE_INFINITY;
  for (const wait of waits) {
    const to = wait.from + wait.for;
    total += Math.max(0, to - Math.max(covered, wait.from));
    covered = Math.max(covered, to);
  }
  return total;
};
