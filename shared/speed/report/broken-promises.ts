import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import { type Figure, groupFigures } from "../figures.ts";
import type { Line } from "../line.ts";

/** What broken promises cost, in time. */
export interface BrokenPromises {
  /** Promises that were broken while their step still waited. */
  readonly count: number;
  /** Completed cases that had waited beyond a promise. */
  readonly cases: number;
  /** All time beyond promises, in milliseconds. */
  readonly lateMilliseconds: number;
  readonly steps: readonly BrokenPromise[];
}

export interface BrokenPromise {
  readonly step: string;
  readonly name: Text;
  readonly promise: string | undefined;
  readonly count: number;
  /** Of those that settled since: how many were late, and by how much. */
  readonly settledLate: number;
  readonly lateMilliseconds: number;
}

export const brokenPromisesOf = (figures: readonly Figure[], cases: Line, { steps }: Package): BrokenPromises => {
  const broken = groupFigures(figures, ["step"])
    .flatMap(({ of, line }): BrokenPromise[] => {
      const step = steps.find(({ id }) => id === of.step);
      const late = line.on("late");
      if (!step || line.counted("broken") + late.countAboveZero === 0) return [];
      return [
        {
          step: step.id,
          name: step.name,
          promise: step.promise,
          count: line.counted("broken"),
          settledLate: late.countAboveZero,
          lateMilliseconds: late.sumMilliseconds,
        },
      ];
    })
    .sort((one, other) => other.lateMilliseconds - one.lateMilliseconds);
  return {
    count: broken.reduce((sum, { count }) => sum + count, 0),
    cases: cases.on("late").countAboveZero,
    lateMilliseconds: broken.reduce((sum, { lateMilliseconds }) => sum + lateMilliseconds, 0),
    steps: broken,
  };
};
