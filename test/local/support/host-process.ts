import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { portsFrom } from "../../../infra/local/ports.ts";

const start = fileURLToPath(new URL("../../../infra/local/start.ts", import.meta.url));

export interface HostProcess {
  readonly process: ChildProcess;
  /** Everything it has said so far. */
  readonly said: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Runs what `npm start` runs. */
export const runHost = (port: number, folder: string, ...more: string[]): HostProcess => {
  const child = spawn(process.execPath, [start, "--port", String(port), "--data", folder, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const output of [child.stdout, child.stderr]) {
    output.on("data", (chunk) => {
      text += chunk;
    });
  }
  const ended = once(child, "close").then(([code, signal]) => (code ?? signal) as number | string);
  return { process: child, said: () => text, ended };
};

/** Waits until a host says that it runs. */
export const isReady = async (host: HostProcess): Promise<void> => {
  const over = host.ended.then((code) => {
    throw new Error(`The host ended with ${code}:\n${host.said()}`);
  });
  // Only the race below is to hear of it.
  over.catch(() => {});
  while (!host.said().includes("runs on this machine")) {
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 20))]);
  }
};

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

const portsOf = (base: number): number[] => Object.values(portsFrom(base));

/** Which ports of a host are open to nobody else. */
export const busyPorts = async (base: number): Promise<number[]> => {
  const free = await Promise.all(portsOf(base).map(canListen));
  return portsOf(base).filter((_, index) => free[index] === false);
};

/** A number from which a whole host finds its ports free. */
export const freeBase = async (): Promise<number> => {
  for (let base = 20_000 + (process.pid % 400) * 20; base < 30_000; base += 20) {
    if ((await busyPorts(base)).length === 0) return base;
  }
  throw new Error("No ports are free");
};
