import { collectTaxes } from "../../shared/actions/collect-taxes.ts";
import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import { dynamodbQuotaStore } from "../../shared/cases/dynamodb-quota-store.ts";
import { paces } from "../../shared/cases/engine.ts";
import { lookUpQuota } from "../../shared/cases/look-up-quota.ts";
import { dailyLimitOf } from "../../shared/connectors/daily-limits.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import { packagesOf } from "../../shared/packages/index.ts";
import { dynamodbBillStore } from "../../shared/payments/dynamodb-bill-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { composeAccessLog } from "./compose-access-log.ts";
import { composeAdmission } from "./compose-admission.ts";
import { composeVault } from "./compose-vault.ts";
import { AuthoritiesEnvironment, CommonEnvironment, SecretEnvironment, TableEnvironment } from "./environment.ts";
import { log, traceOf } from "./log.ts";
import { loggedCalls } from "./logged-calls.ts";
import { readSecret } from "./read-secret.ts";
import { systemClock } from "./system-clock.ts";
import { tableClient } from "./table-client.ts";
import type { ChangingWorld } from "./worlds.ts";

/** What changing and running cases takes: table, secret and authorities, as the environment says. */
export const compose = async (environment: NodeJS.ProcessEnv = process.env): Promise<ChangingWorld> => {
  const { LOCALITY } = CommonEnvironment.parse(environment);
  const { AUTHORITY_URLS, PUBLIC_URL, PACE } = AuthoritiesEnvironment.parse(environment);
  const table = TableEnvironment.parse(environment);
  const client = tableClient(table);
  const secret = await readSecret(SecretEnvironment.parse(environment));
  const vault = await composeVault(environment, { client, tableName: table.TABLE_NAME, secret });
  const hash = keyedHash(secret);
  return {
    ...composeAdmission(environment, client, table.TABLE_NAME),
    cases: dynamodbCaseStore(client, table.TABLE_NAME, vault),
    packages: packagesOf(LOCALITY),
    call: collectTaxes(loggedCalls(httpAuthorities({ urls: AUTHORITY_URLS, secret })), {
      bills: dynamodbBillStore(client, table.TABLE_NAME),
      hash,
      clock: systemClock,
    }),
    clock: systemClock,
    ...composeAccessLog(client, table.TABLE_NAME, secret),
    quota: lookUpQuota(dynamodbQuotaStore(client, table.TABLE_NAME), dailyLimitOf),
    hash,
    office: LOCALITY,
    publicUrl: PUBLIC_URL,
    pace: paces[PACE],
    onFault: ({ caseId, step, error }) => log("ERROR", "STEP_FAILED", { caseId, stepId: step, ...traceOf(error) }),
  };
};
