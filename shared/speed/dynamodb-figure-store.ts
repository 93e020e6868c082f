import { setTimeout as sleep } from "node:timers/promises";
import { BatchGetCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionMet } from "../cases/condition-met.ts";
import type { CellKey } from "./cell.ts";
import { cellItemKey, cellsPerCall, type FigureStore } from "./figure-store.ts";

type Item = Record<string, unknown>;

/** Figures in the one table, under keys of their own. */
export const dynamodbFigureStore = (client: DynamoDBDocumentClient, tableName: string): FigureStore => {
  const get = async (keys: readonly CellKey[], options: Item): Promise<ReadonlyMap<string, Item>> => {
    const found = new Map<string, Item>();
    let left: Item[] = keys.map(cellItemKey);
    // What a reply has no room for (16 MB), or what is throttled, comes back as keys to ask for again.
    for (let pause = 0; left.length > 0; pause = Math.min(1000, 2 * pause + 25)) {
      if (pause > 0) await sleep(pause);
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys: left, ...options } } }),
      );
      for (const item of Responses?.[tableName] ?? []) found.set(`${item.pk} ${item.sk}`, item);
      left = UnprocessedKeys?.[tableName]?.Keys ?? [];
    }
    return found;
  };
  const nameOf = (key: CellKey): string => {
    const { pk, sk } = cellItemKey(key);
    return `${pk} ${sk}`;
  };

  return {
    async open(keys) {
      const pages = await Promise.all(pagesOf(keys).map((page) => get(page, { ConsistentRead: true })));
      return keys.map((key) => {
        const item = pages.map((page) => page.get(nameOf(key))).find((each) => each !== undefined);
        return (
          item && {
            version: Number(item.version),
            cell: { figures: item.figures as Uint8Array, counted: item.counted as Uint8Array },
          }
        );
      });
    },
    async write(key, { figures, counted }, expectedVersion) {
      const isWritten = await isConditionMet(
        client.send(
          new PutCommand({
            TableName: tableName,
            Item: { ...cellItemKey(key), version: expectedVersion + 1, figures, counted },
            ...(expectedVersion === 0
              ? { ConditionExpression: "attribute_not_exists(pk)" }
              : {
                  ConditionExpression: "#version = :expectedVersion",
                  ExpressionAttributeNames: { "#version": "version" },
                  ExpressionAttributeValues: { ":expectedVersion": expectedVersion },
                }),
          }),
        ),
      );
      return isWritten ? "written" : "conflict";
    },
    async read(keys) {
      const pages = await Promise.all(
        pagesOf(keys).map((page) => get(page, { ProjectionExpression: "pk, sk, figures" })),
      );
      return keys.flatMap((key) => {
        const item = pages.map((page) => page.get(nameOf(key))).find((each) => each !== undefined);
        return item ? [{ key, figures: item.figures as Uint8Array }] : [];
      });
    },
  };
};

const pagesOf = (keys: readonly CellKey[]): (readonly CellKey[])[] =>
  Array.from({ length: Math.ceil(keys.length / cellsPerCall) }, (_, page) =>
    keys.slice(page * cellsPerCall, (page + 1) * cellsPerCall),
  );
