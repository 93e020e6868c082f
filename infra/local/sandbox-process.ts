import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type AuthorityId, authorityIds } from "../../shared/connectors/authorities.ts";
import { WalletAccess } from "../../shared/payments/wallet-access.ts";
import { compileCacheFolder } from "./compile-cache.ts";
import type { Log } from "./lambda/function-host.ts";
import { LocalProblem } from "./local-problem.ts";
import type { WalletId } from "./sandbox/wallets/wallet-ids.ts";

/** The sandbox's authorities and the address by which tests and stories meddle with them. */
export interface Authorities {
  readonly urls: Readonly<Record<AuthorityId, string>>;
  /** What a bureau needs to reach the wallets. */
  readonly walletAccess: WalletAccess;
  readonly controlUrl: string;
}

export interface SandboxProcess extends Authorities {
  close(): Promise<void>;
}

export type SandboxPorts = Partial<Record<AuthorityId | WalletId | "control", number>>;

export interface SandboxProcessOptions {
  readonly secret: string;
  readonly folder: string;
  readonly ports?: SandboxPorts;
  readonly latencyMilliseconds?: number;
  readonly log: Log;
}

const Announcement = z.object({
  urls: z.record(z.enum(authorityIds as [AuthorityId, ...AuthorityId[]]), z.url()),
  walletAccess: WalletAccess,
  controlUrl: z.url(),
});

const main = fileURLToPath(new URL("./sandbox/main.ts", import.meta.url));

/**
 * Starts the authorities in a process of their own: a bureau's host shares no memory, no thread and no crash with them.
 * It ends when our end of its standard input closes, which happens however this process ends.
 */
export const startSandboxProcess = async (options: SandboxProcessOptions): Promise<SandboxProcess> => {
  const { secret, folder, ports = {}, latencyMilliseconds = 0, log } = options;
  const child = spawn(process.execPath, [main], {
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compileCacheFolder,
      BUREAU_SECRET: secret,
      SANDBOX_FOLDER: folder,
      SANDBOX_PORTS: JSON.stringify(ports),
      SANDBOX_LATENCY: String(latencyMilliseconds),
    },
    // A terminal's Ctrl-C goes to the whole group; the sandbox is to leave after the host, when nobody calls it.
    detached: true,
  });
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    complaints.push(line);
    log("sandbox", line);
  });
  const lines = createInterface({ input: child.stdout });
  const gone = once(child, "exit");
  const firstLine = await Promise.race([
    once(lines, "line").then(([line]) => line as string),
    // After the exit there may still be words on their way.
    once(child, "close").then(() => undefined),
  ]);
  if (firstLine === undefined) {
    throw new LocalProblem(complaints.join("\n") || "The sandbox did not start, and said nothing about it.");
  }
  lines.on("line", (line) => log("sandbox", line));
  return {
    ...Announcement.parse(JSON.parse(firstLine)),
    close: async () => {
      child.stdin.end();
      const force = setTimeout(() => child.kill("SIGKILL"), 3_000);
      await gone;
      clearTimeout(force);
    },
  };
};
