import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Bundle, bundleEntry, bundleFunctions } from "../../infra/bundle.ts";
import type { BenchmarkResult } from "./main.ts";

const aim = 1.3;
const pairs = 21;

/**
 * What a cold start reads and how long it takes to import, beside a handler that only imports the DynamoDB client and is
 * bundled in the same way. Each import has a fresh process; the two of a pair run one after the other, each first in turn.
 */
export const run = async (): Promise<BenchmarkResult> => {
  const bundles = await bundleFunctions();
  const baseline = await bundleEntry(
    here("bundles/dynamodb-client-only.ts"),
    here("../../.build/bench/dynamodb-client-only"),
  );
  const rows = [];
  for (const [name, bundle] of Object.entries(bundles)) {
    const { own, others, ratio } = await compare(bundle, baseline);
    rows.push({
      ...sizesOf(name, bundle),
      "import ms": round(own),
      "client only ms": round(others),
      ratio: round(ratio, 2),
    });
  }
  const worst = rows.toSorted((a, b) => b.ratio - a.ratio)[0];
  return {
    title: `Cold import of each function's bundle over a DynamoDB client's alone (${pairs} pairs of fresh processes)`,
    rows: [sizesOf("(DynamoDB client only)", baseline), ...rows],
    summary: {
      aim,
      worst: worst?.function,
      worstRatio: worst?.ratio,
      isWithinAim: rows.every(({ ratio }) => ratio <= aim),
    },
  };
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
const kilobytes = (bytes: number): number => round(bytes / 1000);

const sizesOf = (name: string, { startBytes, bytes, gzipBytes }: Bundle) => ({
  function: name,
  "start kB": kilobytes(startBytes),
  "all kB": kilobytes(bytes),
  "gzip kB": kilobytes(gzipBytes),
});

const compare = async (bundle: Bundle, baseline: Bundle) => {
  const own: number[] = [];
  const others: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const isOwnFirst = pair % 2 === 0;
    if (isOwnFirst) own.push(await importMilliseconds(bundle));
    others.push(await importMilliseconds(baseline));
    if (!isOwnFirst) own.push(await importMilliseconds(bundle));
  }
  const ratios = own.map((milliseconds, pair) => milliseconds / (others[pair] ?? Number.NaN));
  return { own: median(own), others: median(others), ratio: median(ratios) };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const execute = promisify(execFile);

const importMilliseconds = async ({ folder }: Bundle): Promise<number> => {
  const script = `
    const start = performance.now();
    const { handler } = await import(${JSON.stringify(`${folder}/index.mjs`)});
    const end = performance.now();
    if (typeof handler !== "function") throw new Error("exports no handler");
    console.log(end - start);
  `;
  // Nothing of our own environment: a function must be loadable before it is told anything.
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", script], {
    env: { AWS_REGION: "cn-north-1" },
  });
  return Number(stdout);
};
