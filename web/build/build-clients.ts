// Builds the three clients: `npm run build`. `npm start` and the browser tests do it by themselves when it is due.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { clientsFolder } from "./clients.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const marker = join(clientsFolder, "built-from.txt");

/** What the clients are made of; a change of any of it makes them outdated. */
const sources = ["web", "shared/api/routes.ts", "shared/kernel/text.ts", "shared/tax", "package-lock.json"];
const isSource = (file: string): boolean => !/(^|\/)(docs|README\.md)/.test(file);

const filesUnder = (path: string): string[] =>
  existsSync(join(root, path, "/"))
    ? readdirSync(join(root, path), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
        .filter(isSource)
    : [path];

const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesUnder).sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
};

/** Builds them if they are missing or older than their sources. @returns whether it had to */
export const buildClientsIfOutdated = async (): Promise<boolean> => {
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return false;
  const { NODE_ENV } = process.env;
  // What is built is for people's browsers, whoever asks: a test's own setting would bring React's development build.
  process.env.NODE_ENV = "production";
  try {
    await build({ configFile: join(root, "web/build/vite.config.ts"), mode: "production", logLevel: "warn" });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  writeFileSync(marker, wanted);
  return true;
};

if (import.meta.main) {
  console.log((await buildClientsIfOutdated()) ? `built into ${relative(root, clientsFolder)}` : "nothing has changed");
}
