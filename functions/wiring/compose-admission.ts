import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamodbSessionStore } from "../../shared/people/sessions/dynamodb-session-store.ts";
import { CommonEnvironment } from "./environment.ts";
import type { ReadingParts } from "./read-request.ts";

/** By what whoever calls is let in, beside their token: a bureau's rules of login, its kiosks and the sessions on them. */
export const composeAdmission = (
  environment: NodeJS.ProcessEnv,
  client: DynamoDBDocumentClient,
  tableName: string,
): Required<Pick<ReadingParts, "sessions" | "loginRules">> & Pick<ReadingParts, "clientsHost"> => {
  const { TWO_FACTOR_FROM: twoFactorFrom, CLIENTS_URL } = CommonEnvironment.parse(environment);
  return {
    ...(CLIENTS_URL !== undefined && { clientsHost: new URL(CLIENTS_URL).host }),
    sessions: dynamodbSessionStore(client, tableName),
    loginRules: twoFactorFrom === undefined ? {} : { twoFactorFrom },
  };
};
