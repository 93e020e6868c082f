import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** The client that the stores speak through: an optional field that is not there is left out of the item. */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient => {
  for (const name of unused) client.middlewareStack.remove(name);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};

/**
 * What the SDK does around every call and nobody here uses: gathering what a log would say, telling whom calls come from
 * so that functions which call each other in circles are found, and describing its own parts. A tenth of what a call costs.
 */
export const unused = ["loggerMiddleware", "recursionDetectionMiddleware", "getUserAgentMiddleware"] as const;
