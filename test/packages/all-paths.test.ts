import { expect, test } from "vitest";
import { packages } from "../../shared/packages/index.ts";
import { explorePaths } from "../support/explore-paths.ts";
import { testPackage } from "../support/test-package.ts";

/**
 * By hand, for the small package: the licence or the status refused ends everything (3 of 4 ways: one or both refused);
 * else the confirmation is refused (1), or given with one of four wishes (none of debit, quota, both named). Then the tax
 * types are refused (1 each), or done: agreement and quota, where they apply, and the declaration each done or refused:
 * another wish 2, debit 4, quota 4, both 8. With each of these the desk is found by its rule, or is not.
 */
test("the paths of a small package, counted by hand", () => {
  const { paths, completed, refused, stuck } = explorePaths(testPackage);
  expect(stuck).toEqual([]);
  expect(paths).toBe(BigInt(3 + 1 + 2 * (4 * 1 + 2 + 4 + 4 + 8)));
  expect(completed).toBe(4n);
  expect(refused).toBe(paths - completed);
});

test.each(packages.map((each) => [`${each.id} version ${each.version}`, each] as const))(
  "%s: however everybody answers, no case hangs",
  (name, definition) => {
    const { paths, situations, completed, stuck } = explorePaths(definition);
    console.log(`${name}: ${paths} paths over ${situations} situations, ${completed} of them without any refusal`);
    expect(stuck).toEqual([]);
    expect(completed).toBeGreaterThan(0n);
    expect(paths).toBeGreaterThan(completed);
  },
);
