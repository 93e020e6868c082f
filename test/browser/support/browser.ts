import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LaunchOptions } from "playwright-core";

/**
 * How to start a browser that comes with npm: `@sparticuz/chromium` carries one for Linux, with the system libraries that
 * it needs. Elsewhere it is the Chrome of the machine; `CHROME_PATH` names another one.
 */
export const browserLaunch = async (): Promise<LaunchOptions> => {
  // The sandbox needs rights that a container does not have; only our own pages are opened.
  const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"];
  const given = process.env.CHROME_PATH;
  if (given !== undefined) return { executablePath: given, args };
  if (process.platform !== "linux") return { channel: "chrome", args };
  const { default: pack, inflate } = await import("@sparticuz/chromium");
  const executablePath = await pack.executablePath();
  if (starts(executablePath, process.env)) return { executablePath, args };
  // A machine without the usual libraries: the package has those of Amazon Linux.
  await inflate(join(import.meta.dirname, "../../../node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
  const env = { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib") };
  if (starts(executablePath, env)) return { executablePath, args, env };
  throw new Error("No browser starts here; name one that does with CHROME_PATH");
};

const starts = (executablePath: string, env: NodeJS.ProcessEnv): boolean =>
  spawnSync(executablePath, ["--version", "--no-sandbox"], { env, timeout: 30_000 }).status === 0;
