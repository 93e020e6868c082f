import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { table as shape } from "../../shared/cases/table.ts";
import { type TableOnDisk, tableName, tableOnDisk } from "../support/table-on-disk.ts";

let table: TableOnDisk;
beforeAll(async () => {
  table = await tableOnDisk();
});
afterAll(() => table.close());

const TableName = tableName;
const Key = { pk: { S: "CASE#1" }, sk: { S: "CASE" } };
const query = ({ name, partitionKey }: { readonly name: string; readonly partitionKey: string }) =>
  new QueryCommand({
    TableName,
    IndexName: name,
    KeyConditionExpression: "#p = :p",
    ExpressionAttributeNames: { "#p": partitionKey },
    ExpressionAttributeValues: { ":p": { S: "any" } },
  });
const commands = {
  get: new GetItemCommand({ TableName, Key }),
  put: new PutItemCommand({ TableName, Item: Key }),
  "note a read": new PutItemCommand({ TableName, Item: { pk: { S: "ACCESS#person/1" }, sk: { S: "HEAD" } } }),
  "query by due": query(shape.indexes.due),
  "query by person": query(shape.indexes.person),
  "query the table": new QueryCommand({
    TableName,
    KeyConditionExpression: "pk = :p",
    ExpressionAttributeValues: { ":p": { S: "CASE#1" } },
  }),
  update: new UpdateItemCommand({ TableName, Key }),
  delete: new DeleteItemCommand({ TableName, Key }),
  scan: new ScanCommand({ TableName }),
};
type Command = keyof typeof commands;

// The same rights as the roles that deploy; see `infra/constructs/rights.ts`.
test.each<[string, readonly Command[]]>([
  ["catalogue", []],
  ["case-reading", ["get", "note a read", "query by due", "query by person"]],
  ["case-changing", ["get", "put", "note a read"]],
  ["advance-due-cases", ["get", "put", "note a read", "query by due"]],
  ["on-case-change", []],
  ["an engineer", Object.keys(commands) as Command[]],
])("%s may do at the table what its role may", async (name, allowed) => {
  const client = new DynamoDBClient({
    endpoint: table.endpoint,
    region: "cn-north-1",
    credentials: { accessKeyId: name, secretAccessKey: "local" },
  });
  for (const [command, request] of Object.entries(commands)) {
    const outcome = await client.send(request as GetItemCommand).then(
      () => "allowed",
      (error: Error) => error.name,
    );
    expect([command, outcome]).toEqual([
      command,
      allowed.includes(command as Command) ? "allowed" : "AccessDeniedException",
    ]);
  }
  client.destroy();
});
