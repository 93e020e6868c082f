import { contenders } from "./contenders.ts";
import { sampleSales } from "./sample.ts";

/*
 * node test/bench/tax/one-round.ts NAME
 * Assessments per second of processor time, of one engine in a process of its own: warmed up for two seconds, measured
 * for one.
 */
const contender = contenders[process.argv[2] ?? ""];
if (contender === undefined) throw new Error(`Name one of ${Object.keys(contenders).join(", ")}`);
const sales = sampleSales(600);
const compute = await contender.start();

const runFor = async (seconds: number): Promise<number> => {
  const before = process.cpuUsage();
  let count = 0;
  for (;;) {
    for (const sale of sales) {
      const due = compute(sale);
      if (due instanceof Promise) await due;
    }
    count += sales.length;
    const { user, system } = process.cpuUsage(before);
    const used = (user + system) / 1_000_000;
    if (used >= seconds) return count / used;
  }
};

await runFor(2);
process.stdout.write(`${await runFor(1)}\n`);
