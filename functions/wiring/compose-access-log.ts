import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { World } from "../../shared/actions/world.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import { dynamodbChainStore } from "../../shared/people/access-log/dynamodb-chain-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { localVault } from "../../shared/people/vault.ts";
import { log } from "./log.ts";
import { unusualRead } from "./unusual-read.ts";

/** The access log in the one table; each end of a chain goes into the function's own log, out of the table's reach. */
export const composeAccessLog = (
  client: DynamoDBDocumentClient,
  tableName: string,
  secret: string,
): Required<Pick<World, "access" | "onUnusual">> => ({
  access: accessLog({
    store: dynamodbChainStore(client, tableName, localVault(secret)),
    hash: keyedHash(secret),
    anchor: (chain, { number, hash }) => log("INFO", "ACCESS_NOTED", { chain, number, hash }),
  }),
  onUnusual: unusualRead,
});
