import { fileURLToPath } from "node:url";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { LocalProblem } from "./local-problem.ts";

/** `.data` of this project, wherever the command was given from. */
export const defaultFolder = fileURLToPath(new URL("../../.data", import.meta.url));

/** Reads the parameters of a command; what it does not know is answered with its usage. */
export const readParameters = <Config extends ParseArgsConfig>(config: Config, usage: string) => {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS")) throw error;
    throw new LocalProblem(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
};

/** The same for a command that has begun nothing yet: what it does not know ends it. */
export const parametersOf = <Config extends ParseArgsConfig>(config: Config, usage: string) => {
  try {
    return readParameters(config, usage);
  } catch (error) {
    return giveUp(error);
  }
};

/** Ends a command that did not work: in plain words when somebody can mend it, with the whole error when not. */
export const giveUp = (error: unknown): never => {
  console.error(error instanceof LocalProblem ? `\n${error.message}\n` : error);
  process.exit(1);
};
