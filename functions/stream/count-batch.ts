import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { eventsOf } from "../../shared/cases/packing/events.ts";
import { caseKey } from "../../shared/cases/table.ts";
import { ChangedCase } from "../../shared/speed/changed-case.ts";
import { countChanges } from "../../shared/speed/count-changes.ts";
import type { FigureStore } from "../../shared/speed/figure-store.ts";
import { observationsOf } from "../../shared/speed/observations.ts";
import { log, traceOf } from "../wiring/log.ts";
import { type MetricLine, metricsOf } from "./metrics.ts";

/**
 * Counts a batch. A record that says what it must not is named as failed after all before it are counted; when the store
 * fails, the whole batch comes again, and what was counted is known as counted.
 */
export const countBatch = async (
  { Records }: DynamoDBStreamEvent,
  figures: FigureStore,
  say: (line: MetricLine) => void = sayMetric,
): Promise<DynamoDBBatchResponse> => {
  const { changed, unreadable } = read(Records);
  const [first] = Records;
  try {
    const counted = await countChanges(figures, changed);
    for (const line of metricsOf(counted)) say(line);
    log("INFO", "COUNTED", { records: Records.length, writes: counted.length });
  } catch (error) {
    log("WARN", "FIGURES_UNAVAILABLE", traceOf(error));
    return failedAt(first);
  }
  return unreadable ? failedAt(unreadable) : { batchItemFailures: [] };
};

const read = (records: readonly DynamoDBRecord[]) => {
  const changed: ChangedCase[] = [];
  for (const record of records) {
    try {
      const told = changedCaseIn(record);
      if (told) observationsOf(told);
      if (told) changed.push(told);
    } catch (error) {
      log("ERROR", "EVENT_INVALID", { sequenceNumber: record.dynamodb?.SequenceNumber, ...traceOf(error) });
      return { changed, unreadable: record };
    }
  }
  return { changed };
};

/** The open part of a case's image; nothing when the write told nothing. */
const changedCaseIn = ({ dynamodb }: DynamoDBRecord): ChangedCase | undefined => {
  const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
  if (image?.sk?.S !== caseKey("any").sk || !image.events) return undefined;
  const open = Object.fromEntries(
    (Object.keys(ChangedCase.shape) as (keyof ChangedCase)[]).flatMap((name) => {
      const value = image[name];
      return value ? [[name, value]] : [];
    }),
  );
  const { events, id, version, ...under } = unmarshall(open);
  const told = eventsOf(events, { id, version });
  return told.length === 0 ? undefined : ChangedCase.parse({ ...under, id, version, events: told });
};

const failedAt = (record: DynamoDBRecord | undefined): DynamoDBBatchResponse => ({
  batchItemFailures: [{ itemIdentifier: record?.dynamodb?.SequenceNumber ?? "" }],
});

/** CloudWatch reads a metric only from a line that is nothing else; Lambda's console would write its own words before it. */
const sayMetric = (line: MetricLine): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
