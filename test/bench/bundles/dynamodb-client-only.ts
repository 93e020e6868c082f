import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

// What every function is measured against: the least that a function with a table can import.
const client = new DynamoDBClient({});

export const handler = (): Promise<string> => client.config.region();
