import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type * as z from "zod";
import { documentClient } from "../../shared/cases/document-client.ts";
import type { TableEnvironment } from "./environment.ts";

/** Above DynamoDB's worst ordinary answer, and short enough for a second try within a request. */
const timeouts = { connectionTimeout: 1000, requestTimeout: 3000 };

/** The client of the table: the Region's own, or the one on a laptop. */
export const tableClient = ({ DYNAMODB_ENDPOINT }: z.output<typeof TableEnvironment>): DynamoDBDocumentClient =>
  documentClient(
    new DynamoDBClient({
      requestHandler: timeouts,
      ...(DYNAMODB_ENDPOINT !== undefined && { endpoint: DYNAMODB_ENDPOINT }),
    }),
  );
