import { type ParseArgsConfig, parseArgs } from "node:util";

/** What a command was given after its name; what it does not know is told to `refuse`, which ends it. */
export const readArguments = <Options extends NonNullable<ParseArgsConfig["options"]>>(
  options: Options,
  refuse: (detail: string) => never,
) => {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return refuse((error as Error).message);
  }
};
