import { readFileSync } from "node:fs";
import { Refusal } from "../../kernel/refusal.ts";
import { assess } from "../assess.ts";
import { localities } from "../localities/index.ts";
import { readHousingFacts } from "../read-facts.ts";
import { readArguments } from "./arguments.ts";

/*
 * npm run assess -- FACTS.json [--locality liuzhou]
 * The facts of one sale or an array of them in, an array of assessments out, as JSON on stdout; `-` reads stdin. Problems
 * go to stderr, and then the exit code is 1 and nothing is printed on stdout.
 */
const fail = (problem: unknown): never => {
  process.stderr.write(`${JSON.stringify(problem, null, 2)}\n`);
  process.exit(1);
};

const usage = "Usage: npm run assess -- FACTS.json [--locality liuzhou]";
const { values, positionals } = readArguments({ locality: { type: "string", default: "liuzhou" } }, (detail) =>
  fail({ code: "arguments-unknown", detail: `${detail}\n${usage}` }),
);
const [file] = positionals;
const locality = Object.hasOwn(localities, values.locality) ? localities[values.locality] : undefined;

if (file === undefined) fail({ code: "no-file", detail: usage });
else if (locality === undefined) {
  fail({ code: "locality-unknown", detail: `Localities: ${Object.keys(localities).join(", ")}` });
} else {
  const given = read(file);
  const problems: unknown[] = [];
  const assessments = (Array.isArray(given) ? given : [given]).flatMap((json: unknown, index) => {
    try {
      return [assess(readHousingFacts(json), { locality })];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push({ index, code: error.code, ...error.data });
      return [];
    }
  });
  if (problems.length > 0) fail(problems);
  process.stdout.write(`${JSON.stringify(assessments, null, 2)}\n`);
}

function read(path: string): unknown {
  let text = "";
  try {
    text = readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    return fail({ code: "file-unreadable", detail: `${path}: ${(error as Error).message}` });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail({ code: "not-json", detail: `${path}: ${(error as Error).message}` });
  }
}
