import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { isConditionMet } from "../cases/condition-met.ts";
import { table } from "../cases/table.ts";
import { expiresAt, retentions } from "../people/retention.ts";
import { fromBillItem, toBillItem } from "./bill-item.ts";
import { billDuePartition, billIdOfKey, billKey, billListKey, movementKey, movementPartition } from "./bill-keys.ts";
import type { BillStore } from "./bill-store.ts";
import { endOfDay } from "./reconciliation/end-of-day.ts";

const BillList = z.object({ billIds: z.array(z.string()) });

const isNew = "attribute_not_exists(pk)";
const isUnchanged = "#version = :expectedVersion";

/** Bills in DynamoDB. */
export const dynamodbBillStore = (client: DynamoDBDocumentClient, tableName: string): BillStore => {
  const inTable = { TableName: tableName };
  return {
    async create(bill) {
      const put = new PutCommand({ ...inTable, Item: toBillItem(bill), ConditionExpression: isNew });
      return (await isConditionMet(client.send(put))) ? "created" : "exists";
    },
    async read(billId) {
      const { Item } = await client.send(new GetCommand({ ...inTable, Key: billKey(billId), ConsistentRead: true }));
      return Item && fromBillItem(Item);
    },
    async replace(changed, expectedVersion) {
      const put = new PutCommand({
        ...inTable,
        Item: toBillItem(changed),
        ConditionExpression: isUnchanged,
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":expectedVersion": expectedVersion },
      });
      return (await isConditionMet(client.send(put))) ? "replaced" : "conflict";
    },
    async listDue(shard, now, limit) {
      const { name, partitionKey, sortKey } = table.indexes.due;
      const { Items = [] } = await client.send(
        new QueryCommand({
          ...inTable,
          IndexName: name,
          KeyConditionExpression: `${partitionKey} = :partition AND ${sortKey} <= :now`,
          ExpressionAttributeValues: { ":partition": billDuePartition(shard), ":now": now },
          Limit: limit,
        }),
      );
      return Items.map(({ pk }) => billIdOfKey(String(pk)));
    },
    async keepList(name, billIds, at) {
      const Item = { ...billListKey(name), billIds, [table.timeToLive]: expiresAt(retentions.bill, at) };
      await client.send(new PutCommand({ ...inTable, Item }));
    },
    async readList(name) {
      const Key = billListKey(name);
      const { Item } = await client.send(new GetCommand({ ...inTable, Key, ConsistentRead: true }));
      return Item === undefined ? [] : BillList.parse(Item).billIds;
    },
    async noteMovement(billId, { id, way, day }) {
      const place = { queuePk: movementPartition(way, day), queueSk: id };
      const Item = { ...movementKey(billId, id), ...place, ...endOfDay(day) };
      await client.send(new PutCommand({ ...inTable, Item }));
    },
    async listMovements(way, day, from) {
      const { name, partitionKey } = table.indexes.queue;
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          ...inTable,
          IndexName: name,
          KeyConditionExpression: `${partitionKey} = :partition`,
          ExpressionAttributeValues: { ":partition": movementPartition(way, day) },
          ...(from !== undefined && { ExclusiveStartKey: JSON.parse(from) as Record<string, unknown> }),
        }),
      );
      const billIds = [...new Set(Items.map(({ pk }) => billIdOfKey(String(pk))))];
      return LastEvaluatedKey === undefined ? { billIds } : { billIds, next: JSON.stringify(LastEvaluatedKey) };
    },
  };
};
