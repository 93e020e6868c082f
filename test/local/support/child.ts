import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Child {
  readonly process: ChildProcess;
  readonly firstLine: string;
  kill(): Promise<void>;
}

/** Starts a script of this folder and waits for its first line. */
export const startChild = async (script: string, ...parameters: string[]): Promise<Child> => {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...parameters], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const [firstLine] = (await Promise.race([once(lines, "line"), once(child, "exit").then(() => [undefined])])) as [
    string | undefined,
  ];
  if (firstLine === undefined) throw new Error(`${script} ended before it said anything`);
  return {
    process: child,
    firstLine,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
};
