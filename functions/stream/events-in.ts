import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import * as z from "zod";
import { type PublishedEvent, readEvent } from "../../events/events.ts";
import { caseKey } from "../../shared/cases/table.ts";
import { billKey } from "../../shared/payments/bill-keys.ts";

const Events = z.array(
  z.object({ id: z.string(), type: z.string(), at: z.string(), data: z.record(z.string(), z.unknown()) }),
);
const StoredCase = z.object({ id: z.string(), events: Events });
const StoredBill = z.object({ id: z.string(), caseId: z.string(), events: Events });

/**
 * What one write of the table tells the world: nothing unless it wrote a case or a bill.
 * @throws when an event is not as its schema says, which is a fault of ours and must not be published
 */
export const eventsIn = ({ dynamodb }: DynamoDBRecord): readonly PublishedEvent[] => {
  const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
  if (!image?.id || !image.events) return [];
  if (image.sk?.S === caseKey("any").sk) return eventsOfCase(unmarshall({ id: image.id, events: image.events }));
  if (image.sk?.S !== billKey("any").sk || !image.caseId) return [];
  return eventsOfBill(unmarshall({ id: image.id, caseId: image.caseId, events: image.events }));
};

// Only these parts are decoded: there is much more of a case, and none of it is ours to read.
const eventsOfCase = (stored: unknown): readonly PublishedEvent[] => {
  const { id: caseId, events } = StoredCase.parse(stored);
  return events.map(({ id, type, at, data }) => readEvent({ id, type, version: 1, caseId, at, data }));
};

/** A bill tells its case's people of more than it tells the world: orders and wallets stay in the ledger. */
const eventsOfBill = (stored: unknown): readonly PublishedEvent[] => {
  const { id: bill, caseId, events } = StoredBill.parse(stored);
  return events.flatMap(({ id, type, at, data: { reason } }) => {
    if (type === "bill-paid") return [readEvent({ id, type, version: 1, caseId, at, data: { bill } })];
    if (type === "refund-requested") return [readEvent({ id, type, version: 1, caseId, at, data: { bill, reason } })];
    return [];
  });
};
