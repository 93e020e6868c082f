import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { itemOf, lineOf } from "../../../infra/local/backup/item-line.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { fromItem } from "../../../shared/cases/case-item.ts";
import { testVault } from "../../support/test-world.ts";
import { laboratoryStories } from "./stories.ts";
import { undisturbedRun } from "./trials.ts";

const folder = new URL("../old-cases/", import.meta.url);

export interface OldCase {
  readonly release: string;
  readonly story: string;
  readonly found: Case;
}

/** Cases as earlier releases packed and sealed them: one file a release, a line per case, after the name of its story. */
export const oldCases = (): readonly OldCase[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((release) =>
      readFileSync(new URL(release, folder), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => {
          const [story = "", item = ""] = [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)];
          return { release, story, found: fromItem(unmarshall(itemOf(item)), testVault) };
        }),
    );

/** Keeps of each story the case as it first stood, in the middle and at the end, for the tests of later releases. */
export const keepCases = async (
  release: string,
  stories: readonly string[] = Object.keys(laboratoryStories),
): Promise<number> => {
  const lines: string[] = [];
  for (const story of stories) {
    const { records } = await undisturbedRun(story);
    const images = records.map(({ dynamodb }) => dynamodb?.NewImage).filter((image) => image?.sk?.S === "CASE");
    for (const at of new Set([0, Math.floor(images.length / 2), images.length - 1])) {
      const image = images[at];
      if (image) lines.push(`${story} ${lineOf(image as Parameters<typeof lineOf>[0])}`);
    }
  }
  writeFileSync(new URL(`${release}.txt`, folder), `${lines.join("\n")}\n`);
  return lines.length;
};
