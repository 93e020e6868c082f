import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { isComplete, type Summary } from "../../infra/local/demo/summary.ts";
import { taskDescriptions } from "../../shared/packages/new-taxpayer/tasks.ts";

const execute = promisify(execFile);
const main = fileURLToPath(new URL("../../infra/local/demo/main.ts", import.meta.url));
const demo = (...parameters: string[]) => execute(process.execPath, [main, ...parameters]);

const fails = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: { readonly code: number; readonly stderr: string }) => error,
  );

/** By hand: forms and papers of the tasks that each of the three has, and the deed tax of 1 % on 880,000. */
const papersOfTheThree = [17, 27, 13];
const deedTax = { tax: "deed-tax", side: "buyers", status: "due", rate: "1%", amount: "8800.00" };

describe("the demo speaks HTTP alone and comes to its end", () => {
  test.each([
    ["the sources", []],
    ["the bundles that deploy", ["--bundles"]],
  ])("%s", async (_, parameters) => {
    const { stdout, stderr } = await demo("--json", ...parameters);
    expect(stderr).toBe("");
    const { newTaxpayer, housing, certificates } = JSON.parse(stdout) as Summary;
    expect(newTaxpayer).toMatchObject({ tasks: 15, completed: 15, papersBefore: 57, papersNow: 0 });
    expect(newTaxpayer.byCase.map(({ status }) => status)).toEqual(["completed", "completed", "completed"]);
    expect(newTaxpayer.byCase.map(({ papersBefore }) => papersBefore)).toEqual(papersOfTheThree);
    expect([...new Set(newTaxpayer.byCase.flatMap(({ tasks }) => tasks))].sort()).toEqual(
      Object.keys(taskDescriptions).sort(),
    );
    // The plain company typed the code of its licence, and nothing else.
    expect(newTaxpayer.byCase[0]?.typed).toEqual(["creditCode"]);
    expect(housing).toMatchObject({ status: "completed", documentsAsked: 0, typedFacts: 0, papersBefore: 14 });
    expect(housing.lines.filter(({ status }) => status === "due")).toEqual([deedTax]);
    // Nine, fourteen and six tasks; two buyers, each with all taxes and the deed tax alone.
    expect(certificates).toMatchObject({ made: 33, sameAndGenuine: 33 });
    expect(certificates.titles.filter((title) => title.endsWith("完税证明"))).toHaveLength(4);
  });

  test("for people it is a table with clocks, documents and papers", async () => {
    const { stdout } = await demo("--language", "zh");
    expect(stdout).toMatch(/active ms\s+away ms\s+machine ms\s+authority ms\s+asked\s+document/);
    expect(stdout).toMatch(/登记信息确认\s.*税务核心征管系统\s.*例税通〔\d{4}〕\d{6}号/);
    expect(stdout).toContain("15 of 15 tasks");
    expect(stdout).toMatch(/papers 17 before, 0 now/);
  });

  test("a parameter that it does not know is answered with its usage", async () => {
    const failed = await fails(demo("--fast"));
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining("npm run demo -- ") });
    expect(await fails(demo("--language", "fr"))).toMatchObject({ code: 1 });
  });
});

describe("a run in which something stayed open is no success", () => {
  const byCase = { title: "", status: "completed", tasks: [], machineMs: 1, authorityMs: 1, elapsedMs: 1 };
  const papers = { papersBefore: 1, papersNow: 0 };
  const whole: Summary = {
    certificates: { made: 1, sameAndGenuine: 1, titles: [""] },
    newTaxpayer: {
      tasks: 15,
      completed: 15,
      machineMs: 1,
      elapsedMs: 1,
      ...papers,
      byCase: [{ ...byCase, ...papers, typed: [] }],
    },
    housing: {
      status: "completed",
      papersBefore: 1,
      documentsAsked: 0,
      typedFacts: 0,
      machineMs: 1,
      elapsedMs: 1,
      lines: [deedTax],
    },
  };
  const { newTaxpayer, housing, certificates } = whole;

  test("a whole one is", () => {
    expect(isComplete(whole)).toBe(true);
  });

  test.each<[string, Summary]>([
    ["a task that nobody was seen to have", { ...whole, newTaxpayer: { ...newTaxpayer, completed: 14 } }],
    [
      "a newcomer who still waits",
      { ...whole, newTaxpayer: { ...newTaxpayer, byCase: [{ ...byCase, ...papers, typed: [], status: "open" }] } },
    ],
    ["a sale that was refused", { ...whole, housing: { ...housing, status: "refused" } }],
    ["a document asked for", { ...whole, housing: { ...housing, documentsAsked: 1 } }],
    ["a fact typed that an authority holds", { ...whole, housing: { ...housing, typedFacts: 1 } }],
    ["a certificate that a stranger got otherwise", { ...whole, certificates: { ...certificates, made: 2 } }],
    ["no certificate at all", { ...whole, certificates: { made: 0, sameAndGenuine: 0, titles: [] } }],
    ["a sale without taxes", { ...whole, housing: { ...housing, lines: [] } }],
  ])("%s", (_, summary) => {
    expect(isComplete(summary)).toBe(false);
  });
});
