import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type * as z from "zod";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { dynamodbKeyStore } from "../../shared/people/keys/dynamodb-key-store.ts";
import { type KeyProvider, localKeyProvider } from "../../shared/people/keys/key-provider.ts";
import { keyRing } from "../../shared/people/keys/key-ring.ts";
import { peopleVault } from "../../shared/people/keys/people-vault.ts";
import type { Sealing } from "../../shared/people/sealing.ts";
import { localVault } from "../../shared/people/vault.ts";
import { CommonEnvironment, PersonKeysEnvironment } from "./environment.ts";
import { systemClock } from "./system-clock.ts";

/** What is about people is sealed under each one's own key, and all of it under the bureau's. */
export const composeVault = async (
  environment: NodeJS.ProcessEnv,
  { client, tableName, secret }: { client: DynamoDBDocumentClient; tableName: string; secret: string },
): Promise<Sealing> => {
  const { LOCALITY: bureau } = CommonEnvironment.parse(environment);
  const provider = await keyProviderOf(PersonKeysEnvironment.parse(environment));
  const keys = keyRing({ store: dynamodbKeyStore(client, tableName), provider, bureau, clock: systemClock });
  return peopleVault({ vault: localVault(secret), keys, hash: keyedHash(secret) });
};

/** The key service is loaded only where there is one. */
export const keyProviderOf = async (environment: z.output<typeof PersonKeysEnvironment>): Promise<KeyProvider> => {
  if ("BUREAU_SECRET" in environment) return localKeyProvider(environment.BUREAU_SECRET);
  const { kmsKeyProvider } = await import("../../shared/people/keys/kms-key-provider.ts");
  return kmsKeyProvider(environment.PERSON_KEY_ARN);
};
