import { beforeAll, describe, expect, test } from "vitest";
import { getExpectedTime } from "../../functions/http/expected-time/get-expected-time.ts";
import { getSpeed } from "../../functions/http/speed-reading/get-speed.ts";
import { countDays } from "../../infra/local/bureau/count-days.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { newTaxpayer } from "../../shared/packages/new-taxpayer/package.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { cellsPerCall, shards } from "../../shared/speed/figure-store.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { aCaller, anOfficer, testSecret } from "../support/test-world.ts";
import { call, type TestReply, type TestRequest } from "./support/call.ts";

const figures = memoryFigureStore();
const world = {
  figures,
  packages: [newTaxpayer],
  clock: () => "2030-03-31T08:00:00.000Z" as Instant,
  hash: keyedHash(testSecret),
  office: "liuzhou",
};

/** A reply whose body is looked into without a schema: what it must be, each test says. */
type Read = Omit<TestReply, "body"> & {
  // biome-ignore lint/suspicious/noExplicitAny: the contract's own schema is held against replies elsewhere
  readonly body: any;
};

const read = (query: Record<string, string>, more: TestRequest = {}): Promise<Read> =>
  call(getSpeed, world, { caller: anOfficer(), query, ...more });

beforeAll(async () => {
  await countDays(figures, {
    seed: 5,
    packages: [newTaxpayer],
    offices: ["liuzhou"],
    yearly: { [newTaxpayer.id]: 1500 },
    from: "2030-03-01",
    days: 31,
  });
});

describe("the report of processing speed", () => {
  test("covers the last thirty days, in calls that follow from the days alone", async () => {
    figures.calls.read = 0;
    const { status, body } = await read({});
    expect(status).toBe(200);
    expect(body).toMatchObject({ from: "2030-03-02", to: "2030-03-31", office: "liuzhou" });
    expect(figures.calls.read).toBe(Math.ceil((30 * shards) / cellsPerCall));
    expect(body.packages[0].cases.completed).toBeGreaterThan(50);
    expect(body.packages[0].comparisons).toHaveLength(4);
  });

  test("a day of it is no more than the whole, and all days together are the whole", async () => {
    const settled = (rows: readonly { clock: string; count: number }[]) =>
      rows.filter(({ clock }) => clock === "elapsed").reduce((sum, { count }) => sum + count, 0);
    const whole = (await read({ from: "2030-03-01", to: "2030-03-31" })).body.rows;
    const days = (await read({ from: "2030-03-01", to: "2030-03-31", by: "day,channel" })).body.rows;
    const firstHalf = (await read({ from: "2030-03-01", to: "2030-03-15" })).body.rows;
    const secondHalf = (await read({ from: "2030-03-16", to: "2030-03-31" })).body.rows;
    expect(settled(days)).toBe(settled(whole));
    expect(settled(firstHalf) + settled(secondHalf)).toBe(settled(whole));
  });

  test("as CSV: the dimensions, the clock and six figures in every row", async () => {
    const { status, headers, body: text } = await read({ by: "step,authority", format: "csv" });
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
    const [header, ...lines] = text.trimEnd().split("\r\n");
    expect(header).toBe("step,authority,clock,count,mean_ms,p50_ms,p95_ms,p99_ms");
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line).toMatch(/^[a-z-]+,[a-z-]*,[a-z]+,\d+(,\d+(\.\d)?){4}$/);
  });

  test.each([
    ["zh", "新办纳税人套餐"],
    ["en", "New taxpayer package"],
  ])("as a table for people, in %s", async (language, name) => {
    const { headers, body: text } = await read({ format: "table", language });
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(text).toContain(`== ${name} ==`);
    expect(text).not.toMatch(/undefined|NaN/);
  });

  test.each([
    ["a last day before the first", { from: "2030-03-02", to: "2030-03-01" }],
    ["more than 400 days", { from: "2028-03-02", to: "2030-03-01" }],
    ["a day that does not exist", { from: "2030-02-30" }],
    ["a dimension that does not exist", { by: "step,person" }],
    ["a form that does not exist", { format: "pdf" }],
  ])("%s is refused", async (_, query) => {
    expect(await read(query)).toMatchObject({ status: 400, body: { code: "query-invalid" } });
  });

  test("is for the office's staff alone", async () => {
    expect((await read({}, { caller: aCaller() })).status).toBe(403);
    const elsewhere = await read({}, { caller: { ...anOfficer(), office: "guilin" } });
    expect(elsewhere.body.packages[0].cases.opened).toBe(0);
  });
});

describe("the expected time", () => {
  const expectedTime = (now: string): Promise<Read> =>
    call(
      getExpectedTime,
      { ...world, clock: () => now as Instant },
      { caller: "nobody", path: { packageId: newTaxpayer.id } },
    );

  test("is what the last thirty days' cases took", async () => {
    const { body } = await expectedTime("2030-03-31T08:00:00.000Z");
    const { usuallyMilliseconds, almostAlwaysMilliseconds, ownMilliseconds, cases } = body.expected;
    expect(cases).toBeGreaterThan(50);
    expect(usuallyMilliseconds).toBeLessThan(almostAlwaysMilliseconds);
    expect(ownMilliseconds).toBeGreaterThan(30_000);
  });

  test("says nothing while too few were completed", async () => {
    const { status, body } = await expectedTime("2031-03-31T08:00:00.000Z");
    expect(status).toBe(200);
    expect(body).toEqual({ packageId: newTaxpayer.id, from: "2031-03-02", to: "2031-03-31" });
  });
});
