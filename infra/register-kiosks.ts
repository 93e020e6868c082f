import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { documentClient } from "../shared/cases/document-client.ts";
import { Instant } from "../shared/kernel/instant.ts";
import { dynamodbSessionStore } from "../shared/people/sessions/dynamodb-session-store.ts";
import type { Kiosk } from "../shared/people/sessions/session-store.ts";

/**
 * The kiosks of a bureau, as its file lists them: each with its office, the thumbprint of its key and its lifetime. One
 * that was stolen gets an earlier `until` and is worth nothing from the next request on.
 */
export const KioskFile = z.array(
  z
    .strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
      office: z.string().min(1),
      thumbprint: z.string().regex(/^[\w-]{43}$/),
      since: Instant,
      until: Instant,
    })
    .refine(({ since, until }) => since <= until, "It ends before it begins"),
);

/** Writes them into the table. They live there and not in the functions' environment: a stolen one cannot wait for a release. */
export const registerKiosks = async (
  client: DynamoDBClient,
  tableName: string,
  kiosks: readonly Kiosk[],
): Promise<void> => {
  const store = dynamodbSessionStore(documentClient(client), tableName);
  for (const { id, office, thumbprint, since, until } of kiosks) {
    await store.registerKiosk({ id, office, thumbprint, since, until });
  }
};
