import { readFile, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { LocalProblem } from "../local-problem.ts";
import type { Manifest } from "./backup.ts";

const markFile = "taken-by.json";

/** Who took a copy of everybody's data, when and what for. With it lies the secret, so that it can be read. */
const CopyMark = z.strictObject({
  by: z.string().min(1),
  at: z.iso.datetime(),
  for: z.string().trim().min(4).max(300),
  sha256: z.string().meta({ description: "Of the items, as the manifest says: the mark of another copy does not fit" }),
});
export type CopyMark = z.infer<typeof CopyMark>;

/** @throws LocalProblem when nobody says what the copy is for: asked before anything is copied */
export const demandPurpose = (purpose: string | undefined): string => {
  const parsed = CopyMark.shape.for.safeParse(purpose);
  if (!parsed.success)
    throw new LocalProblem('Say what the copy is for, in 4 to 300 signs: --for "the monthly drill".');
  return parsed.data;
};

/** @param by whose account the command runs under */
export const markCopy = async (
  folder: string,
  { takenAt: at, sha256 }: Pick<Manifest, "takenAt" | "sha256">,
  purpose: string,
  by = userInfo().username,
): Promise<CopyMark> => {
  const mark = CopyMark.parse({ by, at, for: purpose, sha256 });
  await writeFile(join(folder, markFile), `${JSON.stringify(mark, undefined, 2)}\n`);
  return mark;
};

/**
 * The mark of a copy; none on copies from before they were marked.
 * @throws LocalProblem when it is another copy's, or is no mark
 */
export const markOf = async (folder: string, { sha256 }: Pick<Manifest, "sha256">): Promise<CopyMark | undefined> => {
  const text = await readFile(join(folder, markFile), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const mark = CopyMark.safeParse(parsed(text));
  if (mark.data?.sha256 !== sha256) throw new LocalProblem(`The mark in ${folder} is not that of this copy.`);
  return mark.data;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
