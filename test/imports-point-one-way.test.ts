import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each part of the product may import beside itself. Types of ports count as much as code. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "shared/kernel": [],
  "shared/tax": ["shared/kernel"],
  // A port is words and schemas; what reaches the wire is `http` and knows the ports.
  "shared/connectors": ["shared/kernel"],
  "shared/packages": ["shared/kernel", "shared/tax", "shared/connectors"],
  // An entry of the access log names the authority that was asked.
  "shared/people": ["shared/kernel", "shared/connectors", "shared/packages", "shared/cases"],
  "shared/cases": ["shared/kernel", "shared/connectors", "shared/packages", "shared/people"],
  // Bills share the table of cases, and name their payer as cases do.
  "shared/payments": ["shared/kernel", "shared/tax", "shared/connectors", "shared/people", "shared/cases"],
  // What a certificate says is read off cases and bills; it is made and fetched by actions.
  "shared/certificates": [
    "shared/kernel",
    "shared/tax",
    "shared/packages",
    "shared/people",
    "shared/cases",
    "shared/payments",
  ],
  // It reads what cases leave behind, and is read by the API and the functions.
  "shared/speed": ["shared/kernel", "shared/connectors", "shared/packages", "shared/cases"],
  "shared/actions": [
    "shared/kernel",
    "shared/tax",
    "shared/connectors",
    "shared/packages",
    "shared/people",
    "shared/cases",
    "shared/payments",
    "shared/certificates",
    "shared/speed",
  ],
  // An event takes its type and data from what a case records.
  events: ["shared/kernel", "shared/cases", "shared/people"],
  "shared/api": [
    "shared/kernel",
    "shared/tax",
    "shared/connectors",
    "shared/packages",
    "shared/people",
    "shared/cases",
    "shared/actions",
    "shared/payments",
    "shared/certificates",
    "shared/speed",
  ],
  functions: ["shared", "events"],
  // It serves what the clients are built into, by what their build says of serving.
  infra: ["shared", "events", "functions", "web/build"],
  web: ["shared"],
};

/** Parts that know no AWS, no HTTP, no file and no clock. */
const pure = ["shared/kernel", "shared/tax", "shared/packages"];
const impure = /^(@aws-sdk|aws-|@middy|node:(http|https|net|fs|child_process|worker_threads))/;

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, name]) => name ?? "",
  );

const targetOf = (file: string, name: string): string =>
  name.startsWith(".") ? relative(root, join(root, dirname(file), name)) : name;

const isWithin = (path: string, part: string): boolean => path.startsWith(`${part}/`);

test.each(Object.entries(mayImport))("%s imports only what lies below it", (part, allowed) => {
  const files = filesIn(part);
  expect(files.length).toBeGreaterThan(0);
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => targetOf(file, name))
      .filter((target) => ![part, ...allowed].some((each) => isWithin(target, each)))
      .map((target) => `${file} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

test.each(pure)("%s knows no AWS, no HTTP, no file", (part) => {
  const wrong = filesIn(part)
    // Commands are the part's own front door on a laptop: they read files and print.
    .filter((file) => !file.includes("/commands/"))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => impure.test(name))
        .map((name) => `${file} -> ${name}`),
    );
  expect(wrong).toEqual([]);
});

test.each(pure)("%s reads no clock", (part) => {
  const wrong = filesIn(part)
    .filter((file) => !file.includes("/commands/"))
    .filter((file) => /Date\.now\(\)|new Date\(\)|performance\.now\(\)/.test(readFileSync(join(root, file), "utf8")));
  expect(wrong).toEqual([]);
});

test("packages know of connectors only ports, operations and names of authorities", () => {
  const wrong = filesIn("shared/packages").flatMap((file) =>
    importsOf(file)
      .map((name) => targetOf(file, name))
      .filter((target) => isWithin(target, "shared/connectors"))
      .filter((target) => /connectors\/(http|call-source|send|signature|breaker|read-reply|wire)/.test(target))
      .map((target) => `${file} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

/** What of the product a browser loads. All else that clients take of it is types. */
const inBrowsers =
  /^shared\/(kernel\/text|tax\/names|speed\/clocks|people\/policy|api\/routes|api\/client\/(api-problem|device-proof))\.ts$/;

test("browsers load nothing of the product but lists of names, who may do what, problems and a device's proof", () => {
  const wrong = filesIn("web")
    // The build runs here, not there.
    .filter((file) => !file.startsWith("web/build/"))
    .flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/^(?:import|export) (?!type )([^;]*?) from "(\.[^"]+)"/gms)]
        // Names that are all marked as types load nothing either.
        .filter(([, names = ""]) => !/^\{(\s*type \w+,?)+\s*\}$/.test(names))
        .map(([, , name = ""]) => targetOf(file, name))
        .filter((target) => isWithin(target, "shared") && !inBrowsers.test(target))
        .map((target) => `${file} -> ${target}`),
    );
  expect(wrong).toEqual([]);
});
