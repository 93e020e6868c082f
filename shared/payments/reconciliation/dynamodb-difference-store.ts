import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { isConditionMet } from "../../cases/condition-met.ts";
import { table } from "../../cases/table.ts";
import { payWays } from "../bill.ts";
import type { ComparedDay, Difference, DifferenceStore } from "./difference.ts";
import { endOfDay } from "./end-of-day.ts";

const Stored = z.looseObject({
  id: z.string(),
  way: z.enum(payWays),
  day: z.string(),
  kind: z.enum(["not-booked", "not-at-wallet", "amount-differs", "reference-differs"]),
  status: z.enum(["open", "settled"]),
  orderNumber: z.string(),
  repair: z.enum(["book-payment", "book-refund", "reverse-payment", "by-hand"]),
});

const StoredDay = z.object({
  way: z.enum(payWays),
  day: z.string(),
  status: z.enum(["closed", "differs", "not-available"]),
  lines: z.number().int(),
  theirs: z.number().int(),
  ours: z.number().int(),
  at: z.string(),
});

const dayKey = (way: string, day: string) => ({ pk: `COMPARED#${way}#${day}`, sk: "DAY" });
const keyOf = (id: string) => ({ pk: `DIFFERENCE#${id}`, sk: "DIFFERENCE" });
/** In the index of queues: what is still open, the oldest day first. */
const workList = "DIFFERENCES";

const isNew = "attribute_not_exists(pk)";
const isSettled = "#status = :settled";

/** Differences in DynamoDB. */
export const dynamodbDifferenceStore = (client: DynamoDBDocumentClient, tableName: string): DifferenceStore => {
  const inTable = { TableName: tableName };
  const read = async (id: string): Promise<Difference | undefined> => {
    const { Item } = await client.send(new GetCommand({ ...inTable, Key: keyOf(id), ConsistentRead: true }));
    if (Item === undefined) return undefined;
    const { pk: _pk, sk: _sk, queuePk: _queue, queueSk: _place, expiresAt: _end, ...difference } = Stored.parse(Item);
    return difference as unknown as Difference;
  };
  return {
    async keepDay(compared) {
      const Item = { ...dayKey(compared.way, compared.day), ...compared, ...endOfDay(compared.day) };
      await client.send(new PutCommand({ ...inTable, Item }));
    },
    async readDay(way, day) {
      const { Item } = await client.send(new GetCommand({ ...inTable, Key: dayKey(way, day), ConsistentRead: true }));
      return Item && (StoredDay.parse(Item) as unknown as ComparedDay);
    },
    async add(difference) {
      const place = { queuePk: workList, queueSk: `${difference.day}#${difference.id}` };
      const Item = { ...keyOf(difference.id), ...place, ...difference, ...endOfDay(difference.day) };
      // One that is open stays as it is.
      await isConditionMet(
        client.send(
          new PutCommand({
            ...inTable,
            Item,
            ConditionExpression: `${isNew} OR ${isSettled}`,
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: { ":settled": "settled" },
          }),
        ),
      );
    },
    read,
    async settle(difference) {
      const Item = { ...keyOf(difference.id), ...difference, ...endOfDay(difference.day), status: "settled" };
      await client.send(new PutCommand({ ...inTable, Item }));
    },
    async listOpen() {
      const { name, partitionKey } = table.indexes.queue;
      const found: Difference[] = [];
      for (let from: Record<string, unknown> | undefined, isLast = false; !isLast; ) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            ...inTable,
            IndexName: name,
            KeyConditionExpression: `${partitionKey} = :partition`,
            ExpressionAttributeValues: { ":partition": workList },
            ...(from !== undefined && { ExclusiveStartKey: from }),
          }),
        );
        for (const { pk } of Items) {
          const difference = await read(String(pk).slice("DIFFERENCE#".length));
          if (difference?.status === "open") found.push(difference);
        }
        from = LastEvaluatedKey;
        isLast = from === undefined;
      }
      return found;
    },
  };
};
