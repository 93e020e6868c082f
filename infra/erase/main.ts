// npm run erase -- --table NAME --office NAME < identity.json

import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SecretEnvironment } from "../../functions/wiring/environment.ts";
import { readSecret } from "../../functions/wiring/read-secret.ts";
import { systemClock } from "../../functions/wiring/system-clock.ts";
import { documentClient } from "../../shared/cases/document-client.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import { dynamodbChainStore } from "../../shared/people/access-log/dynamodb-chain-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { dynamodbKeyStore } from "../../shared/people/keys/dynamodb-key-store.ts";
import { localVault } from "../../shared/people/vault.ts";
import { giveUp, readParameters } from "../local/command-line.ts";
import { LocalProblem } from "../local/local-problem.ts";
import { eraseFromBackup } from "./erase-from-backup.ts";
import { erasePerson } from "./erase-person.ts";
import { readIdentity } from "./read-identity.ts";

const usage = `npm run erase -- --table NAME --office NAME [--backup FOLDER]... [--endpoint URL] < identity.json

Destroys the key of one person, while the service runs: nobody reads them any more in any case, certificate or copy. The
identity comes by standard input alone, {"idType": "resident-id", "idNumber": "..."}; the bureau's secret as in
BUREAU_SECRET_ARN or BUREAU_SECRET. It waits a minute and reads the whole table. Refused, with what, until when and by which
law, while an open case or the law needs a record. From backups that it is given the key is taken as well. infra/RUNBOOK.md
has the whole procedure.`;

const run = async (): Promise<void> => {
  const option = { type: "string" } as const;
  const backups = { type: "string", multiple: true } as const;
  const { values } = readParameters(
    { options: { table: option, office: option, endpoint: option, backup: backups } },
    usage,
  );
  const { table: tableName, office, endpoint, backup = [] } = values;
  const environment = SecretEnvironment.safeParse(process.env);
  if (tableName === undefined || office === undefined || !environment.success) throw new LocalProblem(usage);
  const identity = readIdentity(await text(process.stdin));
  const secret = await readSecret(environment.data);
  const client = documentClient(new DynamoDBClient(endpoint === undefined ? {} : { endpoint }));
  const [vault, hash] = [localVault(secret), keyedHash(secret)];
  const world = {
    ...{ client, tableName, vault, hash, office, clock: systemClock },
    keys: dynamodbKeyStore(client, tableName),
    access: accessLog({ store: dynamodbChainStore(client, tableName, vault), hash }),
    wait: (milliseconds: number) => sleep(milliseconds),
  };
  const erasure = await erasePerson(world, identity);
  const keysOfBackups: Record<string, number> = {};
  if (erasure.outcome !== "refused") {
    for (const folder of backup) keysOfBackups[folder] = await eraseFromBackup(folder, hash.person(identity));
  }
  console.log(JSON.stringify({ ...erasure, keysOfBackups }, undefined, 2));
  if (erasure.outcome === "refused") process.exitCode = 1;
};

run().catch(giveUp);
