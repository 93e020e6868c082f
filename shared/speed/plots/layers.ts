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

/** Places what the arrows connect in layers, each near to what it is connected with. */
export const placeInLayers = (ids: readonly string[], arrows: readonly Arrow[]): Placed[] => {
  const before = Map.groupBy(arrows, ([, to]) => to);
  const after = Map.groupBy(arrows, ([from]) => from);
  const layers = new Map<string, number>();
  const layerOf = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const layer = Math.max(0, ...(before.get(id) ?? []).map(([from]) => layerOf(from) + 1));
    layers.set(id, layer);
    return layer;
  };
  let order = [...Map.groupBy(ids, layerOf)].sort(([one], [other]) => one - other).map(([, layer]) => layer);
  for (let round = 0; round < rounds; round += 1) {
    const offsets = offsetsIn(order);
    const isDown = round % 2 === 0;
    const middleOf = (id: string): number => {
      const near = isDown ? (before.get(id) ?? []).map(([from]) => from) : (after.get(id) ?? []).map(([, to]) => to);
      if (near.length === 0) return offsets.get(id) ?? 0;
      return near.reduce((sum, each) => sum + (offsets.get(each) ?? 0), 0) / near.length;
    };
    order = order.map((layer) => layer.toSorted((one, other) => middleOf(one) - middleOf(other)));
  }
  const offsets = offsetsIn(order);
  return order.flatMap((layer, index) => layer.map((id) => ({ id, layer: index, offset: offsets.get(id) ?? 0 })));
};

const offsetsIn = (order: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(order.flatMap((layer) => layer.map((id, place) => [id, place - (layer.length - 1) / 2] as const)));
