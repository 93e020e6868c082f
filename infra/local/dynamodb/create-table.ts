import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  type TableDescription,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { table } from "../../../shared/cases/table.ts";
import { LocalProblem } from "../local-problem.ts";
import { place } from "../place.ts";

/** The table as `shared/cases/table.ts` says it, for any DynamoDB that runs on this machine. */
export const createTableInput = (tableName: string) => {
  const indexes = Object.values(table.indexes);
  const keyAttributes = [table, ...indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);
  return {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [...new Set(keyAttributes)].map((name) => ({ AttributeName: name, AttributeType: "S" })),
    KeySchema: keySchema(table),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: index.projection },
    })),
  } satisfies CreateTableCommandInput;
};

const keySchema = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  { AttributeName: sortKey, KeyType: "RANGE" as const },
];

/** A client for a DynamoDB of this machine; it asks for credentials but checks none. */
export const localClient = (endpoint: string, maxAttempts = 3): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    maxAttempts,
    region: place.region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });

/** Creates the table, or checks that the one already there has the keys and indexes of today. */
export const ensureTable = async (endpoint: string, tableName: string): Promise<void> => {
  const client = localClient(endpoint);
  try {
    const input = createTableInput(tableName);
    try {
      await client.send(new CreateTableCommand(input));
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.02, maxDelay: 0.1 }, { TableName: tableName });
    const { Table: found } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    if (shapeOf(found ?? {}) !== shapeOf(input)) {
      throw new LocalProblem(
        `The table ${tableName} was made by another version of One Window: its keys or indexes differ. ` +
          "Start with another data folder, or delete this one; it holds only invented people.",
      );
    }
  } finally {
    client.destroy();
  }
};

const shapeOf = (described: TableDescription | CreateTableCommandInput): string =>
  JSON.stringify([
    keysOf(described.KeySchema),
    (described.GlobalSecondaryIndexes ?? [])
      .map((index) => [index.IndexName, keysOf(index.KeySchema), index.Projection?.ProjectionType])
      .sort(),
  ]);

const keysOf = (schema: CreateTableCommandInput["KeySchema"]) =>
  (schema ?? []).map(({ AttributeName, KeyType }) => [AttributeName, KeyType]);
