import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Assessment } from "../../shared/tax/assessment.ts";
import { saleJson } from "./facts.ts";

const folder = mkdtempSync(join(tmpdir(), "one-window-tax-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (command: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const script = fileURLToPath(new URL(`../../shared/tax/commands/${command}.ts`, import.meta.url));
    const child = execFile(process.execPath, [script, ...args], (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });

const fileOf = (content: unknown): string => {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

describe("npm run assess", () => {
  test("answers an array of facts with an array of assessments, and nothing else on stdout", async () => {
    const { code, stdout, stderr } = await run(
      "assess",
      fileOf([saleJson(), saleJson({ "/filingDate": "2025-12-31" })]),
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(
      z
        .array(Assessment)
        .parse(JSON.parse(stdout))
        .map(({ outcome }) => outcome),
    ).toEqual(["assessed", "assessed"]);
  });

  test("the facts of one sale need no list around them", async () => {
    const { code, stdout } = await run("assess", fileOf(saleJson()));
    expect([code, z.array(Assessment).parse(JSON.parse(stdout)).length]).toEqual([0, 1]);
  });

  test.each([
    [
      "facts that cannot be",
      [saleJson(), saleJson({ "/property/areaSquareMetres": "0" })],
      /"index": 1[\s\S]*areaSquareMetres[\s\S]*not-an-area/,
    ],
    [
      "a day before the law",
      [
        saleJson({
          "/filingDate": "2016-01-01",
          "/acquisition/titleDate": null,
          "/acquisition/deedTaxDate": "2010-01-01",
        }),
      ],
      /no-law-for-date/,
    ],
    ["a list of something else", ["one sale"], /"index": 0[\s\S]*facts-invalid/],
    ["no JSON", "{", /not-json/],
  ])("given %s: exit code 1, the problem on stderr, stdout empty", async (_, content, problem) => {
    const { code, stdout, stderr } = await run("assess", fileOf(content));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(problem);
  });

  test.each([
    ["no file", [], /no-file/],
    ["a file that is not there", [join(folder, "absent.json")], /file-unreadable/],
    ["an unknown place", [join(folder, "absent.json"), "--locality", "atlantis"], /locality-unknown/],
    [
      "an unknown option",
      [join(folder, "absent.json"), "--place", "liuzhou"],
      /arguments-unknown[\s\S]*npm run assess/,
    ],
  ])("given %s: exit code 1", async (_, args, problem) => {
    const { code, stdout, stderr } = await run("assess", ...args);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(problem);
  });
});

describe("npm run law", () => {
  const Rows = z.array(z.record(z.string(), z.string()));

  test("shows the law of a day, with citations, and marks what is unverified or confirmed long ago", async () => {
    const { code, stdout } = await run("law", "2027-12-31", "--old", "365", "--json");
    const rows = Rows.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(rows.find((row) => row["规定 law"]?.startsWith("个人销售住房的营业税"))).toMatchObject({
      "内容 value": "vat 3%",
      "依据 citation": "财政部 税务总局公告2025年第17号 全文",
      "核查 check": "403 days old",
    });
    expect(rows.filter((row) => row["核查 check"] === "未核实 unverified").length).toBeGreaterThan(5);
  });

  test("shows the older law of an older day", async () => {
    const { stdout } = await run("law", "2016-04-30", "--json");
    expect(Rows.parse(JSON.parse(stdout)).map((row) => row["内容 value"])).toContain("business-tax 5%");
  });

  test.each([
    ["a day that does not exist", ["2026-02-30"], "Not a calendar day"],
    ["a place that nobody has described", ["--locality", "constructor"], "No such locality; there are liuzhou"],
    ["an unknown option", ["--day", "2026-01-01"], "npm run law"],
  ])("refuses %s", async (_, args, problem) => {
    const { code, stdout, stderr } = await run("law", ...args);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(problem);
  });
});
