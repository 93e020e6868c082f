import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { composeVault, keyProviderOf } from "../../functions/wiring/compose-vault.ts";
import { PersonKeysEnvironment, SecretEnvironment } from "../../functions/wiring/environment.ts";
import { readSecret } from "../../functions/wiring/read-secret.ts";
import { systemClock } from "../../functions/wiring/system-clock.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { localVault } from "../../shared/people/vault.ts";
import { giveUp, readParameters } from "../local/command-line.ts";
import { LocalProblem } from "../local/local-problem.ts";
import { resealTable } from "./reseal-table.ts";
import { rewrapKeys } from "./rewrap-keys.ts";

const usage = `npm run reseal -- --table NAME --bureau LOCALITY [--new-root] [--endpoint URL]

Seals every item under the present key of the bureau's secret (BUREAU_SECRET_ARN or BUREAU_SECRET), and whatever names people
under their own keys, whose root is guarded by PERSON_KEY_ARN or the secret; all while the service runs. With --new-root
people's keys are wrapped under a new root first. Run it again until nothing is resealed or rewrapped; then a former key can
be taken out of the secret. infra/RUNBOOK.md has the whole rotation.`;

const run = async (): Promise<void> => {
  const option = { type: "string" } as const;
  const { values } = readParameters(
    { options: { table: option, bureau: option, endpoint: option, "new-root": { type: "boolean" } } },
    usage,
  );
  const { table: tableName, bureau, endpoint } = values;
  const secretEnvironment = SecretEnvironment.safeParse(process.env);
  const keysEnvironment = PersonKeysEnvironment.safeParse(process.env);
  if (tableName === undefined || bureau === undefined || !secretEnvironment.success || !keysEnvironment.success) {
    throw new LocalProblem(usage);
  }
  const client = documentClient(new DynamoDBClient(endpoint === undefined ? {} : { endpoint }));
  const secret = await readSecret(secretEnvironment.data);
  const people = await composeVault({ ...process.env, LOCALITY: bureau }, { client, tableName, secret });
  const provider = await keyProviderOf(keysEnvironment.data);
  const keys = await rewrapKeys(
    { client, tableName, provider, bureau, clock: systemClock },
    values["new-root"] ?? false,
  );
  const outcome = await resealTable(client, tableName, localVault(secret), people);
  console.log(JSON.stringify({ ...outcome, keys }, undefined, 2));
  if (outcome.unopened.length > 0) process.exitCode = 1;
};

run().catch(giveUp);
