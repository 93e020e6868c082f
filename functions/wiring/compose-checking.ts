import { dynamodbCertificateStore } from "../../shared/certificates/dynamodb-certificate-store.ts";
import { dynamodbGuessStore } from "../../shared/certificates/guess-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { composeVault } from "./compose-vault.ts";
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
  const vault = await composeVault(environment, { client, tableName, secret });
  const hash = keyedHash(secret);
  return {
    certificates: dynamodbCertificateStore({ client, tableName, vault, hash }),
    guesses: dynamodbGuessStore(client, tableName),
    clock: systemClock,
    hash,
  };
};
