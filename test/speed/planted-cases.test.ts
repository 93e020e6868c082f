import { beforeAll, expect, test } from "vitest";
import type { PlantedCase } from "../../infra/local/bureau/simulate-case.ts";
import { simulateDays } from "../../infra/local/bureau/simulate-days.ts";
import { packages as versions } from "../../shared/packages/index.ts";
import { latestVersions } from "../../shared/packages/latest.ts";
import { clockNames } from "../../shared/speed/clocks.ts";
import { countChanges } from "../../shared/speed/count-changes.ts";
import { type Dimension, dimensions, type Figure, groupFigures, loadFigures } from "../../shared/speed/figures.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { relativeError } from "../../shared/speed/sketch.ts";
import { nearestRank, type Truth, truthsOf } from "./support/planted-truth.ts";

const packages = latestVersions(versions);
const offices = ["liuzhou", "liubei"];
const span = { offices, packageIds: packages.map(({ id }) => id), from: "2030-03-01", to: "2030-05-31" };

let cases: readonly PlantedCase[];
let figures: readonly Figure[];
let truths: readonly Truth[];

beforeAll(async () => {
  const yearly = Object.fromEntries(packages.map(({ id }) => [id, 9000]));
  const days = { seed: 7, packages, offices, yearly };
  cases = [...simulateDays({ ...days, from: "2030-03-01", days: 11 })].slice(0, 1000);
  truths = cases.flatMap(truthsOf);
  const store = memoryFigureStore();
  const writes = cases.flatMap((planted) => planted.writes);
  for (let start = 0; start < writes.length; start += 100) await countChanges(store, writes.slice(start, start + 100));
  figures = await loadFigures(store, span);
});

test("the thousand cases are mixed", () => {
  expect(cases).toHaveLength(1000);
  expect(new Set(cases.map(({ packageId }) => packageId)).size).toBe(packages.length);
  expect(new Set(cases.map(({ channel }) => channel)).size).toBe(4);
  expect(new Set(cases.map(({ outcome }) => outcome)).size).toBe(4);
});

const groupings: Dimension[][] = Array.from({ length: 2 ** dimensions.length }, (_, bits) =>
  dimensions.filter((_dimension, index) => bits & (1 << index)),
);

test.each(groupings.map((by) => [by.join(", ") || "everything together", by] as const))(
  "percentiles are within the stated error of the planted times, by %s",
  (_, by) => {
    // A whole case and a step are never mixed: that would be no distribution of anything.
    for (const isCase of [true, false]) {
      const kind = figures.filter(({ of }) => (of.step === "") === isCase);
      const expected = Map.groupBy(
        truths.filter(({ of }) => (of.step === "") === isCase),
        ({ of }) => JSON.stringify(by.map((dimension) => of[dimension])),
      );
      const groups = groupFigures(kind, by).filter(({ line }) => line.settled > 0);
      expect(groups.map(({ of }) => JSON.stringify(Object.values(of))).sort()).toEqual([...expected.keys()].sort());
      for (const { of, line } of groups) {
        const planted = expected.get(JSON.stringify(Object.values(of))) ?? [];
        expect(line.settled).toBe(planted.length);
        for (const clock of clockNames) {
          const values = planted.map(({ times }) => Math.round(times[clock] * 10) / 10).sort((a, b) => a - b);
          const read = line.on(clock).percentiles([50, 95, 99]) ?? [];
          for (const [index, percent] of [50, 95, 99].entries()) {
            const truth = nearestRank(values, percent);
            const isWithin = (read[index] ?? -1) >= truth && (read[index] ?? -1) <= truth * (1 + relativeError);
            if (!isWithin) expect.fail(`${clock} p${percent} of ${JSON.stringify(of)}: ${read[index]} for ${truth}`);
          }
        }
      }
    }
  },
);

test("outcomes are counted as they were planted", () => {
  const [group] = groupFigures(
    figures.filter(({ of }) => of.step === ""),
    [],
  );
  const count = (outcome: PlantedCase["outcome"]) => cases.filter((each) => each.outcome === outcome).length;
  expect(group?.line.counted("opened")).toBe(1000);
  expect(group?.line.settled).toBe(count("completed"));
  expect(group?.line.counted("caseRefused")).toBe(count("refused"));
  expect(group?.line.counted("withdrawn")).toBe(count("withdrawn"));
});
