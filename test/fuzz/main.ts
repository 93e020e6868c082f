// Sends requests of every kind to every route, made from the OpenAPI document, and prints what came back.
//   npm run fuzz                                   200,000 requests
//   npm run fuzz -- --requests 5000 --seed 7       fewer, from another seed
import { parametersOf } from "../../infra/local/command-line.ts";
import { type RouteName, routes } from "../../shared/api/routes.ts";
import { haveDone } from "../support/crew.ts";
import type { FuzzJob, FuzzResult } from "./worker.ts";

const options = { requests: { type: "string", default: "200000" }, seed: { type: "string", default: "1" } } as const;
const { values } = parametersOf({ options }, "npm run fuzz -- [--requests COUNT] [--seed NUMBER]");

const names = Object.keys(routes) as RouteName[];
const perRoute = 40;
const rounds = Math.ceil(Number(values.requests) / (perRoute * names.length));
const jobs = Array.from({ length: rounds }, (_, index): FuzzJob => ({ seed: Number(values.seed) + index, perRoute }));

const statuses = new Map<string, number>();
const startedAt = performance.now();
let sent = 0;
let failed = 0;
await haveDone<FuzzJob, FuzzResult>({ module: new URL("./worker.ts", import.meta.url) }, jobs, (round, { seed }) => {
  sent += round.sent;
  failed += round.findings.length;
  for (const finding of round.findings) console.log(`seed ${seed}: ${finding}`);
  for (const [key, count] of round.statuses) statuses.set(key, (statuses.get(key) ?? 0) + count);
});
for (const name of names) {
  const counts = [...statuses].filter(([key]) => key.startsWith(`${name} `)).sort();
  console.log(`${name.padEnd(26)} ${counts.map(([key, count]) => `${key.split(" ")[1]}: ${count}`).join("  ")}`);
}
const fives = [...statuses].filter(([key]) => / 5\d\d$/.test(key)).reduce((sum, [, count]) => sum + count, 0);
console.log(
  `${sent} requests over ${names.length} routes, ${fives} answers of 5xx, ${failed} findings, ${Math.round((performance.now() - startedAt) / 1000)} s`,
);
process.exitCode = failed === 0 ? 0 : 1;
