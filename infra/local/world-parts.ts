import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type FunctionName, functions } from "../../functions/functions.ts";
import { authorityIds } from "../../shared/connectors/authorities.ts";
import { prepareDataFolder } from "./data-folder.ts";
import type { ChangeLog } from "./dynamodb/change-log.ts";
import { ensureTable } from "./dynamodb/create-table.ts";
import { startTable } from "./dynamodb/dynalite.ts";
import { environmentOf, lambdaEnvironment, tableName, type Whereabouts } from "./environment.ts";
import type { FunctionRunner, Log } from "./lambda/function-host.ts";
import { runInThreads } from "./lambda/function-threads.ts";
import { runPlainHandlers } from "./lambda/plain-handlers.ts";
import { LocalProblem } from "./local-problem.ts";
import { walletIds } from "./sandbox/wallets/wallet-ids.ts";
import { type SandboxPorts, type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import type { WorldOptions, WorldPorts } from "./world.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

export const openFolder = async (folder: string | undefined) => {
  if (folder !== undefined) return { path: await prepareDataFolder(folder), close: async () => {} };
  const path = await mkdtemp(join(tmpdir(), "one-window-"));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
};

export const openTable = async (
  { dynamodbEndpoint, ports }: WorldOptions,
  folder: string,
): Promise<{ readonly endpoint: string; readonly changes?: ChangeLog; close(): Promise<void> }> => {
  if (dynamodbEndpoint === undefined) {
    return startTable({ folder: join(folder, "table"), port: ports?.table ?? 0, tableName });
  }
  await ensureTable(dynamodbEndpoint, tableName);
  return { endpoint: dynamodbEndpoint, close: async () => {} };
};

export const startAuthorities = async (
  { authorities, ports, authorityLatencyMilliseconds }: WorldOptions,
  folder: string,
  secret: string,
  log: Log,
): Promise<SandboxProcess> => {
  if (authorities !== undefined) return { ...authorities, close: async () => {} };
  return startSandboxProcess({
    secret,
    folder: join(folder, "sandbox"),
    ports: portsOfSandbox(ports),
    ...(authorityLatencyMilliseconds !== undefined && { latencyMilliseconds: authorityLatencyMilliseconds }),
    log,
  });
};

const portsOfSandbox = (ports: WorldPorts = {}): SandboxPorts =>
  Object.fromEntries((["control", ...authorityIds, ...walletIds] as const).map((id) => [id, ports[id] ?? 0]));

export const runnerOf = (
  choice: WorldOptions["functions"] = "sources",
  whereabouts: Whereabouts,
  log: Log,
): FunctionRunner => {
  if (typeof choice === "object") return runPlainHandlers(choice);
  return runInThreads({
    log,
    moduleOf: (name) => pathToFileURL(choice === "sources" ? join(root, functions[name].entry) : bundleOf(name)),
    environmentOf: (name) =>
      ({ ...environmentOf(name, whereabouts), ...lambdaEnvironment(name) }) as Record<string, string>,
  });
};

/** The very file that deploys; see `infra/bundle.ts`. */
const bundleOf = (name: FunctionName): string => join(root, ".build", "functions", name, "index.mjs");

/** Builds the bundles anew, so that nobody runs yesterday's. */
export const buildBundles = async (): Promise<void> => {
  try {
    const { bundleFunctions } = await import("../bundle.ts");
    await bundleFunctions();
  } catch (cause) {
    throw new LocalProblem(`The bundles cannot be built: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};
