import { readFileSync } from "node:fs";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { countBatch } from "../../functions/stream/count-batch.ts";
import type { MetricLine } from "../../functions/stream/metrics.ts";
import type { CaseEvent } from "../../shared/cases/case.ts";
import { toItem } from "../../shared/cases/case-item.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { loadFigures } from "../../shared/speed/figures.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { aCase } from "../support/a-case.ts";
import { testVault } from "../support/test-world.ts";

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

describe("packed writes of many cases", () => {
  const at = "2030-01-31T02:00:00.000Z" as Instant;
  const clocks = { active: 0, away: 0, machine: 5, authority: 20 };
  const told = (version: number): readonly CaseEvent[] =>
    version === 1
      ? [{ id: "", type: "case-opened", at, data: { packageId: "new-taxpayer", channel: "mobile" } }]
      : [{ id: "", type: "step-completed", at, data: { step: `step-${version}`, attempts: 1, clocks } }];
  const records: readonly DynamoDBRecord[] = ["case-a", "case-b", "case-c"].flatMap((id, place) =>
    [1, 2, 3, 4].map((version) => {
      const about = { id, version, packageId: "new-taxpayer", openedAt: at, events: told(version) };
      const NewImage = marshall(toItem(aCase(about), testVault), { removeUndefinedValues: true }) as never;
      return { eventName: "MODIFY", dynamodb: { SequenceNumber: `${place}${version}`, NewImage } };
    }),
  );
  const linesAfter = async (batches: readonly (readonly DynamoDBRecord[])[]) => {
    const store = memoryFigureStore();
    for (const batch of batches) await countBatch({ Records: [...batch] }, store, () => {});
    return (await loadFigures(store, span)).map(({ of, line }) => [of, line.settled, line.counted("opened")]);
  };

  test("make the same figures however they come: repeated, split, in another order between cases", async () => {
    const once = await linesAfter([records]);
    expect(once.reduce((sum, [, settled]) => sum + Number(settled), 0)).toBe(9);
    const byVersion = records.toSorted(
      (one, other) => Number(one.dynamodb?.SequenceNumber?.[1]) - Number(other.dynamodb?.SequenceNumber?.[1]),
    );
    const others = [
      [records, records],
      records.map((record) => [record]),
      [byVersion],
      [byVersion.slice(0, 5), byVersion.slice(3, 9), records.slice(8), byVersion],
    ];
    for (const batches of others) expect(await linesAfter(batches)).toEqual(once);
  });
});
