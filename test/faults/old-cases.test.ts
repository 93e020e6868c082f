import { expect, test } from "vitest";
import { viewCase } from "../../shared/api/views/case-view.ts";
import type { Case } from "../../shared/cases/case.ts";
import { packages } from "../../shared/packages/index.ts";
import { callerOf } from "./lab/clients.ts";
import { undisturbed } from "./lab/fate.ts";
import { tryOut } from "./lab/laboratory.ts";
import { oldCases } from "./lab/old-cases.ts";
import { laboratoryStories } from "./lab/stories.ts";

const old = oldCases().map((each) => [`${each.release} ${each.story} version ${each.found.version}`, each] as const);

test("there are cases of earlier releases in every stage", () => {
  expect(unacted.length).toBeGreaterThan(10);
  expect(new Set(old.map(([, { story }]) => story))).toEqual(new Set(Object.keys(laboratoryStories)));
  expect(new Set(old.map(([, { found }]) => found.status))).toEqual(new Set(["open", "completed"]));
});

test.each(old)("%s: read and shown by the code of today", (_, { found }) => {
  expect(viewCase(packages, found, callerOf("officer-lin")).id).toBe(found.id);
});

/** The laboratory's authorities begin with a clean sheet: acts that they should know of would be news to them. */
const hasActed = ({ packageId, packageVersion, steps, status }: Case): boolean =>
  status === "open" &&
  packages
    .filter(({ id, version }) => id === packageId && version === packageVersion)
    .flatMap((definition) => definition.steps)
    .some(({ id, performs }) => performs?.kind === "act" && ["done", "waiting"].includes(steps[id]?.status ?? ""));

const unacted = old.filter(([, { found }]) => !hasActed(found));

test.each(unacted)("%s: brought to its end by the code of today", async (_, { story: name, found }) => {
  const told = laboratoryStories[name];
  if (!told) throw new Error(`no story ${name}`);
  // The turns of a closed case's story are in it already.
  const { turns = [], ...rest } = told;
  const story = { ...rest, turns: found.status === "open" ? turns : [] };
  const left = await tryOut({ stories: [story], existing: [found], fate: undisturbed, seed: 1 });
  expect(left.cases).toMatchObject([{ id: found.id, status: "completed" }]);
  expect(left.faults).toEqual([]);
  expect(left.acts.filter(({ effects }) => effects !== 1)).toEqual([]);
});
