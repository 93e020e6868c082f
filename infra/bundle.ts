import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { type FunctionDescription, type FunctionName, functions } from "../functions/functions.ts";
import { filesCarriedBy } from "./carried-files.ts";
import { lightHttp } from "./light-http.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What one function deploys as: `index.mjs` and the chunks that it loads, in a folder of their own. */
export interface Bundle {
  readonly folder: string;
  /** All files: what is uploaded. */
  readonly bytes: number;
  readonly gzipBytes: number;
  /** `index.mjs` and every chunk it imports at once: what a cold start reads. The rest is loaded when it is needed. */
  readonly startBytes: number;
  readonly metafile: Metafile;
}

/** Where a function's bundle lies. CDK uploads this folder; the local host imports its `index.mjs`. */
export const bundleFolder = (name: FunctionName): string => join(root, ".build", "functions", name);

/** Bundles every function of `functions/functions.ts`, the same input giving the same bytes. */
export const bundleFunctions = async (): Promise<Readonly<Record<FunctionName, Bundle>>> => {
  const names = Object.keys(functions) as FunctionName[];
  const bundles = await Promise.all(
    names.map(async (name) => [name, await bundleFunction(functions[name], bundleFolder(name))] as const),
  );
  return Object.fromEntries(bundles) as Record<FunctionName, Bundle>;
};

const bundleFunction = (description: FunctionDescription, folder: string): Promise<Bundle> =>
  bundleEntry(join(root, description.entry), folder, description);

/** Bundles one module the way every function is bundled. */
export const bundleEntry = async (
  entry: string,
  folder: string,
  { carries }: Pick<FunctionDescription, "carries"> = {},
): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: entry },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // The SDK's ES modules: its CommonJS ones cannot be shaken.
    mainFields: ["module", "main"],
    // What a cold start does not need (other ways to find credentials, event streams) stays out of what it reads.
    splitting: true,
    minify: true,
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "warning",
    plugins: [lightHttp],
  });
  for (const { path, text } of outputFiles) {
    if (text.includes("Dynamic require of")) {
      throw new Error(
        `${basename(folder)}/${basename(path)} calls require(), which an ES module does not have. ` +
          "Find the CommonJS dependency in the metafile and replace it.",
      );
    }
  }
  const beside = filesCarriedBy(carries === undefined ? {} : { carries });
  const carriedFiles = beside.map(({ name, contents }) => ({ path: join(folder, name), contents }));
  const files = [...outputFiles, ...carriedFiles];
  writeFolder(folder, files);
  writeIfChanged(`${folder}.meta.json`, Buffer.from(JSON.stringify(metafile)));
  return { folder, metafile, ...sizes(files, metafile) };
};

interface OutputFile {
  readonly path: string;
  readonly contents: Uint8Array;
}

// Only what changed is written, and stale files go last: another process may be reading the same folder.
const writeFolder = (folder: string, files: readonly OutputFile[]): void => {
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of files) writeIfChanged(path, contents);
  const current = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(folder)) if (!current.has(name)) rmSync(join(folder, name), { recursive: true });
};

const writeIfChanged = (path: string, contents: Uint8Array): void => {
  try {
    if (readFileSync(path).equals(contents)) return;
  } catch {
    // Not there yet.
  }
  // Whole or not at all, for a world that loads the same file now; not in the folder, where another build would clear it away.
  const whole = `${dirname(path)}.${process.pid}.new`;
  writeFileSync(whole, contents);
  renameSync(whole, path);
};

const sizes = (files: readonly OutputFile[], metafile: Metafile) => {
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const atStart = new Set<string>();
  const follow = (name: string): void => {
    if (atStart.has(name)) return;
    atStart.add(name);
    for (const { path, kind, external } of outputs.get(name)?.imports ?? []) {
      if (kind === "import-statement" && external !== true) follow(basename(path));
    }
  };
  follow("index.mjs");
  const sum = (count: (file: OutputFile) => number) => files.reduce((total, file) => total + count(file), 0);
  return {
    bytes: sum(({ contents }) => contents.length),
    gzipBytes: sum(({ contents }) => gzipSync(contents).length),
    startBytes: sum(({ path, contents }) => (atStart.has(basename(path)) ? contents.length : 0)),
  };
};

if (import.meta.main) {
  for (const [name, { bytes, gzipBytes, startBytes }] of Object.entries(await bundleFunctions())) {
    const kilobytes = (count: number) => `${(count / 1000).toFixed(0).padStart(5)} kB`;
    console.log(
      `${name.padEnd(18)}${kilobytes(startBytes)} at start ${kilobytes(bytes)} in all ${kilobytes(gzipBytes)} gzip`,
    );
  }
}
