import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/*
 * What the documents name is there: files, headings, commands.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["infra", "functions", "shared", "events", "web", "test"];
const readText = (file: string): string => readFileSync(join(root, file), "utf8");
const documents = ["README.md", "CHANGES.md", ...folders.flatMap((each) => globSync(`${each}/**/*.md`, { cwd: root }))];
const sources = folders.flatMap((each) => globSync(`${each}/**/*.{ts,tsx,mjs}`, { cwd: root }));

/** Files that a document tells its reader to make. */
const toBeMade = ["infra/local/sandbox/configured/market-stall.json"];

/** How a heading is called in an address. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, "")
    .trim()
    .replaceAll(" ", "-");

const anchorsIn = (file: string): readonly string[] =>
  [...readText(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));

test("there are documents, and one of each folder", () => {
  expect(documents).toEqual(expect.arrayContaining(folders.map((folder) => `${folder}/README.md`)));
});

describe.each(documents)("%s", (document) => {
  const text = readText(document);

  test("every link leads somewhere", () => {
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, address = ""]) => address)
      .filter((address) => !/^[a-z]+:/.test(address))
      .filter((address) => {
        const [path = "", anchor] = address.split("#");
        const target = path === "" ? document : normalize(join(dirname(document), path));
        if (!existsSync(join(root, target))) return true;
        return anchor !== undefined && !anchorsIn(target).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  test("every file and folder that it names by its path is there", () => {
    const isThere = (path: string): boolean =>
      existsSync(join(root, path)) || existsSync(join(root, dirname(document), path));
    const named = [...text.matchAll(/`((?:infra|functions|shared|events|web|test)\/[\w./-]+)`/g)].map(
      ([, path = ""]) => path,
    );
    const missing = named.filter((path) => !isThere(path) && !toBeMade.includes(path));
    expect(missing).toEqual([]);
  });
});

test("every property is tried with the seed that all share", () => {
  const seeded = ["test/support/properties.ts", "test/fuzz/"];
  const others = sources
    .filter((file) => file.startsWith("test/") && !seeded.some((each) => file.startsWith(each)))
    .filter((file) => /^import fc from "fast-check"/m.test(readText(file)));
  expect(others).toEqual([]);
});

test("every command that a document, a usage or a comment names can be run", () => {
  const { scripts } = JSON.parse(readText("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
  const unknown = [...documents, ...sources].flatMap((file) =>
    [...readText(file).matchAll(/\bnpm run ([a-z][a-z-]*)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !Object.hasOwn(scripts, name))
      .map((name) => `${file}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
});
