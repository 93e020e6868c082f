import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { PublishedEvent } from "../../events/events.ts";
import { log, traceOf } from "../wiring/log.ts";
import { eventsPerCall, type Publish } from "./event-bus.ts";
import { eventsIn } from "./events-in.ts";

interface Outgoing {
  readonly record: DynamoDBRecord;
  readonly event: PublishedEvent;
}

/**
 * Publishes the events of a batch in their order. At the first one that cannot be published it stops and names its
 * record: the stream comes again from there, so that the order of a case's events is kept and none is lost. What was
 * published twice carries the same id.
 */
export const publishChanges = async (
  { Records }: DynamoDBStreamEvent,
  publish: Publish,
): Promise<DynamoDBBatchResponse> => {
  const { outgoing, unreadable } = collect(Records);
  for (let start = 0; start < outgoing.length; start += eventsPerCall) {
    const batch = outgoing.slice(start, start + eventsPerCall);
    const taken = await take(batch, publish);
    const failed = batch[taken];
    if (failed) return failedAt(failed.record);
  }
  log("INFO", "PUBLISHED", { records: Records.length, events: outgoing.length });
  return unreadable ? failedAt(unreadable) : { batchItemFailures: [] };
};

/** The events up to the first record that holds one we may not publish. */
const collect = (records: readonly DynamoDBRecord[]) => {
  const outgoing: Outgoing[] = [];
  for (const record of records) {
    try {
      outgoing.push(...eventsIn(record).map((event) => ({ record, event })));
    } catch (error) {
      log("ERROR", "EVENT_INVALID", { sequenceNumber: record.dynamodb?.SequenceNumber, ...traceOf(error) });
      return { outgoing, unreadable: record };
    }
  }
  return { outgoing };
};

const take = async (batch: readonly Outgoing[], publish: Publish): Promise<number> => {
  try {
    return await publish(batch.map(({ event }) => event));
  } catch (error) {
    log("WARN", "BUS_UNAVAILABLE", traceOf(error));
    return 0;
  }
};

const failedAt = ({ dynamodb }: DynamoDBRecord): DynamoDBBatchResponse => ({
  batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? "" }],
});
