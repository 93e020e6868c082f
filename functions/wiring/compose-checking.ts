import { dynamodbCertificateStore } from "../../shared/certificates/dynamodb-certificate-store.ts";
import { dynamodbGuessStore } from "../../shared/certificates/guess-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { localVault } from "../../shared/people/vault.ts";
import { SecretEnvironment, TableEnvironment } from "./environment.ts";
import { readSecret } from "./read-secret.ts";
import { systemClock } from "./system-clock.ts";
import { tableClient } from "./table-client.ts";
import type { CheckingWorld } from "./worlds.ts";

/** What checking a code takes: certificates, the count of wrong guesses, and no case. */
export const composeChecking = async (environment: NodeJS.ProcessEnv = process.env): Promise<CheckingWorld> => {
  const { TABLE_NAME: tableName, ...place } = TableEnvironment.parse(environment);
  const client = tableClient({ TABLE_NAME: tableName, ...place });
  const secret = await readSecret(SecretEnvironment.parse(environment));
  const hash = keyedHash(secret);
  return {
    certificates: dynamodbCertificateStore({ client, tableName, vault: localVault(secret), hash }),
    guesses: dynamodbGuessStore(client, tableName),
    clock: systemClock,
    hash,
  };
};
