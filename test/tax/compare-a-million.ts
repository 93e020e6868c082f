import { compareMany } from "./compare.ts";

/*
 * node test/tax/compare-a-million.ts [COUNT] [SEED]
 * Both calculations on random facts; stops with the facts at the first difference.
 */
const count = Number(process.argv[2] ?? "1000000");
const seed = Number(process.argv[3] ?? "20261123");
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write("Usage: node test/tax/compare-a-million.ts [COUNT] [SEED]\n");
  process.exit(1);
}
const started = performance.now();
const tally = compareMany(count, seed);
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(`${JSON.stringify({ seed, ...tally, differences: 0, seconds })}\n`);
