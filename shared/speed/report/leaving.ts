import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import { type Figure, groupFigures } from "../figures.ts";

/** A step at which people were asked something and did not go on. */
export interface Leaving {
  readonly step: string;
  readonly name: Text;
  readonly asked: number;
  /** Took the case back while this step waited. */
  readonly left: number;
  /** Neither answered nor taken back so far. */
  readonly unanswered: number;
}

/** Where people leave, the most leaving step first. A step that was never left is not there. */
export const leavingOf = (figures: readonly Figure[], { steps }: Package): Leaving[] =>
  groupFigures(figures, ["step"])
    .flatMap(({ of, line }) => {
      const step = steps.find(({ id }) => id === of.step);
      const asked = line.counted("asked");
      const left = line.counted("left");
      if (!step?.asks || asked === 0) return [];
      const unanswered = Math.max(0, asked - left - line.settled);
      return left + unanswered === 0 ? [] : [{ step: step.id, name: step.name, asked, left, unanswered }];
    })
    .sort((one, other) => other.left + other.unanswered - one.left - one.unanswered);
