import type { Fact } from "../cases/case.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Package } from "../packages/package.ts";

/** What a person said, as facts with their source. */
export const factsOfPerson = (
  definition: Package,
  step: string,
  role: string,
  answers: Readonly<Record<string, unknown>>,
  at: Instant,
): Record<string, Fact> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]): [string, Fact][] => {
      if (value === undefined) return [];
      const isPrivate = definition.facts[name]?.isPrivate;
      return [[name, { value, source: { kind: "person", step, role }, at, ...(isPrivate && { isPrivate }) }]];
    }),
  );
