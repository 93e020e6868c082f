import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { families } from "../../../infra/local/demo/street/families.ts";
import { outcomeOf, playFamily } from "../../../infra/local/demo/street/play-family.ts";
import { startTown, type Town } from "../../packages/housing-town.ts";
import { handsIn } from "./hands.ts";

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.close());

describe("the street", () => {
  test.each(families.map((family) => [family.story.en, family] as const))("%s", async (_, family) => {
    const played = await playFamily(handsIn(town), family);
    expect(outcomeOf(played)).toEqual(family.expected);
    expect(played.view.papers.papersNow).toBe(0);
    expect(town.world.faults).toEqual([]);
  });

  test("has at least twenty-five families, no two alike", () => {
    expect(families.length).toBeGreaterThanOrEqual(25);
    const told = families.map(({ contractNumber, packageId }) => `${contractNumber} ${packageId}`);
    expect(new Set(told).size).toBe(families.length);
  });
});
