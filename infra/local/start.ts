// npm start: the whole world on this machine, until Ctrl-C.
import { resolve } from "node:path";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import { visibleText } from "../../shared/kernel/visible-text.ts";
import { buildClientsIfOutdated } from "../../web/build/build-clients.ts";
import { clientsFolder } from "../../web/build/clients.ts";
import { defaultFolder, giveUp, readParameters } from "./command-line.ts";
import type { Log } from "./lambda/function-host.ts";
import { LocalProblem } from "./local-problem.ts";
import { defaultPort, portsFrom } from "./ports.ts";
import { announce, withdraw } from "./running.ts";
import { welcome } from "./welcome.ts";
import { type LocalWorld, startWorld } from "./world.ts";

// npm passes a signal on to the shell between it and us; the shell dies of it and tells us nothing.
const isBehindShell = process.env.npm_lifecycle_event !== undefined;
const startedBy = process.ppid;

const usage = `npm start -- [--port ${defaultPort}] [--data .data] [--bundles] [--verbose]

  --port     the API's port; the other parts take those right above it
  --data     the folder in which everything is kept
  --bundles  run the bundles that deploy in place of the sources
  --verbose  show every line that functions write, the sweep of each second included`;

const readOptions = () => {
  const { values } = readParameters(
    {
      options: {
        port: { type: "string", default: String(defaultPort) },
        data: { type: "string", default: defaultFolder },
        bundles: { type: "boolean", default: false },
        verbose: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    },
    usage,
  );
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_000) {
    throw new LocalProblem(`--port takes a number from 1 to 65000, not ${values.port}.\n\n${usage}`);
  }
  return { ...values, port, data: resolve(values.data) };
};

/** What is worth a line unasked: requests, events, and what functions say is wrong. */
const terminalLog =
  (isVerbose: boolean): Log =>
  (source, line) => {
    const isFunction = Object.hasOwn(functions, source);
    if (isVerbose || !isFunction || !/"level":"(?:DEBUG|INFO)"/.test(line))
      console.log(`${source.padEnd(18)} ${visibleText(line)}`);
  };

const endOnSignal = (world: LocalWorld, folder: string): void => {
  let isEnding = false;
  const end = async (): Promise<void> => {
    // Somebody who asks twice does not want to wait; what is lost is taken up by the next start.
    if (isEnding) process.exit(1);
    isEnding = true;
    await withdraw(folder);
    await world.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end());

  const watch = setInterval(() => {
    if (process.ppid === startedBy) return;
    clearInterval(watch);
    void end();
  }, 250);
  if (!isBehindShell) clearInterval(watch);
};

// The first request of each function is not to wait for its modules; one after the other, beside what people do first.
const warmUp = async (world: LocalWorld): Promise<void> => {
  for (const [name, { trigger }] of Object.entries(functions) as [FunctionName, FunctionDescription][]) {
    // A function that cannot be loaded says so in its own name when it is called.
    if (trigger.kind === "http") await world.functions.warm(name).catch(() => {});
  }
};

try {
  const { help, port, data, bundles, verbose } = readOptions();
  if (help) {
    console.log(usage);
  } else {
    // Lambda's clock shows UTC; a date that is right here by accident would be wrong there.
    process.env.TZ = "UTC";
    await buildClientsIfOutdated();
    const world = await startWorld({
      folder: data,
      clientsFolder,
      ports: portsFrom(port),
      functions: bundles ? "bundles" : "sources",
      log: terminalLog(verbose),
    });
    endOnSignal(world, data);
    await announce(data, world);
    console.log(welcome(world, data));
    await warmUp(world);
  }
} catch (error) {
  giveUp(error);
}
