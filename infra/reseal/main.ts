import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SecretEnvironment } from "../../functions/wiring/environment.ts";
import { readSecret } from "../../functions/wiring/read-secret.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { localVault } from "../../shared/people/vault.ts";
import { giveUp, readParameters } from "../local/command-line.ts";
import { LocalProblem } from "../local/local-problem.ts";
import { resealTable } from "./reseal-table.ts";

const usage = `npm run reseal -- --table NAME [--endpoint URL]

Seals every item under the present key of the bureau's secret (BUREAU_SECRET_ARN or BUREAU_SECRET), while the service runs.
Run it again until nothing is resealed; then the former key can be taken out. infra/RUNBOOK.md has the whole rotation.`;

const run = async (): Promise<void> => {
  const { values } = readParameters({ options: { table: { type: "string" }, endpoint: { type: "string" } } }, usage);
  const secret = SecretEnvironment.safeParse(process.env);
  if (values.table === undefined || !secret.success) throw new LocalProblem(usage);
  const client = new DynamoDBClient(values.endpoint === undefined ? {} : { endpoint: values.endpoint });
  const outcome = await resealTable(documentClient(client), values.table, localVault(await readSecret(secret.data)));
  console.log(JSON.stringify(outcome, undefined, 2));
  if (outcome.unopened.length > 0) process.exitCode = 1;
};

run().catch(giveUp);
