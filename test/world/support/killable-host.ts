import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { compileCacheFolder } from "../../../infra/local/compile-cache.ts";
import type { Authorities } from "../../../infra/local/sandbox-process.ts";

const hostScript = fileURLToPath(new URL("./host.ts", import.meta.url));

export interface HostOptions {
  readonly folder: string;
  readonly authorities: Authorities;
  readonly secret: string;
}

/** A host that can be killed and started again at the same addresses, over the same folder. */
export class KillableHost {
  readonly apiUrl: string;
  readonly issuer: string;
  readonly #environment: Record<string, string>;
  #child: ChildProcess | undefined;

  private constructor(
    { folder, authorities, secret }: HostOptions,
    [api, identityProvider]: readonly [number, number],
  ) {
    this.apiUrl = `http://127.0.0.1:${api}`;
    this.issuer = `http://127.0.0.1:${identityProvider}`;
    this.#environment = {
      PATH: process.env.PATH ?? "",
      NODE_COMPILE_CACHE: compileCacheFolder,
      HOST_FOLDER: folder,
      HOST_PORTS: JSON.stringify({ api, identityProvider }),
      HOST_AUTHORITIES: JSON.stringify({
        urls: authorities.urls,
        walletAccess: authorities.walletAccess,
        controlUrl: authorities.controlUrl,
      }),
      HOST_SECRET: secret,
    };
  }

  static async at(options: HostOptions): Promise<KillableHost> {
    return new KillableHost(options, [await freePort(), await freePort()]);
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [hostScript], { stdio: ["pipe", "pipe", "inherit"], env: this.#environment });
    this.#child = child;
    const lines = createInterface({ input: child.stdout });
    await Promise.race([
      once(lines, "line"),
      once(child, "exit").then(() => Promise.reject(new Error("the host ended before it served"))),
    ]);
  }

  /** As the power goes: no signal handler, no last write. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
};
