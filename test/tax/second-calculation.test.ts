import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const command = fileURLToPath(new URL("compare-a-million.ts", import.meta.url));

// In a process of its own: node runs these loops several times faster than a test runner that watches every import.
test("two calculations, written apart, agree on 20,000 random sales", async () => {
  const { stdout } = await run(process.execPath, [command, "20000", "7"]);
  const tally = JSON.parse(stdout);
  expect(tally.facts).toBe(20_000);
  expect(tally.differences).toBe(0);
  // Enough of each kind: settled amounts, lines left open, whole assessments.
  expect(tally.amounts).toBeGreaterThan(80_000);
  expect(tally.open).toBeGreaterThan(20_000);
  expect(tally.assessed).toBeGreaterThan(5_000);
});
