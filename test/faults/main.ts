// Breaks everything on purpose and prints what came of it. Without words: every point of every story, every outage, 150 storms.
//   npm run faults -- --story sale                                   every point of one story
//   npm run faults -- --story sale --point 12 --mishap dies-after    one point again
//   npm run faults -- --seed 17                                      one storm again
//   npm run faults -- --storms 5000 --from 1                         more storms
//   npm run faults -- --outages                                      each authority out in each way
//   npm run faults -- --keep 2026-12                                 keeps cases of this release for the tests of later ones;
//                                                                    --story NAME: of one story alone
import { parametersOf } from "../../infra/local/command-line.ts";
import { authorityIds } from "../../shared/connectors/authorities.ts";
import { haveDone } from "../support/crew.ts";
import { type Mishap, mishaps } from "./lab/fate.ts";
import { keepCases } from "./lab/old-cases.ts";
import { laboratoryStories } from "./lab/stories.ts";
import { tryPoint, undisturbedRun, type Verdict } from "./lab/trials.ts";
import { type OutageName, outages } from "./lab/weather.ts";
import type { FaultsJob, FaultsResult } from "./worker.ts";

const options = {
  seed: { type: "string" },
  story: { type: "string" },
  point: { type: "string" },
  mishap: { type: "string" },
  storms: { type: "string", default: "150" },
  from: { type: "string", default: "1" },
  keep: { type: "string" },
  outages: { type: "boolean", default: false },
  pairs: { type: "string", default: "6" },
} as const;
const { values } = parametersOf(
  { options },
  "npm run faults -- [--story NAME [--point N --mishap NAME]] [--seed N] [--storms COUNT --from N] [--outages] [--keep MONTH]",
);

let failed = 0;
const judge = ({ findings, repeat }: Verdict): void => {
  if (findings.length === 0) return;
  failed += 1;
  console.log(`FAILED  npm run faults -- ${repeat}`);
  for (const finding of findings) console.log(`  ${finding}`);
};

/** Has jobs done by every processor there is. @returns how many trials passed of how many, and for how long */
const tryAll = async <Job extends FaultsJob>(
  jobs: readonly Job[],
  onResult: (result: FaultsResult, job: Job) => void = () => {},
): Promise<string> => {
  const startedAt = performance.now();
  const count = { tried: 0, failed: 0 };
  await haveDone<Job, FaultsResult>({ module: new URL("./worker.ts", import.meta.url) }, jobs, (result, job) => {
    count.tried += result.tried;
    count.failed += result.failed.length;
    for (const verdict of result.failed) judge(verdict);
    onResult(result, job);
  });
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return `${count.tried - count.failed} of ${count.tried} passed, ${seconds} s`;
};

/** So many points at a time: enough that a worker's own undisturbed run is worth it, few enough to share out evenly. */
const pointsPerJob = 8;

const everyPoint = async (story: string): Promise<void> => {
  const { calls } = await undisturbedRun(story);
  const points = Array.from({ length: calls.made }, (_, index) => index + 1);
  const jobs = Array.from({ length: Math.ceil(points.length / pointsPerJob) }, (_, index) => ({
    kind: "points" as const,
    story,
    points: points.slice(index * pointsPerJob, (index + 1) * pointsPerJob),
  }));
  const places = [...calls.byPlace].map(([place, count]) => `${count} ${place}`).join(", ");
  console.log(`${story.padEnd(13)} ${calls.made} points (${places}): ${await tryAll(jobs)}`);
};

const storms = async (from: number, count: number): Promise<void> => {
  const struck = new Map<string, number>();
  const jobs = Array.from({ length: count }, (_, index) => ({ kind: "storm" as const, seed: from + index }));
  const passed = await tryAll(jobs, (result) => {
    for (const [mishap, times] of result.struck ?? []) struck.set(mishap, (struck.get(mishap) ?? 0) + times);
  });
  const counts = mishaps.map((mishap) => `${mishap} ${struck.get(mishap) ?? 0}`).join(", ");
  console.log(`storms        ${passed}; struck: ${counts}`);
};

const widths = [20, 34, 5, 5, 4, 8, 6, 9, 4, 6];
const row = (columns: readonly unknown[]): string =>
  columns.map((column, index) => String(column)[index < 2 ? "padEnd" : "padStart"](widths[index] ?? 0)).join(" ");

const everyOutage = async (pairs: number): Promise<void> => {
  console.log(`${2 * pairs} cases over 75 minutes, an hour's outage; calls a second at the authority's door`);
  console.log(
    row(["authority", "outage", "wrong", "asked", "held", "drained", "knocks", "kept back", "peak", "normal"]),
  );
  const jobs = (Object.keys(outages) as OutageName[]).flatMap((outage) =>
    authorityIds.map((authority) => ({ kind: "outage" as const, authority, outage, pairs })),
  );
  const passed = await tryAll(jobs, ({ outage: report }, { authority, outage }) => {
    if (!report) return;
    const { findings, furtherQuestions, held, drainMinutes, knocks, keptBack, peakAfter, peakUndisturbed } = report;
    const numbers = [findings.length, furtherQuestions, held, `${drainMinutes} min`, knocks, keptBack, peakAfter];
    console.log(row([authority, outage, ...numbers, peakUndisturbed]));
  });
  console.log(`outages       ${passed}`);
};

const { story, point } = values;
if (values.keep !== undefined) {
  console.log(`${await keepCases(values.keep, story === undefined ? undefined : [story])} cases kept`);
} else if (values.outages) await everyOutage(Number(values.pairs));
else if (values.seed !== undefined) await storms(Number(values.seed), 1);
else if (story !== undefined && point !== undefined) {
  judge(await tryPoint(story, Number(point), (values.mishap ?? "dies-after") as Mishap, await undisturbedRun(story)));
} else if (story !== undefined) await everyPoint(story);
else {
  for (const name of Object.keys(laboratoryStories)) await everyPoint(name);
  await storms(Number(values.from), Number(values.storms));
  await everyOutage(Number(values.pairs));
}
console.log(failed === 0 ? "all passed" : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
