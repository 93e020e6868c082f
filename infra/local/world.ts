import type { Server } from "node:http";
import type { FunctionName } from "../../functions/functions.ts";
import type { AuthorityId } from "../../shared/connectors/authorities.ts";
import { registerKiosks } from "../register-kiosks.ts";
import { type Bus, startBus } from "./bus.ts";
import { type Surroundings, servePages } from "./clients/serve-clients.ts";
import { type Closable, Started } from "./closing.ts";
import { bureauSecret, signingKey } from "./data-folder.ts";
import { localClient } from "./dynamodb/create-table.ts";
import { tableName, type Whereabouts } from "./environment.ts";
import { startEventRules } from "./event-rules.ts";
import { type Authorize, jwtAuthorizer } from "./gateway/authorizer.ts";
import { createGateway } from "./gateway/gateway.ts";
import { startIdentityProvider } from "./identity-provider/identity-provider.ts";
import type { SandboxKiosk } from "./identity-provider/kiosks.ts";
import { audience, type TokenOrder } from "./identity-provider/tokens.ts";
import { type FunctionHost, hostFunctions, type Log } from "./lambda/function-host.ts";
import type { Handler } from "./lambda/plain-handlers.ts";
import { closeServer, listen } from "./listen.ts";
import type { WalletId } from "./sandbox/wallets/wallet-ids.ts";
import type { Authorities } from "./sandbox-process.ts";
import { startStream } from "./stream.ts";
import { invokeConsumers } from "./stream-consumers.ts";
import { startTimers } from "./timers.ts";
import { buildBundles, openFolder, openTable, runnerOf, startAuthorities } from "./world-parts.ts";

/** Ports of 127.0.0.1; absent or 0: any that is free. */
export type WorldPorts = Partial<
  Record<"api" | "identityProvider" | "table" | "bus" | "control" | AuthorityId | WalletId, number>
>;

export interface WorldOptions {
  /** Where everything is kept. Without it the world is a new one, gone when it closes. */
  readonly folder?: string;
  readonly ports?: WorldPorts;
  /** Authorities that run already; without them a sandbox is started, and ended with this world. */
  readonly authorities?: Authorities;
  /** How long every call of the sandbox's authorities takes at least. */
  readonly authorityLatencyMilliseconds?: number;
  /** A DynamoDB that runs already. Only the built-in table has a stream: with another one nothing is published. */
  readonly dynamodbEndpoint?: string;
  /** The sources, the bundles that deploy (built anew, or as they lie there), or a test's own handlers. */
  readonly functions?: "sources" | "bundles" | "bundles as built" | Partial<Record<FunctionName, Handler>>;
  /** How long after one sweep the next begins, 1000 by default; false: there is none. */
  readonly sweepMilliseconds?: number | false;
  /** The bureau's secret, where other parts must know it; by default the folder's own. */
  readonly secret?: string;
  /** How long the gateway waits for a function; 30 seconds by default, as there. */
  readonly integrationTimeoutMilliseconds?: number;
  /** The folder of the built clients, served at the API's address; without it there is only the API. */
  readonly clientsFolder?: string;
  /** How many requests the gateway takes in at once. */
  readonly mostAtOnce?: number;
  /** Every line that a function, the gateway or the sandbox says; by default nobody listens. */
  readonly log?: Log;
}

export interface LocalWorld {
  readonly apiUrl: string;
  readonly issuer: string;
  /** The sandbox's control address: faults, counts, latency. */
  readonly controlUrl: string;
  readonly bus: Bus;
  readonly whereabouts: Whereabouts;
  readonly functions: FunctionHost;
  /** An access token of a person of the sandbox, without a browser. */
  token(order: string | TokenOrder): Promise<string>;
  /** A kiosk of the sandbox, with its key. */
  kiosk(id: "kiosk-hall-1" | "kiosk-hall-2" | "kiosk-retired"): SandboxKiosk;
  /** When the stream has delivered everything written so far, and the bus what came of it. */
  streamSettled(): Promise<void>;
  close(): Promise<void>;
}

interface Behind {
  readonly functions: FunctionHost;
  readonly authorize: Authorize;
  readonly surroundings: Surroundings;
}

/** Starts the whole world on this machine: authorities, identity provider, table, stream, timers, bus and the API. */
export const startWorld = async (options: WorldOptions = {}): Promise<LocalWorld> => {
  const { ports = {}, log = () => {} } = options;
  const started = new Started();
  try {
    const folder = started.add(await openFolder(options.folder));
    // First of all the table: its lock says whether this folder is ours.
    const table = started.add(await openTable(options, folder.path));
    // Functions must know the API's address and the API calls functions: it opens first, and its callers wait a moment.
    const behind = Promise.withResolvers<Behind>();
    const gateway = openGateway(options, behind.promise);
    started.add({ close: () => closeServer(gateway) });
    const apiUrl = await listen(gateway, ports.api ?? 0, "the API");

    if (options.functions === "bundles") await buildBundles();
    const secret = options.secret ?? (await bureauSecret(folder.path));
    const [authorities, identityProvider, bus] = await started.addAll([
      startAuthorities(options, folder.path, secret, log),
      startIdentityProvider({ folder: folder.path, port: ports.identityProvider ?? 0 }),
      startBus({ port: ports.bus ?? 0, log }),
    ]);
    await registerKiosks(localClient(table.endpoint), tableName, identityProvider.kiosks);
    const whereabouts: Whereabouts = {
      publicUrl: apiUrl,
      dynamodbEndpoint: table.endpoint,
      eventsEndpoint: bus.endpoint,
      authorityUrls: authorities.urls,
      walletAccess: authorities.walletAccess,
      secret,
      signingKey: await signingKey(folder.path),
    };
    const functions = hostFunctions(runnerOf(options.functions, whereabouts, log), log);
    behind.resolve({
      functions,
      authorize: jwtAuthorizer({ issuer: identityProvider.issuer, audience: [audience] }),
      surroundings: {
        config: { issuer: identityProvider.issuer, isSandbox: true },
        controlUrl: authorities.controlUrl,
      },
    });
    const stream =
      table.changes &&
      startStream({
        changes: table.changes,
        tableName,
        log,
        invoke: (event) => invokeConsumers(functions, event),
      });
    const rules = startEventRules({ bus, invoke: functions.invoke, log });
    const timers =
      options.sweepMilliseconds === false
        ? undefined
        : startTimers({ everyMilliseconds: options.sweepMilliseconds ?? 1000, log, invoke: functions.invoke });
    started.add(stopsFunctions(functions, [{ close: () => closeServer(gateway) }, stream, rules, timers]));

    return {
      apiUrl,
      issuer: identityProvider.issuer,
      controlUrl: authorities.controlUrl,
      bus,
      whereabouts,
      functions,
      kiosk: (id) => identityProvider.kiosks.find((kiosk) => kiosk.id === id) as SandboxKiosk,
      token: (order) => identityProvider.token(typeof order === "string" ? { login: order } : order),
      streamSettled: async () => {
        await stream?.settled();
        await rules.settled();
      },
      close: () => started.close(),
    };
  } catch (error) {
    await started.close();
    throw error;
  }
};

const openGateway = (
  { integrationTimeoutMilliseconds, mostAtOnce, clientsFolder, log = () => {} }: WorldOptions,
  behind: Promise<Behind>,
): Server =>
  createGateway({
    log,
    invoke: async (name, event) => (await behind).functions.invoke(name, event),
    warm: async (name) => (await behind).functions.warm(name),
    authorize: async (authorization) => (await behind).authorize(authorization),
    ...(clientsFolder !== undefined && { pages: servePages(clientsFolder, async () => (await behind).surroundings) }),
    ...(mostAtOnce !== undefined && { mostAtOnce }),
    ...(integrationTimeoutMilliseconds !== undefined && { integrationTimeoutMilliseconds }),
  });

const graceMilliseconds = 2_000;

// What calls functions is asked to finish; after a moment the functions are stopped in the middle, as a killed host
// stops them, and the next start goes on from there.
const stopsFunctions = (functions: FunctionHost, callers: readonly (Closable | undefined)[]): Closable => ({
  close: async () => {
    const quiet = Promise.all(callers.map((caller) => caller?.close()));
    const grace = Promise.withResolvers<void>();
    const timer = setTimeout(grace.resolve, graceMilliseconds);
    await Promise.race([quiet, grace.promise]);
    clearTimeout(timer);
    await functions.close();
    await quiet;
  },
});
