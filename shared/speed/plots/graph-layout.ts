export type Arrow = readonly [from: string, to: string];

export interface Placed {
  readonly id: string;
  /** How many arrows lie before it on the longest way. */
  readonly column: number;
  readonly row: number;
  readonly rowsOfColumn: number;
}

/** Leaves out an arrow when a longer way leads from its beginning to its end as well. */
export const withoutDetours = (arrows: readonly Arrow[]): Arrow[] => {
  const next = new Map<string, string[]>();
  for (const [from, to] of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Map<string, ReadonlySet<string>>();
  const reachableFrom = (id: string): ReadonlySet<string> => {
    const known = reached.get(id);
    if (known) return known;
    const found = new Set((next.get(id) ?? []).flatMap((to) => [to, ...reachableFrom(to)]));
    reached.set(id, found);
    return found;
  };
  return arrows.filter(([from, to]) => !(next.get(from) ?? []).some((via) => via !== to && reachableFrom(via).has(to)));
};

/** How often the order within columns is improved; after a few rounds it no longer changes. */
const rounds = 12;

/** Places what the arrows connect in columns from left to right, near to what it is connected with. */
export const placeInColumns = (ids: readonly string[], arrows: readonly Arrow[]): Placed[] => {
  const before = Map.groupBy(arrows, ([, to]) => to);
  const after = Map.groupBy(arrows, ([from]) => from);
  const columns = new Map<string, number>();
  const columnOf = (id: string): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const column = Math.max(0, ...(before.get(id) ?? []).map(([from]) => columnOf(from) + 1));
    columns.set(id, column);
    return column;
  };
  let order = [...Map.groupBy(ids, columnOf)].sort(([one], [other]) => one - other).map(([, column]) => column);
  for (let round = 0; round < rounds; round += 1) {
    const heights = heightsIn(order);
    const isForward = round % 2 === 0;
    const middleOf = (id: string): number => {
      const near = isForward ? (before.get(id) ?? []).map(([from]) => from) : (after.get(id) ?? []).map(([, to]) => to);
      if (near.length === 0) return heights.get(id) ?? 0;
      return near.reduce((sum, each) => sum + (heights.get(each) ?? 0), 0) / near.length;
    };
    order = order.map((column) => column.toSorted((one, other) => middleOf(one) - middleOf(other)));
  }
  return order.flatMap((column, index) =>
    column.map((id, row) => ({ id, column: index, row, rowsOfColumn: column.length })),
  );
};

/** Where each stands in its column, from the middle. */
const heightsIn = (order: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(order.flatMap((column) => column.map((id, row) => [id, row - (column.length - 1) / 2] as const)));
