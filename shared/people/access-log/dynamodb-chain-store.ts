import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionMet } from "../../cases/condition-met.ts";
import type { Vault } from "../vault.ts";
import { endOfHead, fromLinkItem, HeadShape, headKey, linkKey, toLinkItem } from "./chain-items.ts";
import type { ChainStore } from "./chain-store.ts";

const isFree = "attribute_not_exists(pk)";
const isFurther = "attribute_not_exists(pk) OR #number < :number";

/** Chains in the one table. A link is put once and never again; nothing here deletes. */
export const dynamodbChainStore = (client: DynamoDBDocumentClient, tableName: string, vault: Vault): ChainStore => {
  const get = async (key: object) => {
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
    return Item;
  };
  return {
    readHead: async (chain) => {
      const item = await get(headKey(chain));
      return item && HeadShape.parse(item);
    },
    writeHead: async (chain, head) => {
      await isConditionMet(
        client.send(
          new PutCommand({
            TableName: tableName,
            Item: { ...headKey(chain), ...head, ...endOfHead(head) },
            ConditionExpression: isFurther,
            ExpressionAttributeNames: { "#number": "number" },
            ExpressionAttributeValues: { ":number": head.number },
          }),
        ),
      );
    },
    put: async (chain, link) => {
      const Item = toLinkItem(chain, link, vault);
      const put = new PutCommand({ TableName: tableName, Item, ConditionExpression: isFree });
      return (await isConditionMet(client.send(put))) ? "put" : "taken";
    },
    read: async (chain, place) => {
      const item = await get(linkKey(chain, place));
      return item && fromLinkItem(chain, place, item, vault);
    },
  };
};
