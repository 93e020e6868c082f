import { readFileSync } from "node:fs";
import * as z from "zod";
import { Refusal } from "../../kernel/refusal.ts";
import { assess } from "../assess.ts";
import { localities } from "../localities/index.ts";
import { readHousingFacts } from "../read-facts.ts";

/*
 * npm run assess -- FACTS.json [--locality liuzhou]
 * An array of facts in, an array of assessments out, as JSON on stdout; `-` reads stdin. Problems go to stderr, and
 * then the exit code is 1 and nothing is printed on stdout.
 */
const fail = (problem: unknown): never => {
  process.stderr.write(`${JSON.stringify(problem, null, 2)}\n`);
  process.exit(1);
};

const args = process.argv.slice(2);
const localityAt = args.indexOf("--locality");
const localityId = localityAt < 0 ? "liuzhou" : args[localityAt + 1];
const [file] = args.filter((_, index) => localityAt < 0 || (index !== localityAt && index !== localityAt + 1));
const locality = localityId !== undefined && Object.hasOwn(localities, localityId) ? localities[localityId] : undefined;

if (file === undefined) fail({ code: "no-file", detail: "Usage: npm run assess -- FACTS.json [--locality liuzhou]" });
else if (locality === undefined) {
  fail({ code: "locality-unknown", detail: `Localities: ${Object.keys(localities).join(", ")}` });
} else {
  const list = z.array(z.unknown()).safeParse(read(file));
  if (!list.success) fail({ code: "not-a-list", detail: `${file} does not hold an array of facts` });
  else {
    const problems: unknown[] = [];
    const assessments = list.data.flatMap((json, index) => {
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
