import { setTimeout as sleep } from "node:timers/promises";
import { BatchGetCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionMet } from "../../cases/condition-met.ts";
import { KeptKeys, type KeyOwner, type KeyStore, keyItemKey, keyPartitionPrefix } from "./key-store.ts";

/** DynamoDB's limit for reading by key. */
const keysPerCall = 100;

/** Wrapped keys in the one table, under keys of their own. */
export const dynamodbKeyStore = (client: DynamoDBDocumentClient, tableName: string): KeyStore => {
  const readPage = async (owners: readonly KeyOwner[]): Promise<readonly (readonly [KeyOwner, KeptKeys])[]> => {
    const found: (readonly [KeyOwner, KeptKeys])[] = [];
    let left: Record<string, unknown>[] = owners.map(keyItemKey);
    // What is throttled comes back as keys to ask for again.
    for (let pause = 0; left.length > 0; pause = Math.min(1000, 2 * pause + 25)) {
      if (pause > 0) await sleep(pause);
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } }),
      );
      for (const item of Responses?.[tableName] ?? []) {
        found.push([String(item.pk).slice(keyPartitionPrefix.length) as KeyOwner, KeptKeys.parse(item)]);
      }
      left = UnprocessedKeys?.[tableName]?.Keys ?? [];
    }
    return found;
  };

  return {
    async read(owners) {
      const wanted = [...new Set(owners)];
      const pages = Array.from({ length: Math.ceil(wanted.length / keysPerCall) }, (_, page) =>
        readPage(wanted.slice(page * keysPerCall, (page + 1) * keysPerCall)),
      );
      return new Map((await Promise.all(pages)).flat());
    },
    async write(owner, keys) {
      const condition =
        keys.version === 1
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : {
              ConditionExpression: "#version = :former",
              ExpressionAttributeNames: { "#version": "version" },
              ExpressionAttributeValues: { ":former": keys.version - 1 },
            };
      const put = new PutCommand({ TableName: tableName, Item: { ...keyItemKey(owner), ...keys }, ...condition });
      return (await isConditionMet(client.send(put))) ? "written" : "conflict";
    },
  };
};
