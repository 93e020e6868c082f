import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";
import { servePages } from "../../infra/local/clients/serve-clients.ts";
import { closeServer, listen } from "../../infra/local/listen.ts";
import { buildClientsIfOutdated } from "../../web/build/build-clients.ts";
import { type ClientName, clients, clientsFolder } from "../../web/build/clients.ts";
import { browserLaunch } from "../browser/support/browser.ts";
import type { BenchmarkResult } from "./main.ts";

const aimKilobytes = 200;
const rounds = 5;

/** What is interactive when a person can begin: the button or link that the first look is for. */
const firstDoor: Readonly<Record<ClientName, string>> = {
  mobile: "main a.door",
  kiosk: ".wishes button",
  console: "button",
};

/**
 * What the first look at each client loads, compressed, by dependency; and when it can be used on a middling phone: a
 * processor four times slower than this one, 1.6 Mbit/s, 150 ms there and back.
 */
export const run = async (): Promise<BenchmarkResult> => {
  await buildClientsIfOutdated();
  const shares = await sharesOfDependencies();
  const times = await timesToInteractive();
  const rows = clients.flatMap((client) => {
    const files = firstFilesOf(client);
    const total = sum(files.map(gzipBytes));
    return [
      { client, part: "all", "gzip kB": kilobytes(total), "usable after ms": times[client] ?? "" },
      ...shares[client].slice(0, 8).map(({ name, share }) => ({
        client,
        part: `  ${name}`,
        "gzip kB": kilobytes(total * share),
        "usable after ms": "",
      })),
    ];
  });
  const phone = sum(firstFilesOf("mobile").map(gzipBytes));
  return {
    title: `First load of each client (compressed; parts by their share of the code; ${rounds} loads, median)`,
    rows,
    summary: { aimKilobytes, phoneKilobytes: kilobytes(phone), isWithinAim: phone <= aimKilobytes * 1000 },
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const kilobytes = (bytes: number): number => Number((bytes / 1000).toFixed(1));
const gzipBytes = (file: string): number => gzipSync(readFileSync(join(clientsFolder, file))).length;

interface ManifestEntry {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** The page, and every file that it asks for before anything is drawn. */
const firstFilesOf = (client: ClientName): readonly string[] => {
  const manifest = JSON.parse(readFileSync(join(clientsFolder, ".vite/manifest.json"), "utf8")) as Readonly<
    Record<string, ManifestEntry>
  >;
  const found = new Set([`${client}/index.html`]);
  const follow = (name: string): void => {
    const { file = "", imports = [], css = [] } = manifest[name] ?? {};
    if (found.has(file)) return;
    for (const each of [file, ...css]) found.add(each);
    imports.forEach(follow);
  };
  follow(`${client}/index.html`);
  return [...found];
};

interface Share {
  readonly name: string;
  readonly share: number;
}

/** How much of the code of the first load is whose. */
const sharesOfDependencies = async (): Promise<Readonly<Record<ClientName, readonly Share[]>>> => {
  const configFile = fileURLToPath(new URL("../../web/build/vite.config.ts", import.meta.url));
  const built = await build({ configFile, logLevel: "silent", build: { write: false } });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ("output" in each ? each.output : []));
  const chunks = new Map(outputs.flatMap((each) => (each.type === "chunk" ? [[each.fileName, each] as const] : [])));
  const sharesOf = (client: ClientName): readonly Share[] => {
    const bytes = new Map<string, number>();
    for (const file of firstFilesOf(client)) {
      for (const [id, { renderedLength }] of Object.entries(chunks.get(file)?.modules ?? {})) {
        const name = packageOf(id);
        bytes.set(name, (bytes.get(name) ?? 0) + renderedLength);
      }
    }
    const total = sum([...bytes.values()]);
    return [...bytes]
      .map(([name, length]) => ({ name, share: length / total }))
      .sort((one, other) => other.share - one.share);
  };
  return Object.fromEntries(clients.map((client) => [client, sharesOf(client)])) as Record<ClientName, Share[]>;
};

const packageOf = (id: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? (id.startsWith("\0") ? "(runtime)" : "our own");

const timesToInteractive = async (): Promise<Readonly<Partial<Record<ClientName, number>>>> => {
  const surroundings = async () => ({ config: { issuer: "http://127.0.0.1:9", isSandbox: false }, controlUrl: "" });
  const serve = servePages(clientsFolder, surroundings);
  const server = createServer(async (request, response) => {
    if (!(await serve(request, response))) response.writeHead(404).end();
  });
  const address = await listen(server, 0, "the clients");
  const browser = await chromium.launch(await browserLaunch());
  try {
    const times: Partial<Record<ClientName, number>> = {};
    // The kiosk's page waits for the kiosk's own devices, which no bench has.
    for (const client of ["mobile", "console"] as const) times[client] = await timeOf(browser, address, client);
    return times;
  } finally {
    await browser.close();
    await closeServer(server);
  }
};

const timeOf = async (browser: Browser, address: string, client: ClientName): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    // A phone in China has its letters.
    await page.route(/noto-sans/, (route) => route.abort());
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 90_000,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(`${address}/${client}/`);
    await page.locator(firstDoor[client]).first().waitFor();
    times.push(await page.evaluate(() => performance.now()));
    await context.close();
  }
  return Math.round(times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0);
};
