import { durationMilliseconds } from "../../cases/promise.ts";
import type { Package } from "../../packages/package.ts";
import { savingsOf } from "../../packages/savings.ts";
import type { Line } from "../line.ts";
import { type Yardstick, yardsticks } from "./yardsticks.ts";

/** Our figure beside a published one. */
export interface Comparison extends Yardstick {
  /** Milliseconds or a share, as the yardstick's figure is; nothing where nothing has been measured. */
  readonly ours: number | undefined;
  /** Which part of the completed cases was handled within a duration. */
  readonly shareWithin?: number;
  readonly isBetter: boolean | undefined;
}

/**
 * Ours beside the published figures. Times are compared by their mean, because the published ones are averages; the
 * time that counts is the handling, because how long a person takes to pick up a phone is no bureau's merit or fault.
 */
export const comparisonsOf = (definition: Package, cases: Line): Comparison[] =>
  yardsticks
    .filter(({ packageId }) => packageId === definition.id)
    .map((yardstick) => compare(yardstick, definition, cases));

const compare = (yardstick: Yardstick, definition: Package, cases: Line): Comparison => {
  const { figure, measure } = yardstick;
  const sketch = cases.on("handling");
  const handled = sketch.count === 0 ? undefined : sketch.meanMilliseconds;
  if (figure.kind === "duration") {
    const shareWithin = sketch.count === 0 ? {} : { shareWithin: sketch.shareWithin(figure.milliseconds) };
    const isBetter = handled === undefined ? undefined : handled <= figure.milliseconds;
    return { ...yardstick, ours: handled, ...shareWithin, isBetter };
  }
  const ours = measure === "materials-saved" ? materialsSaved(definition) : timeSaved(definition, handled);
  return { ...yardstick, ours, isBetter: ours === undefined ? undefined : ours >= figure.share };
};

const timeSaved = ({ before }: Package, handled: number | undefined): number | undefined =>
  handled === undefined ? undefined : 1 - handled / durationMilliseconds(before.duration);

/** Forms and papers of all the package's steps, before and now. */
const materialsSaved = (definition: Package): number | undefined => {
  const { formsBefore, papersBefore, formsNow, papersNow } = savingsOf(definition);
  const before = formsBefore + papersBefore;
  return before === 0 ? undefined : 1 - (formsNow + papersNow) / before;
};
