// People come at rising rates, whether or not those before them were answered: prints a table, writes a plot, and checks
// all data at the end.
//   npm run load
//   npm run load -- --rates 2,4,8 --seconds 5 --sales 4 --plot load.svg
import { writeFile } from "node:fs/promises";
import { parametersOf } from "../../infra/local/command-line.ts";
import { crowdNumbers } from "../../infra/local/sandbox/population/crowd.ts";
import { startWorld } from "../../infra/local/world.ts";
import { crowdOf, type Ledger, offer, type Step } from "./arrivals.ts";
import { violations } from "./invariants.ts";
import { plot } from "./plot.ts";
import { type Patience, sellHomes } from "./sales.ts";

const options = {
  rates: { type: "string", default: "2,4,8,16,32,64" },
  seconds: { type: "string", default: "3" },
  "at-once": { type: "string", default: "24" },
  sales: { type: "string", default: "6" },
  plot: { type: "string", default: ".build/load.svg" },
} as const;
const { values } = parametersOf(
  { options },
  "npm run load -- [--rates 2,4,8] [--seconds 3] [--at-once 24] [--sales 6] [--plot FILE]",
);

const world = await startWorld({ functions: "bundles", mostAtOnce: Number(values["at-once"]) });
try {
  const people = await crowdOf(world);
  const ledger: Ledger = { opened: new Map(), answered: new Set() };
  // The first call of each function loads it; that is another measurement.
  await offer(world, people.splice(0, 5), 2, ledger);
  // Meanwhile homes are sold, by people who come back when they are turned away.
  const patience: Patience = { turnedAway: 0 };
  const sales = sellHomes(world, crowdNumbers.slice(0, Number(values.sales)), patience);
  const steps: Step[] = [];
  console.log("offered/s  answered  turned away  failed  answered/s  p50 ms  p95 ms  longest ms");
  for (const rate of values.rates.split(",").map(Number)) {
    const step = await offer(world, people.splice(0, rate * Number(values.seconds)), rate, ledger);
    steps.push(step);
    const numbers = [
      step.offered,
      step.answered,
      step.shed,
      step.failed,
      step.perSecond,
      step.p50,
      step.p95,
      step.longest,
    ];
    const widths = [9, 9, 12, 7, 11, 7, 7, 11];
    console.log(numbers.map((number, index) => String(number).padStart(widths[index] ?? 8)).join(" "));
  }
  const knee = steps.findLast(({ offered, shed, perSecond }) => shed === 0 && perSecond > 0.7 * offered);
  console.log(
    `knee: ${knee ? `${knee.offered} requests a second are still answered as they come` : "below the lowest rate"}`,
  );
  await writeFile(values.plot, plot(steps));
  const found = [...(await sales), ...(await violations(world, ledger))];
  console.log(
    `${ledger.opened.size} cases acknowledged, ${ledger.answered.size} answers acknowledged, ${found.length} violations`,
  );
  console.log(
    `${values.sales} homes sold meanwhile, their people told ${patience.turnedAway} times to come back; bills paid, certificates genuine`,
  );
  for (const violation of found) console.log(`  ${violation}`);
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await world.close();
}
