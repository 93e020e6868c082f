import { addDays, calendarDate, daysBetween } from "../kernel/day.ts";
import { type CellKey, readFigures } from "./cell.ts";
import { type FigureStore, shards } from "./figure-store.ts";
import { Line, type LineKey } from "./line.ts";

/** By what figures can be told apart. The clocks always are. */
export const dimensions = ["package", "step", "channel", "office", "authority", "day"] as const;
export type Dimension = (typeof dimensions)[number];

export interface Span {
  readonly offices: readonly string[];
  readonly packageIds: readonly string[];
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
}

/** A line of one cell with everything that it can be grouped by. */
export interface Figure {
  readonly of: Readonly<Record<Dimension, string>>;
  readonly line: Line;
}

/** The keys of a span follow from the span alone: reading it takes the same calls whatever happened in it. */
export const cellKeysOf = ({ offices, packageIds, from, to }: Span): CellKey[] =>
  offices.flatMap((office) =>
    packageIds.flatMap((packageId) =>
      daysFrom(from, to).flatMap((day) =>
        Array.from({ length: shards }, (_, shard) => ({ office, packageId, day, shard })),
      ),
    ),
  );

const daysFrom = (from: string, to: string): readonly string[] => {
  const first = calendarDate(from);
  return Array.from({ length: daysBetween(first, calendarDate(to)) + 1 }, (_, index) => addDays(first, index));
};

/** Reads a span's figures, one call for each hundred cells of it. */
export const loadFigures = async (store: FigureStore, span: Span): Promise<Figure[]> => {
  const cells = await store.read(cellKeysOf(span));
  return cells.flatMap(({ key, figures }) =>
    readFigures(figures).map(({ key: lineKey, line }) => ({ of: describe(key, lineKey), line })),
  );
};

const describe = ({ office, packageId, day }: CellKey, { step, channel, authority }: LineKey): Figure["of"] => ({
  office,
  package: packageId,
  day,
  step,
  channel,
  authority,
});

export interface Group {
  readonly of: Readonly<Partial<Record<Dimension, string>>>;
  readonly line: Line;
}

/** Merges figures that agree in the given dimensions. */
export const groupFigures = (figures: Iterable<Figure>, by: readonly Dimension[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const figure of figures) {
    const of = Object.fromEntries(by.map((dimension) => [dimension, figure.of[dimension]]));
    const name = JSON.stringify(Object.values(of));
    const group = groups.get(name) ?? { of, line: new Line() };
    groups.set(name, group);
    group.line.merge(figure.line);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
};
