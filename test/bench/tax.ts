import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { contenders } from "./tax/contenders.ts";
import { measureImports, median } from "./tax/import-time.ts";
import { sampleSales } from "./tax/sample.ts";

const rounds = 5;
const aims = { perSecond: 20_000, timesFaster: 10, importMs: 50 };

/**
 * Explained assessments per second on one core, beside the bare sums of two rule engines: the results of all three are
 * compared first, then each runs in a process of its own, in turn. Rates are per second of processor time, so that
 * another program on the machine does not decide them.
 */
export const run = async (): Promise<{
  title: string;
  rows: Record<string, string | number>[];
  summary: Record<string, unknown>;
}> => {
  const sameResults = await compareAll();
  const names = Object.keys(contenders);
  const rates = names.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, name] of names.entries()) rates[index]?.push(await oneRound(name));
  }
  const medians = rates.map(median);
  const [own = 0, ...peers] = medians;
  const fasterPeer = Math.max(...peers);
  const imports = await measureImports(7);
  const importMs = imports.bundledMs - imports.emptyBundledMs;
  return {
    title: "Housing tax: assessments per second on one core",
    rows: names.map((name, index) => ({
      engine: contenders[name]?.title ?? name,
      "per second": Math.round(medians[index] ?? 0),
      lowest: Math.round(Math.min(...(rates[index] ?? []))),
      highest: Math.round(Math.max(...(rates[index] ?? []))),
      "times slower": tenth(own / (medians[index] ?? 1)),
    })),
    summary: {
      sameResults,
      assessmentsPerSecond: Math.round(own),
      timesFasterThanFasterPeer: tenth(own / fasterPeer),
      importMsOverEmptyModule: tenth(importMs),
      importMsBundled: tenth(imports.bundledMs),
      importMsFromSource: tenth(imports.sourceMs),
      importMsEmptySource: tenth(imports.emptySourceMs),
      aims,
      areAimsMet: own >= aims.perSecond && own >= aims.timesFaster * fasterPeer && importMs <= aims.importMs,
    },
  };
};

const tenth = (value: number): number => Math.round(value * 10) / 10;

const execute = promisify(execFile);
const roundScript = fileURLToPath(new URL("tax/one-round.ts", import.meta.url));

const oneRound = async (name: string): Promise<number> => {
  const { stdout } = await execute(process.execPath, [roundScript, name]);
  return Number(stdout);
};

/** Every sale, every engine, every sum; a difference ends the benchmark before anything is timed. */
const compareAll = async (): Promise<number> => {
  const engines = await Promise.all(
    Object.values(contenders).map(async ({ title, start }) => ({ title, compute: await start() })),
  );
  let sums = 0;
  for (const sale of sampleSales(600)) {
    const results = await Promise.all(engines.map(({ compute }) => compute(sale)));
    for (const [index, result] of results.entries()) {
      if (String(result) !== String(results[0])) {
        throw new Error(`${engines[index]?.title}: ${result}; ours: ${results[0]}\n${JSON.stringify(sale.plain)}`);
      }
    }
    sums += results[0]?.length ?? 0;
  }
  return sums;
};
