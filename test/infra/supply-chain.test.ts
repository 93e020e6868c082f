import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const { allowScripts } = z.object({ allowScripts: z.record(z.string(), z.literal(true)) }).parse(read("package.json"));
const Locked = z.object({
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  integrity: z.string().optional(),
  inBundle: z.boolean().optional(),
  dev: z.boolean().optional(),
});
const { packages } = z.object({ packages: z.record(z.string(), Locked) }).parse(read("package-lock.json"));
const locked = Object.entries(packages).filter(([path]) => path !== "");
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** Permissive ones, and those of data and of fonts. What ships is what is not `dev`. */
const permitted = ["MIT", "MIT-0", "ISC", "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0"];
const permittedForDevelopment = [
  ...permitted,
  "Python-2.0",
  "CC0-1.0",
  "CC-BY-4.0",
  "Unlicense",
  "MPL-2.0",
  "Artistic-2.0",
];

test("what ships has a permissive licence; fonts have the font licence", () => {
  const others = locked
    .filter(([, { dev }]) => dev !== true)
    .map(([path, { license }]) => `${nameOf(path)} ${license}`)
    .filter((line) => !permitted.some((each) => line.endsWith(` ${each}`)));
  expect(others.sort()).toEqual(["@expo-google-fonts/noto-sans-sc MIT AND OFL-1.1", "pako (MIT AND Zlib)"]);
});

test("what is used in development has a licence that allows it", () => {
  const others = locked
    .filter(([, { dev }]) => dev === true)
    .map(([path, { license }]) => `${nameOf(path)} ${license}`)
    .filter((line) => !permittedForDevelopment.some((each) => line.endsWith(` ${each}`)));
  expect([...new Set(others)].sort()).toEqual([
    // The clients' fallback font: the font licence.
    "@fontsource-variable/noto-sans-sc OFL-1.1",
    // A choice of two: MIT is taken.
    "case (MIT OR GPL-3.0-or-later)",
    "type-fest (MIT OR CC0-1.0)",
    // BSD-3-Clause by its file LICENSE; the lock reads the older field `licenses` as nothing.
    "typescript-json-schema undefined",
  ]);
});

test("no package runs a script when it is installed but those that are named", () => {
  const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(running.filter((name) => allowScripts[name] !== true)).toEqual([]);
});

test("every package is pinned by the hash of its content", () => {
  const unpinned = locked.filter(([, { integrity, inBundle }]) => integrity === undefined && inBundle !== true);
  expect(unpinned.map(([path]) => nameOf(path))).toEqual([]);
});
