import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import * as z from "zod";

test("npm run scenarios prints every case with its source, and all agree", async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["test/scenarios/main.ts", "--json"]);
  const rows = z.array(z.record(z.string(), z.string())).parse(JSON.parse(stdout));
  expect(rows.every((row) => row["来源 source"] !== "" && row["一致 agrees"] === "✓")).toBe(true);
  expect(rows.filter((row) => row["主题 topic"]?.includes("new taxpayers")).length).toBeGreaterThanOrEqual(40);
  expect(stderr).toContain("0 differ");
});
