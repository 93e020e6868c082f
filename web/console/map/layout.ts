/** A drawing of steps in layers, from above to below: each stands below all that it comes after. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Placed[];
  readonly edges: readonly Edge[];
}

export interface Placed {
  readonly id: string;
  /** The middle of its top edge. */
  readonly x: number;
  readonly y: number;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Where it passes, from the bottom of one step to the top of the other. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Drawn {
  readonly id: string;
  readonly after: readonly string[];
}

export const nodeWidth = 114;
export const nodeHeight = 52;
const gap = 7;
const passWidth = 4;
const layerHeight = 104;
const margin = 10;

/** A step, or the place where a long arrow passes a layer. */
interface Spot {
  readonly key: string;
  readonly isPass: boolean;
  x: number;
}

/** Places steps by the longest way to them, and orders each layer by where its neighbours stand, to cross few arrows. */
export const drawingOf = (steps: readonly Drawn[]): Drawing => {
  const known = new Map(steps.map((step) => [step.id, step]));
  const depths = depthsOf(steps, known);
  const edges = steps.flatMap(({ id, after }) => nearest(after, known).map((from) => ({ from, to: id })));
  const layers: Spot[][] = [];
  const spots = new Map<string, Spot>();
  const put = (layer: number, key: string, isPass: boolean): Spot => {
    const spot = { key, isPass, x: 0 };
    layers[layer] ??= [];
    layers[layer].push(spot);
    spots.set(key, spot);
    return spot;
  };
  for (const { id } of steps) put(depths.get(id) ?? 0, id, false);
  const ways = edges.map(({ from, to }) => {
    const first = depths.get(from) ?? 0;
    const passed = Array.from({ length: (depths.get(to) ?? 0) - first - 1 }, (_, index) => `${from}>${to}:${index}`);
    for (const [index, key] of passed.entries()) put(first + 1 + index, key, true);
    return { from, to, keys: [from, ...passed, to] };
  });
  const neighbours = neighboursOf(ways.map(({ keys }) => keys));
  for (let sweep = 0; sweep < 12; sweep += 1) {
    const isDown = sweep % 2 === 0;
    spread(layers);
    for (const layer of isDown ? layers : [...layers].reverse()) order(layer, (key) => neighbours(key, isDown), spots);
  }
  const width = spread(layers);
  const yOf = (key: string): number =>
    margin + layers.findIndex((layer) => layer.some((spot) => spot.key === key)) * layerHeight;
  const at = (key: string, isBottom: boolean) => ({
    x: spots.get(key)?.x ?? 0,
    y: yOf(key) + (isBottom ? nodeHeight : 0),
  });
  return {
    width,
    height: margin * 2 + (layers.length - 1) * layerHeight + nodeHeight,
    nodes: steps.map(({ id }) => ({ id, x: spots.get(id)?.x ?? 0, y: yOf(id) })),
    edges: ways.map(({ from, to, keys }) => ({
      from,
      to,
      points: keys.flatMap((key, index) => {
        if (index === 0) return [at(key, true)];
        return index === keys.length - 1 ? [at(key, false)] : [at(key, false), at(key, true)];
      }),
    })),
  };
};

const depthsOf = (steps: readonly Drawn[], known: ReadonlyMap<string, Drawn>): ReadonlyMap<string, number> => {
  const depths = new Map<string, number>();
  const depth = (id: string): number => {
    const found = depths.get(id);
    if (found !== undefined) return found;
    const before = (known.get(id)?.after ?? []).filter((each) => known.has(each));
    const value = before.length === 0 ? 0 : 1 + Math.max(...before.map(depth));
    depths.set(id, value);
    return value;
  };
  for (const { id } of steps) depth(id);
  return depths;
};

/** Without what follows anyway: an arrow to a step's grandparent says nothing new. */
const nearest = (after: readonly string[], known: ReadonlyMap<string, Drawn>): readonly string[] => {
  const behind = (id: string, seen: Set<string>): Set<string> => {
    for (const each of known.get(id)?.after ?? []) {
      if (seen.has(each)) continue;
      seen.add(each);
      behind(each, seen);
    }
    return seen;
  };
  const own = after.filter((id) => known.has(id));
  const far = new Set(own.flatMap((id) => [...behind(id, new Set())]));
  return own.filter((id) => !far.has(id));
};

const neighboursOf = (ways: readonly (readonly string[])[]) => {
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, other: string) => to.set(key, [...(to.get(key) ?? []), other]);
  for (const way of ways) {
    for (const [index, key] of way.entries()) {
      const next = way[index + 1];
      if (next === undefined) continue;
      add(below, key, next);
      add(above, next, key);
    }
  }
  return (key: string, isDown: boolean): readonly string[] => (isDown ? above : below).get(key) ?? [];
};

/** Sorts a layer by the mean place of each one's neighbours in the layer before. */
const order = (
  layer: Spot[],
  neighbours: (key: string) => readonly string[],
  spots: ReadonlyMap<string, Spot>,
): void => {
  const places = new Map(
    layer.map((spot) => {
      const near = neighbours(spot.key).flatMap((key) => spots.get(key)?.x ?? []);
      return [spot.key, near.length === 0 ? spot.x : near.reduce((sum, x) => sum + x, 0) / near.length];
    }),
  );
  layer.sort((one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0));
};

const widthOf = (spot: Spot): number => (spot.isPass ? passWidth : nodeWidth);

/** Sets every layer side by side around the middle. @returns the width of the whole */
const spread = (layers: readonly Spot[][]): number => {
  const lengths = layers.map((layer) => layer.reduce((sum, spot) => sum + widthOf(spot) + gap, -gap));
  const width = Math.max(...lengths, nodeWidth) + 2 * margin;
  for (const [index, layer] of layers.entries()) {
    let x = (width - (lengths[index] ?? 0)) / 2;
    for (const spot of layer) {
      spot.x = x + widthOf(spot) / 2;
      x += widthOf(spot) + gap;
    }
  }
  return width;
};
