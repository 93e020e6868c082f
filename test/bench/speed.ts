import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { countDays } from "../../infra/local/bureau/count-days.ts";
import { liuzhouYear } from "../../infra/local/bureau/year.ts";
import { localClient } from "../../infra/local/dynamodb/create-table.ts";
import { startTable } from "../../infra/local/dynamodb/dynalite.ts";
import { tableName } from "../../infra/local/environment.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { packagesOf } from "../../shared/packages/index.ts";
import { latestVersions } from "../../shared/packages/latest.ts";
import { Cell } from "../../shared/speed/cell.ts";
import { dynamodbFigureStore } from "../../shared/speed/dynamodb-figure-store.ts";
import type { FigureStore } from "../../shared/speed/figure-store.ts";
import { cellKeysOf, loadFigures } from "../../shared/speed/figures.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { reportOf } from "../../shared/speed/report/report.ts";
import type { BenchmarkResult } from "./main.ts";

const office = "liuzhou";
const span = { offices: [office], packageIds: Object.keys(liuzhouYear), from: "2030-03-01", to: "2030-03-30" };
const packages = latestVersions(packagesOf(office)).filter(({ id }) => span.packageIds.includes(id));

/** How often each simulated case is counted: simulating a million would take longer than it tells. */
const sizes = [
  { simulated: 1_010, times: 1 },
  { simulated: 10_110, times: 10 },
  { simulated: 10_110, times: 100 },
] as const;

/**
 * What reading the report of thirty days takes, from a real table, for a thousand and for a million cases: requests,
 * bytes, and time. The requests must not follow the number of cases.
 */
export const run = async (): Promise<BenchmarkResult> => {
  const rows = [];
  for (const size of sizes) rows.push(await measure(size.simulated, size.times));
  const requests = new Set(rows.map((row) => row["store calls"]));
  return {
    title: "Reading the report of thirty days from the table",
    rows,
    summary: { days: 30, packages: span.packageIds.length, doCallsFollowCases: requests.size > 1 },
  };
};

const measure = async (simulated: number, times: number) => {
  const folder = await mkdtemp(join(tmpdir(), "one-window-speed-"));
  const table = await startTable({ folder, tableName });
  const client = localClient(table.endpoint);
  const { calls, bytes } = countingCalls(client);
  try {
    const store = dynamodbFigureStore(documentClient(client), tableName);
    const cases = times * (await fill(store, simulated, times));
    calls.length = 0;
    bytes.read = 0;
    const startedAt = performance.now();
    const report = reportOf(await loadFigures(store, span), span, packages);
    const milliseconds = performance.now() - startedAt;
    const completed = report.packages.reduce((sum, each) => sum + each.cases.completed, 0);
    return {
      cases,
      completed,
      "store calls": calls.length,
      "KB read": Math.round(bytes.read / 1024),
      "ms, read and reckoned": Math.round(milliseconds),
    };
  } finally {
    client.destroy();
    await table.close();
    await rm(folder, { recursive: true });
  }
};

/** Counts simulated days and puts each cell into the table, every case of it so many times. */
const fill = async (store: FigureStore, simulated: number, times: number): Promise<number> => {
  const counted = memoryFigureStore();
  const sum = Object.values(liuzhouYear).reduce((one, other) => one + other, 0);
  const yearly = Object.fromEntries(
    Object.entries(liuzhouYear).map(([id, cases]) => [id, (cases / sum) * simulated * (365 / 30)]),
  );
  const { cases } = await countDays(counted, {
    seed: 1,
    packages,
    offices: [office],
    yearly,
    from: span.from,
    days: 30,
  });
  const keys = cellKeysOf({ ...span, to: "2030-06-30" });
  for (const [index, open] of (await counted.open(keys)).entries()) {
    const key = keys[index];
    if (!open || !key) continue;
    const cell = Cell.fromStored(open.cell);
    const once = Cell.fromStored(open.cell);
    for (const [name, { line }] of cell.lines) {
      for (let time = 1; time < times; time += 1) line.merge(once.lines.get(name)?.line ?? line);
    }
    await store.write(key, cell.toStored(), 0);
  }
  return cases;
};

const countingCalls = (client: DynamoDBClient) => {
  const calls: string[] = [];
  const bytes = { read: 0 };
  client.middlewareStack.add(
    (next) => async (context) => {
      calls.push((context.request as { headers: Record<string, string> }).headers["x-amz-target"] ?? "");
      const reply = await next(context);
      const { headers } = reply.response as { headers: Record<string, string> };
      bytes.read += Number(headers["content-length"] ?? 0);
      return reply;
    },
    { step: "build", priority: "low", name: "count" },
  );
  return { calls, bytes };
};
