import { readdir, readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { LocalProblem } from "./local-problem.ts";

const folder = fileURLToPath(new URL("../../events/samples/invocations/", import.meta.url));

/** The sample events by name, `case-changing/open-case` for a file in a folder; sorted. */
export const sampleNames = async (): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) =>
      relative(folder, `${entry.parentPath}/${entry.name}`).split(sep).join("/").slice(0, -".json".length),
    )
    .sort();
};

/** Reads a sample by its name, by its name within the function's folder, or by the function's name before a dot. */
export const readSample = async (functionName: string, sample: string): Promise<unknown> => {
  const names = await sampleNames();
  const wanted = sample.replace(/\.json$/, "");
  const name = [wanted, `${functionName}/${wanted}`, `${functionName}.${wanted}`].find((each) => names.includes(each));
  if (name === undefined) {
    throw new LocalProblem(`There is no sample ${sample}. There are:\n${names.map((each) => `  ${each}`).join("\n")}`);
  }
  return JSON.parse(await readFile(`${folder}${name}.json`, "utf8"));
};
