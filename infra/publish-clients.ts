// npm run publish-clients -- --deployment NAME --bucket NAME: builds the clients and puts them where CloudFront reads.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { buildClientsIfOutdated } from "../web/build/build-clients.ts";
import { clientsFolder } from "../web/build/clients.ts";
import { type ClientConfig, cacheOf, contentTypes } from "../web/build/serving.ts";
import { readContext, readDeployment } from "./deployment.ts";
import { giveUp, parametersOf } from "./local/command-line.ts";
import { LocalProblem } from "./local/local-problem.ts";

/** One object of the bucket. */
export interface Upload {
  readonly key: string;
  readonly file: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

/**
 * What goes into the bucket, in this order: the files that pages ask for before the pages themselves, so that no page is
 * ever there without its files. A page is stored under its address, `kiosk/index.html` as `kiosk/`.
 */
export const uploadsOf = (files: readonly string[]): readonly Upload[] =>
  files
    .filter((file) => !file.startsWith(".vite/") && file !== "built-from.txt")
    .map((file) => ({
      key: file.replace(/(^|\/)index\.html$/, "$1"),
      file,
      contentType: contentTypes[extname(file)] ?? "application/octet-stream",
      cacheControl: cacheOf(`/${file}`),
    }))
    .sort((one, other) => Number(one.file.endsWith(".html")) - Number(other.file.endsWith(".html")));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

const put = (bucket: string, { key, contentType, cacheControl }: Upload, path: string): void => {
  const names = ["--bucket", bucket, "--key", key, "--body", path];
  const headers = ["--content-type", contentType, "--cache-control", cacheControl];
  const { status } = spawnSync("aws", ["s3api", "put-object", ...names, ...headers], {
    stdio: ["ignore", "ignore", 2],
  });
  if (status !== 0) throw new Error(`The AWS command did not take ${key}; what it said stands above`);
};

if (import.meta.main) {
  const usage = "npm run publish-clients -- --deployment NAME --bucket NAME";
  const options = { deployment: { type: "string" }, bucket: { type: "string" } } as const;
  const { values } = parametersOf({ options }, usage);
  const { bucket = giveUp(new LocalProblem(usage)) } = values;
  const context: Readonly<Record<string, unknown>> = {
    ...readContext(),
    ...(values.deployment && { deployment: values.deployment }),
  };
  const { issuer } = readDeployment((key) => context[key]);
  await buildClientsIfOutdated();
  const config: ClientConfig = { issuer, isSandbox: false };
  const configFile = join(mkdtempSync(join(tmpdir(), "one-window-clients-")), "config.json");
  writeFileSync(configFile, JSON.stringify(config));
  const [configUpload] = uploadsOf(["config.json"]);
  put(bucket, configUpload as Upload, configFile);
  for (const upload of uploadsOf(filesIn(clientsFolder))) put(bucket, upload, join(clientsFolder, upload.file));
}
