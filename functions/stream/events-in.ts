import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import * as z from "zod";
import { type PublishedEvent, readEvent } from "../../events/events.ts";
import { eventsOf, type StoredEvent } from "../../shared/cases/packing/events.ts";
import { caseKey } from "../../shared/cases/table.ts";
import { billKey } from "../../shared/payments/bill-keys.ts";

const StoredCase = z.object({ id: z.string(), version: z.int(), events: z.unknown() });
const StoredBill = StoredCase.extend({ caseId: z.string() });

/**
 * What one write of the table tells the world: nothing unless it wrote a case or a bill.
 * @throws when an event is not as its schema says, which is a fault of ours and must not be published
 */
export const eventsIn = ({ dynamodb }: DynamoDBRecord): readonly PublishedEvent[] => {
  const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
  if (!image?.id || !image.version || !image.events) return [];
  // Only these parts are decoded: there is much more of a case, and none of it is ours to read.
  const { id, version, events } = image;
  if (image.sk?.S === caseKey("any").sk) return eventsOfCase(unmarshall({ id, version, events }));
  if (image.sk?.S !== billKey("any").sk || !image.caseId) return [];
  return eventsOfBill(unmarshall({ id, version, events, caseId: image.caseId }));
};

const eventsOfCase = (item: unknown): readonly PublishedEvent[] => {
  const { events, ...stored } = StoredCase.parse(item);
  return eventsOf(events, stored).map((event) => published(stored.id, event, event.data));
};

/** A bill tells its case's people of more than it tells the world: orders and wallets stay in the ledger. */
const eventsOfBill = (item: unknown): readonly PublishedEvent[] => {
  const { caseId, events, ...stored } = StoredBill.parse(item);
  const bill = stored.id;
  return eventsOf(events, stored).flatMap((event) => {
    if (event.type === "bill-paid") return [published(caseId, event, { bill })];
    if (event.type === "refund-requested") return [published(caseId, event, { bill, reason: event.data.reason })];
    return [];
  });
};

const published = (caseId: string, { id, type, at }: StoredEvent, data: StoredEvent["data"]): PublishedEvent =>
  readEvent({ id, type, version: 1, caseId, at, data });
