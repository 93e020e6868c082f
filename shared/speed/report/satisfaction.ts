import type { Counter, Line } from "../line.ts";

/** What people said after their case, from 1 (very dissatisfied) to 5 (very satisfied). */
export interface Satisfaction {
  readonly rated: number;
  readonly mean: number;
  /** 4 or 5. */
  readonly satisfied: number;
  /** 5. */
  readonly verySatisfied: number;
}

const scores = [1, 2, 3, 4, 5] as const;

export const satisfactionOf = (line: Line): Satisfaction | undefined => {
  const counts = scores.map((score) => line.counted(`rated${score}` satisfies Counter));
  const rated = counts.reduce((sum, count) => sum + count, 0);
  if (rated === 0) return undefined;
  const [, , , four = 0, five = 0] = counts;
  const total = counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return { rated, mean: total / rated, satisfied: (four + five) / rated, verySatisfied: five / rated };
};
