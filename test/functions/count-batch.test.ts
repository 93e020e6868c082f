import { readFileSync } from "node:fs";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { countBatch } from "../../functions/stream/count-batch.ts";
import type { MetricLine } from "../../functions/stream/metrics.ts";
import { loadFigures } from "../../shared/speed/figures.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";

const sample = new URL("../../events/samples/invocations/count-speed/opened-and-closed.json", import.meta.url);
const aBatch = (): DynamoDBStreamEvent => JSON.parse(readFileSync(sample, "utf8"));
const span = { offices: ["liuzhou"], packageIds: ["new-taxpayer"], from: "2030-01-31", to: "2030-01-31" };

const settledIn = async (store: ReturnType<typeof memoryFigureStore>) =>
  (await loadFigures(store, span)).reduce((sum, { line }) => sum + line.settled, 0);

describe("a batch of the stream", () => {
  test("is counted once however often it comes, and tells its metrics once", async () => {
    const store = memoryFigureStore();
    const said: MetricLine[] = [];
    for (const _ of [1, 2, 3]) {
      expect(await countBatch(aBatch(), store, (line) => said.push(line))).toEqual({ batchItemFailures: [] });
    }
    expect(await settledIn(store)).toBe(2);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({
      Office: "liuzhou",
      Package: "new-taxpayer",
      StepsSettled: 1,
      CasesOpened: 1,
      CasesCompleted: 1,
      PromisesBroken: 0,
      _aws: { CloudWatchMetrics: [{ Namespace: "OneWindow", Dimensions: [["Office"], ["Office", "Package"]] }] },
    });
  });

  test("that comes split counts as much", async () => {
    const store = memoryFigureStore();
    for (const record of aBatch().Records) await countBatch({ Records: [record] }, store, () => {});
    expect(await settledIn(store)).toBe(2);
  });

  test("with a record that says what it must not: what is before it counts, and it is named", async () => {
    const store = memoryFigureStore();
    const batch = aBatch();
    const image = batch.Records[1]?.dynamodb?.NewImage;
    if (image) image.version = { S: "seven" };
    const { batchItemFailures } = await countBatch(batch, store, () => {});
    expect(batchItemFailures).toEqual([{ itemIdentifier: batch.Records[1]?.dynamodb?.SequenceNumber }]);
    expect((await loadFigures(store, span)).reduce((sum, { line }) => sum + line.counted("opened"), 0)).toBe(1);
  });

  test("with events that do not unpack: what is before it counts, and it is named", async () => {
    const store = memoryFigureStore();
    const batch = aBatch();
    const image = batch.Records[1]?.dynamodb?.NewImage;
    if (image) image.events = { B: "c2VhbGVk" };
    const { batchItemFailures } = await countBatch(batch, store, () => {});
    expect(batchItemFailures).toEqual([{ itemIdentifier: batch.Records[1]?.dynamodb?.SequenceNumber }]);
    expect((await loadFigures(store, span)).reduce((sum, { line }) => sum + line.counted("opened"), 0)).toBe(1);
  });

  test("is counted once when a write comes first as it was kept before events were packed, and then packed", async () => {
    const store = memoryFigureStore();
    const old = new URL("kept-as-lists.json", sample);
    for (const url of [old, sample]) await countBatch(JSON.parse(readFileSync(url, "utf8")), store, () => {});
    expect(await settledIn(store)).toBe(2);
  });

  test("comes again as a whole when the table does not answer", async () => {
    const batch = aBatch();
    const broken = { ...memoryFigureStore(), open: () => Promise.reject(new Error("no table")) };
    expect(await countBatch(batch, broken, () => {})).toEqual({
      batchItemFailures: [{ itemIdentifier: batch.Records[0]?.dynamodb?.SequenceNumber }],
    });
  });
});
