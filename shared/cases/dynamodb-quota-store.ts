import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionMet } from "./condition-met.ts";
import type { QuotaKey, QuotaStore } from "./look-up-quota.ts";

const keyOf = ({ day, operation, purpose }: QuotaKey) => ({ pk: `QUOTA#${operation}`, sk: `${purpose}#${day}` });
const isAsRead = "#taken = :expected";
const isNew = "attribute_not_exists(pk)";

/** A day's count says nothing of anybody; it is of use to whoever asks about the last month. */
const keptDays = 40;

/** Counts of look-ups in the one table. */
export const dynamodbQuotaStore = (client: DynamoDBDocumentClient, TableName: string): QuotaStore => ({
  read: async (key) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
    return Item === undefined ? 0 : Number(Item.taken);
  },
  write: async (key, taken, expected) => {
    const expiresAt = Date.parse(key.day) / 1000 + keptDays * 86_400;
    const condition =
      expected === 0
        ? { ConditionExpression: isNew }
        : {
            ConditionExpression: isAsRead,
            ExpressionAttributeNames: { "#taken": "taken" },
            ExpressionAttributeValues: { ":expected": expected },
          };
    const Item = { ...keyOf(key), taken, expiresAt };
    const isWritten = await isConditionMet(client.send(new PutCommand({ TableName, Item, ...condition })));
    return isWritten ? "written" : "conflict";
  },
});
