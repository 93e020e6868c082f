// Breaks everything on purpose and prints what came of it. Without words: every point of every story and 400 storms.
//   npm run faults -- --seed 17                                      one storm again
//   npm run faults -- --story sale --point 12 --mishap dies-after    one point again
//   npm run faults -- --storms 5000 --from 1                         more storms
//   npm run faults -- --keep 2026-12                                 keeps cases of this release for the tests of later ones
import { parseArgs } from "node:util";
import { authorityIds } from "../../shared/connectors/authorities.ts";
import { type Mishap, mishaps } from "./lab/fate.ts";
import { keepCases } from "./lab/old-cases.ts";
import { normalDay, tryOutage } from "./lab/outage.ts";
import { laboratoryStories } from "./lab/stories.ts";
import { mishapsAt, tryPoint, tryStorm, undisturbedRun, type Verdict } from "./lab/trials.ts";
import { type OutageName, outages } from "./lab/weather.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    story: { type: "string" },
    point: { type: "string" },
    mishap: { type: "string" },
    storms: { type: "string", default: "400" },
    from: { type: "string", default: "1" },
    keep: { type: "string" },
    outages: { type: "boolean", default: false },
    pairs: { type: "string", default: "40" },
  },
});

let failed = 0;
const judge = ({ findings, repeat }: Verdict): void => {
  if (findings.length === 0) return;
  failed += 1;
  console.log(`FAILED  npm run faults -- ${repeat}`);
  for (const finding of findings) console.log(`  ${finding}`);
};

const everyPoint = async (name: string): Promise<void> => {
  const startedAt = performance.now();
  const calm = await undisturbedRun(name);
  const before = failed;
  let tried = 0;
  for (let point = 1; point <= calm.calls.made; point += 1) {
    for (const mishap of mishapsAt(calm, point)) {
      judge(await tryPoint(name, point, mishap, calm));
      tried += 1;
    }
  }
  const places = [...calm.calls.byPlace].map(([place, calls]) => `${calls} ${place}`).join(", ");
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const passed = tried - (failed - before);
  console.log(
    `${name.padEnd(10)} ${calm.calls.made} points (${places}): ${passed} of ${tried} trials passed, ${seconds} s`,
  );
};

const storms = async (from: number, count: number): Promise<void> => {
  const startedAt = performance.now();
  const before = failed;
  const struck = new Map<string, number>();
  for (let seed = from; seed < from + count; seed += 1) {
    const verdict = await tryStorm(seed);
    judge(verdict);
    for (const [mishap, times] of verdict.struck) struck.set(mishap, (struck.get(mishap) ?? 0) + times);
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(
    `storms     ${count - (failed - before)} of ${count} passed, ${seconds} s; struck: ${mishaps
      .map((mishap) => `${mishap} ${struck.get(mishap) ?? 0}`)
      .join(", ")}`,
  );
};

const everyOutage = async (pairs: number): Promise<void> => {
  const normal = await normalDay(pairs);
  console.log(`${2 * pairs} cases over 75 minutes, an hour's outage; calls a second at the authority's door`);
  console.log(
    "authority            outage                             wrong asked held drained knocks kept back peak normal",
  );
  for (const outage of Object.keys(outages) as OutageName[]) {
    for (const authority of authorityIds) {
      const report = await tryOutage(authority, outage, pairs, normal);
      judge({ findings: report.findings, repeat: `--outages (${authority}, ${outage})` });
      const { findings, furtherQuestions, held, drainMinutes, knocks, keptBack, peakAfter, peakUndisturbed } = report;
      const numbers = [
        findings.length,
        furtherQuestions,
        held,
        `${drainMinutes} min`,
        knocks,
        keptBack,
        peakAfter,
        peakUndisturbed,
      ];
      const widths = [5, 5, 4, 8, 6, 9, 4, 6];
      const columns = numbers.map((number, index) => String(number).padStart(widths[index] ?? 6));
      console.log(`${authority.padEnd(20)} ${outage.padEnd(34)} ${columns.join(" ")}`);
    }
  }
};

if (values.keep !== undefined) console.log(`${await keepCases(values.keep)} cases kept`);
else if (values.outages) await everyOutage(Number(values.pairs));
else if (values.seed !== undefined) await storms(Number(values.seed), 1);
else if (values.story !== undefined && values.point !== undefined) {
  const calm = await undisturbedRun(values.story);
  judge(await tryPoint(values.story, Number(values.point), (values.mishap ?? "dies-after") as Mishap, calm));
} else {
  for (const name of Object.keys(laboratoryStories)) await everyPoint(name);
  await everyOutage(Number(values.pairs));
  await storms(Number(values.from), Number(values.storms));
}
console.log(failed === 0 ? "all passed" : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
