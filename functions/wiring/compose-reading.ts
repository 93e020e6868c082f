import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import { packagesOf } from "../../shared/packages/index.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { composeAccessLog } from "./compose-access-log.ts";
import { composeAdmission } from "./compose-admission.ts";
import { composeVault } from "./compose-vault.ts";
import { CommonEnvironment, SecretEnvironment, TableEnvironment } from "./environment.ts";
import { readSecret } from "./read-secret.ts";
import { systemClock } from "./system-clock.ts";
import { tableClient } from "./table-client.ts";
import type { ReadingWorld, SharingWorld } from "./worlds.ts";

/** What it takes to read cases, and to let somebody else or another device into one: the table, the secret, no authority. */
export const composeReading = async (
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ReadingWorld & SharingWorld> => {
  const { LOCALITY } = CommonEnvironment.parse(environment);
  const table = TableEnvironment.parse(environment);
  const client = tableClient(table);
  const secret = await readSecret(SecretEnvironment.parse(environment));
  const vault = await composeVault(environment, { client, tableName: table.TABLE_NAME, secret });
  return {
    ...composeAdmission(environment, client, table.TABLE_NAME),
    cases: dynamodbCaseStore(client, table.TABLE_NAME, vault),
    packages: packagesOf(LOCALITY),
    clock: systemClock,
    ...composeAccessLog(client, table.TABLE_NAME, secret),
    hash: keyedHash(secret),
  };
};
