// Installs what is missing, so that a fresh clone needs one command. Runs on whatever Node the machine has, with no
// dependency of its own; every other script then finds Node 24 in node_modules/.bin.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const marker = `${root}node_modules/.installed-from`;
const wanted = createHash("sha256")
  .update(readFileSync(`${root}package-lock.json`))
  .update(`${process.platform} ${process.arch}`)
  .digest("hex");
const isInstalled = existsSync(marker) && readFileSync(marker, "utf8") === wanted;

if (!isInstalled) {
  console.error("One Window: installing what the lock file names (once) ...");
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const [command, ...before] = npm;
  const { status } = spawnSync(command, [...before, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) {
    console.error("One Window: npm ci failed. It needs the npm registry; its message stands above.");
    process.exit(1);
  }
  writeFileSync(marker, wanted);
}
