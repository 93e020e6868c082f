export type Arrow = readonly [from: string, to: string];

export interface Placed {
  readonly id: string;
  /** How many arrows lie before it on the longest way. */
  readonly layer: number;
  /** From the middle of its layer, in places. */
  readonly offset: number;
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

/** How often the order within layers is improved; after some rounds it no longer changes. */
const rounds = 24;

/** An arrow with the places between others where it crosses the layers between its ends. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly via: readonly Placed[];
}

/** How much room an arrow takes where it crosses a layer, in places. */
const crossing = 0.16;

/** Places what the arrows connect in layers, each near to what it is connected with, and no arrow behind anything. */
export const placeInLayers = (
  ids: readonly string[],
  arrows: readonly Arrow[],
): { readonly placed: readonly Placed[]; readonly ways: readonly Way[] } => {
  const layers = layersOf(ids, arrows);
  const layerOf = (id: string): number => layers.get(id) ?? 0;
  const ways = arrows.map(([from, to]) => {
    const between = Math.max(0, layerOf(to) - layerOf(from) - 1);
    const crossed = Array.from({ length: between }, (_, index) => layerOf(from) + 1 + index);
    // What leads to the same end goes through the same place, as one.
    const via = crossed.map((layer) => `${layer} ${to}`);
    for (const [index, layer] of crossed.entries()) layers.set(via[index] ?? "", layer);
    return { from, to, via };
  });
  const crossings = new Set(ways.flatMap(({ via }) => via));
  const pieces = ways.flatMap(({ from, to, via }) => {
    const stops = [from, ...via, to];
    return stops.slice(1).map((stop, index): Arrow => [stops[index] ?? from, stop]);
  });
  const placed = new Map(
    ordered([...ids, ...crossings], pieces, layerOf, (id) => (crossings.has(id) ? crossing : 1)).map((each) => [
      each.id,
      each,
    ]),
  );
  const found = (wanted: readonly string[]): Placed[] => wanted.flatMap((id) => placed.get(id) ?? []);
  return { placed: found(ids), ways: ways.map(({ from, to, via }) => ({ from, to, via: found(via) })) };
};

/** How many arrows lie before each on the longest way to it. */
const layersOf = (ids: readonly string[], arrows: readonly Arrow[]): Map<string, number> => {
  const before = Map.groupBy(arrows, ([, to]) => to);
  const layers = new Map<string, number>();
  const layerOf = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const layer = Math.max(0, ...(before.get(id) ?? []).map(([from]) => layerOf(from) + 1));
    layers.set(id, layer);
    return layer;
  };
  for (const id of ids) layerOf(id);
  return layers;
};

const ordered = (
  ids: readonly string[],
  arrows: readonly Arrow[],
  layerOf: (id: string) => number,
  widthOf: (id: string) => number,
): Placed[] => {
  const before = Map.groupBy(arrows, ([, to]) => to);
  const after = Map.groupBy(arrows, ([from]) => from);
  let order = [...Map.groupBy(ids, layerOf)].sort(([one], [other]) => one - other).map(([, layer]) => layer);
  for (let round = 0; round < rounds; round += 1) {
    const offsets = offsetsIn(order, widthOf);
    const isDown = round % 2 === 0;
    const middleOf = (id: string): number => {
      const near = isDown ? (before.get(id) ?? []).map(([from]) => from) : (after.get(id) ?? []).map(([, to]) => to);
      if (near.length === 0) return offsets.get(id) ?? 0;
      return near.reduce((sum, each) => sum + (offsets.get(each) ?? 0), 0) / near.length;
    };
    order = order.map((layer) => layer.toSorted((one, other) => middleOf(one) - middleOf(other)));
  }
  const offsets = offsetsIn(order, widthOf);
  return order.flatMap((layer, index) => layer.map((id) => ({ id, layer: index, offset: offsets.get(id) ?? 0 })));
};

/** Side by side, each layer around the middle. */
const offsetsIn = (
  order: readonly (readonly string[])[],
  widthOf: (id: string) => number,
): ReadonlyMap<string, number> =>
  new Map(
    order.flatMap((layer) => {
      let left = -layer.reduce((sum, id) => sum + widthOf(id), 0) / 2;
      return layer.map((id) => {
        left += widthOf(id);
        return [id, left - widthOf(id) / 2] as const;
      });
    }),
  );
