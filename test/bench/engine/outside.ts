import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { localClient } from "../../../infra/local/dynamodb/create-table.ts";
import { tableName } from "../../../infra/local/environment.ts";
import { startSandboxProcess } from "../../../infra/local/sandbox-process.ts";
import type { World } from "../../../shared/actions/world.ts";
import { documentClient } from "../../../shared/cases/document-client.ts";
import { dynamodbCaseStore } from "../../../shared/cases/dynamodb-case-store.ts";
import { paces } from "../../../shared/cases/engine.ts";
import { httpAuthorities } from "../../../shared/connectors/http-authorities.ts";
import type { CallAuthority } from "../../../shared/connectors/operation.ts";
import { toInstant } from "../../../shared/kernel/instant.ts";
import { packages } from "../../../shared/packages/index.ts";
import { accessLog } from "../../../shared/people/access-log/access-log.ts";
import { dynamodbChainStore } from "../../../shared/people/access-log/dynamodb-chain-store.ts";
import { keyedHash } from "../../../shared/people/keyed-hash.ts";
import { dynamodbKeyStore } from "../../../shared/people/keys/dynamodb-key-store.ts";
import { localKeyProvider } from "../../../shared/people/keys/key-provider.ts";
import { keyRing } from "../../../shared/people/keys/key-ring.ts";
import { peopleVault } from "../../../shared/people/keys/people-vault.ts";
import { localVault } from "../../../shared/people/vault.ts";
import { startChild } from "../../local/support/child.ts";

export interface Outside {
  readonly world: World;
  /** The same cases, each of their people under a key of their own, as they are kept in service. */
  readonly casesInService: World["cases"];
  /** The same authorities once more, each time in a process of their own: what is new to the first is new to these as well. */
  readonly twins: readonly CallAuthority[];
  /** The table's client, for what is written beside cases. */
  readonly client: DynamoDBClient;
  /** Sets how long every authority takes to answer. */
  setLatency(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const secret = "a secret of the benchmarks, longer than thirty-two characters";

/**
 * Authorities and table, each in a process of its own as in service, and the world that reaches them.
 *
 * @param twinCount how many times the authorities are there once more
 */
export const startOutside = async (twinCount = 0): Promise<Outside> => {
  const folder = await mkdtemp(join(tmpdir(), "one-window-bench-"));
  const startSandbox = (name: string) => startSandboxProcess({ secret, folder: join(folder, name), log: () => {} });
  const [sandbox, tableHost, twins] = await Promise.all([
    startSandbox("sandbox"),
    startChild("table-host.ts", join(folder, "table")),
    Promise.all(Array.from({ length: twinCount }, (_, index) => startSandbox(`twin-${index}`))),
  ]);
  const client = localClient(tableHost.firstLine);
  const documents = documentClient(client);
  const vault = localVault(secret);
  const hash = keyedHash(secret);
  const clock = () => toInstant(Date.now());
  const store = dynamodbKeyStore(documents, tableName);
  const keys = keyRing({ store, provider: localKeyProvider(secret), bureau: "liuzhou", clock });
  return {
    world: {
      cases: dynamodbCaseStore(documents, tableName, vault),
      packages,
      call: httpAuthorities({ urls: sandbox.urls, secret }),
      clock,
      hash,
      access: accessLog({
        store: dynamodbChainStore(documents, tableName, vault),
        hash,
      }),
      office: "liuzhou",
      publicUrl: "http://127.0.0.1:9",
      pace: paces.service,
    },
    casesInService: dynamodbCaseStore(documents, tableName, peopleVault({ vault, keys, hash })),
    twins: twins.map(({ urls }) => httpAuthorities({ urls, secret })),
    client,
    setLatency: async (milliseconds) => {
      const order = {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ milliseconds }),
      };
      for (const { controlUrl } of [sandbox, ...twins]) await fetch(`${controlUrl}/latency`, order);
    },
    close: async () => {
      client.destroy();
      await Promise.all([...[sandbox, ...twins].map((each) => each.close()), tableHost.kill()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
