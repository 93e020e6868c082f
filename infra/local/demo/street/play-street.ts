import type { Language } from "../../../../shared/kernel/text.ts";
import { LocalProblem } from "../../local-problem.ts";
import type { LocalWorld } from "../../world.ts";
import { families } from "./families.ts";
import type { Family } from "./family.ts";
import { isAsTold, runStreet } from "./run-street.ts";
import { reportOf } from "./street-family.ts";

/** @throws LocalProblem for a family that does not live here */
export const familiesNamed = (only: string | undefined): readonly Family[] => {
  if (only === undefined) return families;
  return only.split(",").map((id) => {
    const family = families.find((each) => each.id === id);
    if (!family) throw new LocalProblem(`No family ${id} in the street: ${families.map((each) => each.id).join(", ")}`);
    return family;
  });
};

/** Plays the street and says what came of it. @returns whether every family came out as it must */
export const playStreet = async (
  world: LocalWorld,
  those: readonly Family[],
  { json, language }: { readonly json: boolean; readonly language: Language },
): Promise<boolean> => {
  const lived = await runStreet(world, those, language, (family) => {
    if (!json) console.log(`\n${reportOf(family, isAsTold(family), language)}`);
  });
  const differing = lived.filter((family) => !isAsTold(family));
  if (json) {
    console.log(JSON.stringify({ families: lived.map((family) => ({ isAsExpected: isAsTold(family), ...family })) }));
  } else {
    console.log(`\n${lived.length - differing.length} of ${lived.length} families as expected\n`);
  }
  if (differing.length > 0) console.error(`Not as expected: ${differing.map(({ id }) => id).join(", ")}`);
  return differing.length === 0;
};
