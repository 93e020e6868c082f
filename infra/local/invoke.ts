// npm run invoke -- FUNCTION SAMPLE: runs one function by hand, with a sample event, against the local world.
import { resolve } from "node:path";
import { type FunctionName, functions } from "../../functions/functions.ts";
import { defaultFolder, giveUp, readParameters } from "./command-line.ts";
import { type FunctionHost, hostFunctions } from "./lambda/function-host.ts";
import { LocalProblem } from "./local-problem.ts";
import { findRunning } from "./running.ts";
import { readSample, sampleNames } from "./samples.ts";
import { startWorld } from "./world.ts";
import { runnerOf } from "./world-parts.ts";

const log = (source: string, line: string): void => console.error(`${source.padEnd(18)} ${line}`);

const usage = async (): Promise<string> => `npm run invoke -- FUNCTION SAMPLE [--data .data]

Runs against the world that \`npm start\` has started on the same data folder, or against one of its own.

Functions:
${Object.keys(functions)
  .map((name) => `  ${name}`)
  .join("\n")}

Samples:
${(await sampleNames()).map((name) => `  ${name}`).join("\n")}`;

const readOptions = async () => {
  const words = await usage();
  const { values, positionals } = readParameters(
    { allowPositionals: true, options: { data: { type: "string", default: defaultFolder } } },
    words,
  );
  const [name, sample] = positionals;
  if (name === undefined || sample === undefined || !Object.hasOwn(functions, name)) throw new LocalProblem(words);
  return { name: name as FunctionName, sample, folder: resolve(values.data) };
};

/** The functions of the world that runs, or of one that is started for this one event and swept by nobody. */
const openFunctions = async (folder: string): Promise<{ functions: FunctionHost; close(): Promise<void> }> => {
  const running = await findRunning(folder);
  if (running === undefined) return startWorld({ folder, sweepMilliseconds: false, log });
  const host = hostFunctions(runnerOf("sources", running, log), log);
  return { functions: host, close: () => host.close() };
};

try {
  const { name, sample, folder } = await readOptions();
  const event = await readSample(name, sample);
  const opened = await openFunctions(folder);
  try {
    const invocation = await opened.functions.invoke(name, event);
    if (invocation.kind === "answered") {
      console.log(JSON.stringify(readable(JSON.parse(invocation.payload)), null, 2));
    } else {
      console.error(JSON.stringify(invocation));
      process.exitCode = 1;
    }
  } finally {
    await opened.close();
  }
  process.exit();
} catch (error) {
  giveUp(error);
}

// A body of JSON is easier to read as what it is than as a text within a text.
function readable(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null || !("body" in answer)) return answer;
  try {
    return { ...answer, body: JSON.parse(String(answer.body)) };
  } catch {
    return answer;
  }
}
