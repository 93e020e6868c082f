import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);
const entry = fileURLToPath(new URL("entry.ts", import.meta.url));

export interface ImportTimes {
  /** As it ships: bundled by esbuild, like the functions. */
  readonly bundledMs: number;
  /** As it stands in the folder: node strips the types of each file as it loads. */
  readonly sourceMs: number;
  /** An empty module of the same kind, in the same process form. */
  readonly emptyBundledMs: number;
  readonly emptySourceMs: number;
}

/** Milliseconds to import the tax law and its rules, each in fresh processes, beside an empty module; the medians. */
export const measureImports = async (rounds: number): Promise<ImportTimes> => {
  const folder = await mkdtemp(join(tmpdir(), "one-window-import-"));
  try {
    const [bundled, emptyBundled, emptySource] = ["bundled.mjs", "empty.mjs", "empty.ts"].map((name) =>
      join(folder, name),
    );
    await build({
      entryPoints: [entry],
      bundle: true,
      platform: "node",
      format: "esm",
      minify: true,
      outfile: bundled ?? "",
    });
    await writeFile(emptyBundled ?? "", "export const empty = 1;\n");
    await writeFile(emptySource ?? "", "export const empty: number = 1;\n");
    const modules = [bundled, entry, emptyBundled, emptySource] as string[];
    const times: number[][] = modules.map(() => []);
    // In turn, so that a busy moment of the machine falls on all of them.
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, module] of modules.entries()) times[index]?.push(await importOnce(module));
    }
    const [bundledMs = 0, sourceMs = 0, emptyBundledMs = 0, emptySourceMs = 0] = times.map(median);
    return { bundledMs, sourceMs, emptyBundledMs, emptySourceMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const importOnce = async (module: string): Promise<number> => {
  const script = `const started = performance.now(); await import(${JSON.stringify(pathToFileURL(module).href)}); console.log(performance.now() - started);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", script]);
  return Number(stdout);
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
