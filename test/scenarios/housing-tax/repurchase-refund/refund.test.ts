import { describe, expect, test } from "vitest";
import { runRefundScenarios } from "../../../../shared/tax/commands/refund-scenario.ts";

const { title, results } = runRefundScenarios();

describe(title.zh, () => {
  test.each(results.map(({ scenario, differences }) => [scenario.name.zh, differences] as const))(
    "%s",
    (_, differences) => {
      expect(differences).toEqual([]);
    },
  );
});
