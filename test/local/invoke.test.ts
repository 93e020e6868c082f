import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { announce } from "../../infra/local/running.ts";
import { startWorld } from "../../infra/local/world.ts";

const command = fileURLToPath(new URL("../../infra/local/invoke.ts", import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "one-window-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What `npm run invoke -- ...` runs. */
const invoke = async (...parameters: string[]) => {
  const child = spawn(process.execPath, [command, ...parameters, "--data", folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (chunk) => {
      texts[name] += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code, ...texts };
};

test("a function runs by hand on a world of its own, and its answer is printed", async () => {
  const { code, stdout } = await invoke("case-changing", "open-case");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    statusCode: 201,
    body: { package: { id: "new-taxpayer" }, status: "open" },
  });
});

test("with a world running on the same folder it works on that one", async () => {
  const world = await startWorld({ folder, sweepMilliseconds: false });
  try {
    await announce(folder, world);
    const { code, stdout } = await invoke("case-changing", "open-case");
    expect(code).toBe(0);
    const { body } = JSON.parse(stdout) as { body: { id: string } };
    expect(await world.bus.waitFor(({ detail }) => detail.caseId === body.id)).toMatchObject({
      detailType: expect.stringContaining("case-opened"),
    });
  } finally {
    await world.close();
  }
});

test("word of a world that was killed misleads nobody", async () => {
  const world = await startWorld({ folder, sweepMilliseconds: false });
  await announce(folder, world);
  await world.close();
  expect((await invoke("catalogue", "get-health")).code).toBe(0);
});

test.each([
  ["no function", [], "npm run invoke -- FUNCTION SAMPLE"],
  ["an unknown function", ["nothing", "get-health"], "npm run invoke -- FUNCTION SAMPLE"],
  ["an unknown sample", ["catalogue", "nothing"], "There is no sample nothing"],
])("%s is answered with what there is", async (_, parameters, words) => {
  const { code, stderr } = await invoke(...parameters);
  expect(code).toBe(1);
  expect(stderr).toContain(words);
  expect(stderr).toContain("catalogue/get-health");
  expect(stderr).not.toMatch(/^\s+at /m);
});
