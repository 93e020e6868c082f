import { describe, expect, test } from "vitest";
import { differencesIn } from "../../../shared/tax/commands/check-scenario.ts";
import { loadScenarios, runScenario } from "../../../shared/tax/commands/scenario-file.ts";

const files = loadScenarios();

describe.each(files)("$title.zh ($file)", ({ scenarios }) => {
  test.each(scenarios.map(({ scenario, facts }) => [scenario.name.zh, scenario, facts] as const))(
    "%s",
    (_, scenario, facts) => {
      expect(differencesIn(scenario, runScenario(facts))).toEqual([]);
    },
  );
});

test("each case has a source, both languages, and a name of its own", () => {
  const names = files.flatMap(({ scenarios }) => scenarios.map(({ scenario }) => scenario.name.zh));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(150);
});

test("the check notices a wrong sum", () => {
  const [first] = files.flatMap(({ scenarios }) => scenarios);
  if (first === undefined || first.scenario.expect.outcome === "refused") throw new Error("No case to spoil");
  const spoilt = { ...first.scenario, expect: { ...first.scenario.expect, taxes: { "deed-tax": "1.00" } } };
  expect(differencesIn(spoilt, runScenario(first.facts))).not.toEqual([]);
});
