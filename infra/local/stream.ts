import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { streamFeed } from "../../functions/functions.ts";
import { table } from "../../shared/cases/table.ts";
import type { Change, ChangeLog } from "./dynamodb/change-log.ts";
import type { Invocation, Log } from "./lambda/function-host.ts";
import { arnOf, place } from "./place.ts";

export interface StreamOptions {
  readonly changes: ChangeLog;
  readonly tableName: string;
  readonly invoke: (event: DynamoDBStreamEvent) => Promise<Invocation>;
  readonly log: Log;
  readonly batchSize?: number;
  /** After so many a record that cannot be delivered is put aside, as the real one goes to the dead-letter queue. */
  readonly retryAttempts?: number;
  readonly retryMilliseconds?: number;
}

export interface Stream {
  /** When everything written so far is delivered or put aside. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Feeds the table's changes to the function behind the stream, as Lambda's event source does: in order, in batches, at
 * least once. A batch is repeated from its first failed record on; where it stands is on disk, so that a restart
 * repeats what was under way and loses nothing. One shard: the order holds over all keys, not only for each.
 */
export const startStream = ({
  changes,
  tableName,
  invoke,
  log,
  batchSize = streamFeed.batchSize,
  retryAttempts = streamFeed.retryAttempts,
  retryMilliseconds = 100,
}: StreamOptions): Stream => {
  let isClosed = false;
  let running: Promise<void> | undefined;
  let hasNews = false;
  const abort = new AbortController();

  /** Answers how many records from the first are delivered. What the feed leaves out counts as delivered. */
  const deliver = async (batch: readonly Change[]): Promise<number> => {
    const wanted = batch.filter(isWanted);
    const [first] = wanted;
    if (first === undefined) return batch.length;
    const result = await invoke({ Records: wanted.map((change) => streamRecord(change, tableName)) });
    const failed = result.kind === "answered" ? firstFailed(result.payload, wanted) : first;
    return failed === undefined ? batch.length : batch.indexOf(failed);
  };

  const deliverAll = async (): Promise<void> => {
    let failures = 0;
    while (!isClosed) {
      hasNews = false;
      // A record that keeps failing is tried alone: those before it are delivered already, those behind it wait.
      const batch = await changes.read(failures > retryAttempts / 2 ? 1 : batchSize);
      const [first] = batch;
      if (first === undefined) {
        if (hasNews) continue;
        return;
      }
      const delivered = await deliver(batch);
      const last = batch[delivered - 1];
      if (last !== undefined) await changes.acknowledge(last.sequence);
      if (delivered === batch.length) {
        failures = 0;
        continue;
      }
      failures = delivered > 0 ? 1 : failures + 1;
      if (failures > retryAttempts) {
        await changes.bury(first);
        await changes.acknowledge(first.sequence);
        log("stream", `Record ${first.sequence} failed ${failures} times and was put aside`);
        failures = 0;
      } else {
        await pause(Math.min(retryMilliseconds * 2 ** (failures - 1), 5_000), undefined, abort).catch(() => {});
      }
    }
  };

  const run = (): void => {
    hasNews = true;
    if (running !== undefined || isClosed) return;
    running = deliverAll()
      .catch((error: unknown) => log("stream", `Stopped: ${error instanceof Error ? error.stack : error}`))
      .finally(() => {
        running = undefined;
        // Something may have been written between the last look and here.
        if (hasNews) run();
      });
  };
  changes.onChange(run);
  run();

  return {
    settled: async () => {
      while (running !== undefined) await running;
    },
    close: async () => {
      isClosed = true;
      abort.abort();
      await running;
    },
  };
};

const isWanted = ({ name, keys }: Change): boolean =>
  (streamFeed.eventNames as readonly string[]).includes(name) &&
  (streamFeed.sortKeys as readonly (string | undefined)[]).includes(keys[table.sortKey]?.S);

// As the real event source reads it: an answer without the list is success, and so is an empty list; an identifier that
// is none of the batch means that all of it failed. What stands before the first failed record is done.
const firstFailed = (payload: string, batch: readonly Change[]): Change | undefined => {
  const answer = JSON.parse(payload) as { batchItemFailures?: { itemIdentifier?: unknown }[] | null } | null;
  const failures = answer?.batchItemFailures ?? [];
  if (failures.length === 0) return undefined;
  const positions = failures.map(({ itemIdentifier }) =>
    batch.findIndex(({ sequence }) => sequence === itemIdentifier),
  );
  return batch[Math.max(0, Math.min(...positions))];
};

const streamRecord = ({ sequence, name, keys, image, atSeconds }: Change, tableName: string): DynamoDBRecord => ({
  eventID: createHash("md5").update(`${tableName}/${sequence}`).digest("hex"),
  eventName: name,
  eventVersion: "1.1",
  eventSource: "aws:dynamodb",
  awsRegion: place.region,
  eventSourceARN: arnOf("dynamodb", `table/${tableName}/stream/local`),
  dynamodb: {
    ApproximateCreationDateTime: atSeconds,
    Keys: keys as NonNullable<DynamoDBRecord["dynamodb"]>["Keys"] & {},
    ...(image !== undefined && { NewImage: image as NonNullable<DynamoDBRecord["dynamodb"]>["NewImage"] & {} }),
    SequenceNumber: sequence,
    SizeBytes: Buffer.byteLength(JSON.stringify([keys, image])),
    StreamViewType: table.stream,
  },
});
