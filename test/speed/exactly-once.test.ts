import { expect, test } from "vitest";
import { simulateDays } from "../../infra/local/bureau/simulate-days.ts";
import { packages as versions } from "../../shared/packages/index.ts";
import { latestVersions } from "../../shared/packages/latest.ts";
import type { ChangedCase } from "../../shared/speed/changed-case.ts";
import { countChanges } from "../../shared/speed/count-changes.ts";
import type { FigureStore } from "../../shared/speed/figure-store.ts";
import { dimensions, type Figure, groupFigures, loadFigures } from "../../shared/speed/figures.ts";
import { storedLine } from "../../shared/speed/line.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { fc } from "../support/properties.ts";

const packages = latestVersions(versions);
const span = {
  offices: ["liuzhou"],
  packageIds: packages.map(({ id }) => id),
  from: "2030-03-01",
  to: "2030-06-30",
};
const cases = [
  ...simulateDays({
    seed: 3,
    packages,
    offices: ["liuzhou"],
    yearly: { "new-taxpayer": 5000, "second-hand-housing": 5000 },
    from: "2030-03-04",
    days: 2,
  }),
];
const writes: readonly ChangedCase[] = cases.flatMap((planted) => planted.writes);

/** Everything that the figures say, as one text. */
const textOf = (figures: readonly Figure[]): string =>
  JSON.stringify(
    groupFigures(figures, dimensions).map(({ of, line }) => [
      of,
      storedLine({ step: of.step ?? "", channel: of.channel ?? "", authority: of.authority ?? "" }, line),
    ]),
  );

const countIn = async (store: FigureStore, batches: readonly (readonly ChangedCase[])[]): Promise<string> => {
  for (const batch of batches) await countChanges(store, batch);
  return textOf(await loadFigures(store, span));
};

const cut = (stream: readonly ChangedCase[], size: number): ChangedCase[][] =>
  Array.from({ length: Math.ceil(stream.length / size) }, (_, index) => stream.slice(index * size, (index + 1) * size));

const undisturbed = await countIn(memoryFigureStore(), cut(writes, 100));

test("there is something to count", () => {
  expect(cases.length).toBeGreaterThan(40);
  expect(undisturbed.length).toBeGreaterThan(10_000);
});

/** A stream as a shard gives it: keys interleaved in any way, each key in its order. */
const interleaved = (seed: number): ChangedCase[] => {
  const queues = cases.map((planted) => [...planted.writes]);
  const stream: ChangedCase[] = [];
  for (let turn = seed; stream.length < writes.length; turn = (turn * 48_271 + 11) % 2_147_483_647) {
    const queue = queues[turn % queues.length];
    const next = queue?.shift();
    if (next) stream.push(next);
  }
  return stream;
};

test("batches repeated, split and reordered across keys leave the figures as they are", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 50 })), { maxLength: 6 }),
      async (seed, size, repeats) => {
        const stream = interleaved(seed);
        const batches = cut(stream, size);
        // Pieces that come once more, from anywhere, in front of anything.
        for (const [at, length] of repeats) {
          const from = at % stream.length;
          batches.splice(at % batches.length, 0, stream.slice(from, from + length));
        }
        expect(await countIn(memoryFigureStore(), batches)).toBe(undisturbed);
      },
    ),
    { numRuns: 15 },
  );
});

test("a write that is handed in again after later ones of its case is still counted once, and never lost", async () => {
  const late = writes.filter((_, index) => index % 7 === 0);
  const others = writes.filter((_, index) => index % 7 !== 0);
  expect(await countIn(memoryFigureStore(), [others, late, late])).toBe(undisturbed);
});

test("counters that work side by side lose nothing to each other", async () => {
  const store = memoryFigureStore();
  const yielding: FigureStore = {
    ...store,
    open: async (keys) => {
      const found = await store.open(keys);
      await new Promise((resolve) => setImmediate(resolve));
      return found;
    },
  };
  const batches = cut(interleaved(5), 25);
  const lanes = [0, 1, 2].map((lane) => batches.filter((_, index) => index % 3 === lane));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const batch of lane) await countChanges(yielding, batch);
    }),
  );
  expect(textOf(await loadFigures(store, span))).toBe(undisturbed);
});

test("a store that fails in the middle of a batch, or loses the reply of a write, does no harm: the batch comes again", async () => {
  const store = memoryFigureStore();
  let calls = 0;
  const failing: FigureStore = {
    ...store,
    write: async (...parts) => {
      calls += 1;
      if (calls % 5 === 0) throw new Error("throttled");
      const outcome = await store.write(...parts);
      if (calls % 7 === 0) throw new Error("reply lost");
      return outcome;
    },
  };
  let failures = 0;
  for (const batch of cut(writes, 60)) {
    for (let isCounted = false; !isCounted; ) {
      isCounted = await countChanges(failing, batch).then(
        () => true,
        () => false,
      );
      if (!isCounted) failures += 1;
    }
  }
  expect(failures).toBeGreaterThan(3);
  expect(textOf(await loadFigures(store, span))).toBe(undisturbed);
});
