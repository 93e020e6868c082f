import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import * as z from "zod";
import { type PublishedEvent, readEvent } from "../../events/events.ts";

const StoredEvents = z.object({
  id: z.string(),
  events: z.array(
    z.object({ id: z.string(), type: z.string(), at: z.string(), data: z.record(z.string(), z.unknown()) }),
  ),
});

/**
 * What one write of the table tells the world: nothing unless it wrote a case.
 * @throws when an event is not as its schema says, which is a fault of ours and must not be published
 */
export const eventsIn = ({ dynamodb }: DynamoDBRecord): readonly PublishedEvent[] => {
  const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
  if (image?.sk?.S !== "CASE" || !image.id || !image.events) return [];
  // The rest of the case stays encoded: there is much of it, and none of it is ours to read.
  const { id: caseId, events } = StoredEvents.parse(unmarshall({ id: image.id, events: image.events }));
  return events.map(({ id, type, at, data }) => readEvent({ id, type, version: 1, caseId, at, data }));
};
