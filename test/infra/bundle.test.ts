import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import { bundleEntry, bundleFolder } from "../../infra/bundle.ts";
import { rightsOf } from "./rights.ts";
import { synthesize } from "./synthesize.ts";

const execute = promisify(execFile);
const names = Object.keys(functions) as FunctionName[];
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "one-window-bundles-"));
afterAll(() => rmSync(folder, { recursive: true }));

const clients: Readonly<Record<string, string>> = {
  dynamodb: "client-dynamodb",
  secretsmanager: "client-secrets-manager",
  kms: "client-kms",
  events: "client-eventbridge",
};

const filesOf = (path: string) =>
  Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, readFileSync(join(path, name), "utf8")]),
  );

/** Imports a bundle in a process of its own: what it exports, and which of Node's own modules it made it load. */
const loadAlone = async (path: string): Promise<{ readonly handler: string; readonly builtins: readonly string[] }> => {
  const script = `
    const { handler } = await import(${JSON.stringify(join(path, "index.mjs"))});
    console.log(JSON.stringify({ handler: typeof handler, builtins: process.moduleLoadList }));`;
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", script], { cwd: "/", env: {} });
  return JSON.parse(stdout);
};

describe.each(names)("%s", (name) => {
  const into = join(folder, name);
  const description: FunctionDescription = functions[name];
  const bundled = bundleEntry(join(root, functions[name].entry), into, description);
  let loaded: Awaited<ReturnType<typeof loadAlone>>;
  beforeAll(async () => {
    await bundled;
    loaded = await loadAlone(into);
  });

  test("its bundle loads where nothing else is, and exports a handler", () => {
    expect(loaded.handler).toBe("function");
  });

  test("to load it does not load undici, which node:http brings when it is imported as it stands", () => {
    expect(loaded.builtins.filter((module) => /NativeModule .*undici/.test(module))).toEqual([]);
  });

  test("it brings everything but Node's own modules, the SDK included", async () => {
    const { metafile } = await bundled;
    const missing = Object.values(metafile.outputs)
      .flatMap(({ imports }) => imports)
      .filter(({ path, external }) => external === true && !isBuiltin(path));
    expect(missing).toEqual([]);
  });

  test("it can make every call that its role grants it, and brings no client of a service that it has no right to", async () => {
    const { metafile } = await bundled;
    const calls = Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(
        ([path]) =>
          /@aws-sdk\/(client-[a-z-]+)\/dist-es\/commands\/(\w+)Command\.js$/.exec(path)?.slice(1, 3).join() ?? [],
      );
    const granted = rightsOf(name, synthesize("liuzhou"))
      .filter((right) => !/Stream|kms:(?!Sign|GetPublicKey|.* on PersonKey)|logs:|sqs:/.test(right))
      .map((right) => {
        const [service = "", action = ""] = right.replace(/ on .*/, "").split(":");
        return `${clients[service]},${action}`;
      });
    expect(granted.filter((call) => !calls.includes(call))).toEqual([]);
    const clientsOf = (list: readonly string[]) => [...new Set(list.map((call) => call.split(",")[0]))].sort();
    expect(clientsOf(calls)).toEqual(clientsOf(granted));
  });

  test("it brings one language of zod's fifty", async () => {
    // `import { z } from "zod"` brings them all; `import * as z from "zod"` does not.
    const { metafile } = await bundled;
    const languages = Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([path, { bytesInOutput }]) => path.includes("zod/v4/locales/") && bytesInOutput > 0)
      .map(([path]) => path.replace(/.*\//, ""));
    expect(languages).toEqual(["en.js"]);
  });
});

// The one with the most parts, and the one that carries files beside its code.
test.each(["case-changing", "issue-certificates"] as const)(
  "%s: the same sources give the same bytes, and what is stale goes",
  async (name) => {
    const description: FunctionDescription = functions[name];
    const bundleInto = async (into: string) => {
      await bundleEntry(join(root, description.entry), into, description);
      return filesOf(into);
    };
    const [here, elsewhere] = [join(folder, "here", name), join(folder, "elsewhere", name)];
    const before = await bundleInto(here);
    writeFileSync(join(here, "chunk-of-yesterday.mjs"), "");
    expect(await bundleInto(here)).toEqual(before);
    expect(await bundleInto(elsewhere)).toEqual(before);
  },
);

test("a dependency that would call require() at run time is refused, not shipped", async () => {
  const entry = join(folder, "asks.mjs");
  writeFileSync(join(folder, "asks-inside.cjs"), 'module.exports = require("node:os").cpus;');
  writeFileSync(entry, 'import cpus from "./asks-inside.cjs"; export const handler = () => cpus();');
  await expect(bundleEntry(entry, join(folder, "asks"))).rejects.toThrow(/calls require\(\)/);
});

test("each function has a folder of its own", () => {
  expect(new Set(names.map(bundleFolder)).size).toBe(names.length);
});
