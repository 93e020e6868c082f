import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { busyPorts, freeBase, type HostProcess, isReady, runHost } from "./support/host-process.ts";

let folder: string;
let port: number;
const hosts: HostProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "one-window-"));
  port = await freeBase();
});
afterEach(async () => {
  for (const host of hosts.splice(0)) {
    host.process.kill("SIGKILL");
    await host.ended;
  }
  await expect.poll(() => busyPorts(port)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

const run = (base: number, data: string, ...more: string[]): HostProcess => {
  const host = runHost(base, data, ...more);
  hosts.push(host);
  return host;
};

const started = async (base: number, data: string): Promise<HostProcess> => {
  const host = run(base, data);
  await isReady(host);
  return host;
};

const health = async (base: number): Promise<number> => (await fetch(`http://127.0.0.1:${base}/v1/health`)).status;

/** Ends by itself, says what is wrong and what to do, and shows nothing of its inside. */
const expectProblem = async (host: HostProcess, ...words: readonly string[]): Promise<void> => {
  expect(await host.ended).toBe(1);
  for (const word of words) expect(host.said()).toContain(word);
  expect(host.said()).not.toMatch(/^\s+at /m);
};

test("it serves and says where; Ctrl-C leaves nothing behind; it serves again", async () => {
  const first = await started(port, folder);
  expect(first.said()).toContain(`http://127.0.0.1:${port}/openapi.json`);
  expect(first.said()).toContain(`http://127.0.0.1:${port + 1}/sandbox/tokens/founder-zhong`);
  expect(await health(port)).toBe(200);
  await stat(join(folder, "running.json"));

  first.process.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(await busyPorts(port)).toEqual([]);
  await expect(stat(join(folder, "running.json"))).rejects.toThrow("ENOENT");

  await started(port, folder);
  expect(await health(port)).toBe(200);
});

test("two hosts on one data folder: the second is refused and the first goes on", async () => {
  await started(port, folder);
  await expectProblem(run(port + 40, folder), folder, "in use by another One Window", "--data");
  expect(await health(port)).toBe(200);
});

test("a busy port is named, and nothing is left running", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  await expectProblem(run(port, folder), `Port ${port} (the API) is in use`, "--port");
  expect(await busyPorts(port)).toEqual([port]);
  await new Promise((resolve) => other.close(resolve));
});

test("a busy port of the sandbox is named, and nothing is left running", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port + 11, "127.0.0.1", resolve));
  await expectProblem(run(port, folder), `Port ${port + 11}`, "in use");
  expect(await busyPorts(port)).toEqual([port + 11]);
  await new Promise((resolve) => other.close(resolve));
});

test("a killed host takes its sandbox with it, and the next start goes on", async () => {
  const host = await started(port, folder);
  host.process.kill("SIGKILL");
  await host.ended;
  await expect.poll(() => busyPorts(port)).toEqual([]);
  await started(port, folder);
  expect(await health(port)).toBe(200);
});

describe("a data folder that cannot be used is named, with what to do", () => {
  test("a file stands in its place", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    await expectProblem(run(port, file), file, "a file stands in its place", "--data");
  });

  test("the table in it is broken", async () => {
    await mkdir(join(folder, "table"));
    await writeFile(join(folder, "table", "CURRENT"), "garbage\n");
    await expectProblem(run(port, folder), join(folder, "table"), "cannot be read", "Delete it");
  });

  test("the secret in it is broken", async () => {
    await writeFile(join(folder, "bureau-secret"), "{}");
    await expectProblem(run(port, folder), join(folder, "bureau-secret"), "cannot be read", "Delete");
  });
});

test.each([
  [["--port", "many"], "--port takes a number"],
  [["--unknown"], "--unknown"],
])("%s is refused with the usage", async (parameters, words) => {
  await expectProblem(run(port, folder, ...parameters), words, "npm start --");
});
