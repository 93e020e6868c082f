import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type Channel, channels } from "../../cases/case.ts";
import { isConditionMet } from "../../cases/condition-met.ts";
import { type Instant, Instant as InstantSchema, toMilliseconds } from "../../kernel/instant.ts";
import type { PersonKey } from "../person-key.ts";
import { expiresAt, retentions } from "../retention.ts";
import type { Handover, Kiosk, SessionStore } from "./session-store.ts";

const kioskKey = (thumbprint: string) => ({ pk: `KIOSK#${thumbprint}`, sk: "KIOSK" });
const sessionKey = (token: string) => ({ pk: `SESSION#${token}`, sk: "SESSION" });
const handoverKey = (key: string) => ({ pk: `HANDOVER#${key}`, sk: "HANDOVER" });

const isNotTaken = "attribute_exists(pk) AND attribute_not_exists(takenBy)";

/** Kiosks, ended sessions and codes in the one table, beside the cases. */
export const dynamodbSessionStore = (client: DynamoDBDocumentClient, tableName: string): SessionStore => {
  const inTable = { TableName: tableName };

  const read = async <Value>(key: Record<string, string>, schema: z.ZodType<Value>): Promise<Value | undefined> => {
    const { Item } = await client.send(new GetCommand({ ...inTable, Key: key, ConsistentRead: true }));
    return Item && schema.parse(Item);
  };
  const put = (item: Record<string, unknown>) => client.send(new PutCommand({ ...inTable, Item: item }));

  return {
    readKiosk: (thumbprint) => read(kioskKey(thumbprint), KioskItem),
    async registerKiosk(kiosk) {
      // The access log names it for as long.
      await put({ ...kioskKey(kiosk.thumbprint), ...kiosk, expiresAt: expiresAt(retentions.accessLog, kiosk.until) });
    },
    async end(token, until) {
      await put({ ...sessionKey(token), ...expiring(until) });
    },
    hasEnded: async (token) => (await read(sessionKey(token), z.unknown())) !== undefined,
    async keepHandover(handover) {
      await put({ ...handoverKey(handover.key), ...handover, ...expiring(handover.until) });
    },
    readHandover: (key) => read(handoverKey(key), HandoverItem),
    async takeHandover(handover, takenBy) {
      const isTaken = await isConditionMet(
        client.send(
          new PutCommand({
            ...inTable,
            Item: { ...handoverKey(handover.key), ...handover, ...expiring(handover.until), takenBy },
            ConditionExpression: isNotTaken,
          }),
        ),
      );
      return isTaken ? "taken" : "gone";
    },
  };
};

/** The table removes it within days after; whoever reads it before that looks at `until`. */
const expiring = (until: Instant) => ({ expiresAt: Math.ceil(toMilliseconds(until) / 1000) });

const KioskItem: z.ZodType<Kiosk> = z.object({
  id: z.string(),
  office: z.string(),
  thumbprint: z.string(),
  since: InstantSchema,
  until: InstantSchema,
});

const HandoverItem: z.ZodType<Handover> = z.object({
  key: z.string(),
  person: z.string().transform((key) => key as PersonKey),
  caseId: z.string(),
  from: z.enum(channels as readonly [Channel, ...Channel[]]),
  madeAt: InstantSchema,
  until: InstantSchema,
  isStrong: z.boolean(),
  takenBy: z.string().exactOptional(),
});
