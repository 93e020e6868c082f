import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { LocalProblem } from "../local-problem.ts";

export interface DynamoDbLocal {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Whether this machine can run DynamoDB Local; where it cannot, whoever asked leaves something out, and that is said. */
export const hasJava = (): boolean => {
  const found = spawnSync("java", ["-version"], { stdio: "ignore" }).status === 0;
  if (!found) console.warn("There is no java on the PATH: what needs Amazon's DynamoDB Local is left out.");
  return found;
};

/**
 * Amazon's own DynamoDB Local, on loopback, in a process that ends with this one even when this one is killed. In
 * memory unless `path` names a folder. It knows what dynalite does not: transactions, and the item of a failed condition.
 */
export const startDynamoDbLocal = async ({ path }: { readonly path?: string } = {}): Promise<DynamoDbLocal> => {
  if (path !== undefined) await mkdir(path, { recursive: true });
  const emulator = join(
    dirname(createRequire(import.meta.url).resolve("amplify-dynamodb-simulator/package.json")),
    "emulator",
  );
  const launcher = fileURLToPath(new URL("./amazon", import.meta.url));
  const libraries = join(emulator, "DynamoDBLocal_lib");
  const classPath = [launcher, join(emulator, "DynamoDBLocal.jar"), join(libraries, "*")].join(delimiter);
  const child = spawn(
    "java",
    [
      `-Djava.library.path=${libraries}`,
      "-cp",
      classPath,
      "LoopbackDynamoDbLocal",
      "-sharedDb",
      "-disableTelemetry",
      ...(path === undefined ? ["-inMemory"] : ["-dbPath", path]),
    ],
    { stdio: ["pipe", "pipe", "pipe"], env: { PATH: process.env.PATH, DDB_LOCAL_TELEMETRY: "0" } },
  );
  const port = await announcedPort(child);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      const gone = once(child, "exit");
      child.stdin.end();
      await gone;
    },
  };
};

const announcedPort = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    const listen = (line: string) => {
      said.push(line);
      const port = /^listening on port (\d+)$/.exec(line)?.[1];
      if (port !== undefined) resolve(port);
    };
    for (const output of [child.stdout, child.stderr]) {
      if (output !== null) createInterface({ input: output }).on("line", listen);
    }
    child.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === "ENOENT"
          ? new LocalProblem("DynamoDB Local needs Java (a JRE of version 8 or later) on the PATH.", { cause })
          : cause,
      ),
    );
    child.once("exit", (code) => reject(new Error(`DynamoDB Local ended with ${code}: ${said.join(" / ")}`)));
  });
