import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demandPurpose, markCopy, markOf } from "../../infra/local/backup/copy-mark.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "copy-mark-"));
});
afterEach(() => rm(folder, { recursive: true }));

const copy = { takenAt: "2030-01-31T02:00:00.000Z", sha256: "aa11" };

test.each([undefined, "", "   ", "why", "x".repeat(301)])("%j is no purpose: nothing is copied for it", (purpose) => {
  expect(() => demandPurpose(purpose)).toThrow("--for");
});

test("a copy carries who took it, when and what for", async () => {
  const made = await markCopy(folder, copy, demandPurpose(" the monthly drill "));
  expect(made).toEqual({ by: userInfo().username, at: copy.takenAt, for: "the monthly drill", sha256: "aa11" });
  expect(await markOf(folder, copy)).toEqual(made);
});

test("the mark of another copy, or an altered one, is refused; copies of before have none", async () => {
  expect(await markOf(folder, copy)).toBeUndefined();
  await markCopy(folder, copy, "the monthly drill", "clerk");
  await expect(markOf(folder, { sha256: "bb22" })).rejects.toThrow("not that of this copy");
  const file = join(folder, "taken-by.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"clerk"', '""'));
  await expect(markOf(folder, copy)).rejects.toThrow("not that of this copy");
  await writeFile(file, "{");
  await expect(markOf(folder, copy)).rejects.toThrow("not that of this copy");
});
