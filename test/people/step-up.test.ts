import { expect, test } from "vitest";
import type { Instant } from "../../shared/kernel/instant.ts";
import { acrValues, type Login } from "../../shared/people/authentication.ts";
import { demandStepUp, type StepUpPurpose } from "../../shared/people/step-up.ts";
import { aCaller } from "../support/test-world.ts";

const now = "2030-01-31T10:00:00.000Z" as Instant;
const login = (at: string | undefined, hasSecondFactor = true): Login => ({
  hasSecondFactor,
  ...(at !== undefined && { at: at as Instant }),
});

test.each<[string, StepUpPurpose, Login | undefined, boolean]>([
  ["fresh, two factors", "sign", login("2030-01-31T09:59:59.000Z"), true],
  ["15 minutes old", "sign", login("2030-01-31T09:45:00.000Z"), true],
  ["a moment more than 15 minutes old", "sign", login("2030-01-31T09:44:59.999Z"), false],
  ["fresh, one factor", "sign", login("2030-01-31T09:59:59.000Z", false), false],
  ["two factors, of an unknown time", "sign", login(undefined), false],
  ["nothing known of it", "sign", undefined, false],
  ["15 minutes old", "pay", login("2030-01-31T09:45:00.000Z"), true],
  ["a moment more than 15 minutes old", "pay", login("2030-01-31T09:44:59.999Z"), false],
  ["5 minutes old", "unmask", login("2030-01-31T09:55:00.000Z"), true],
  ["a moment more than 5 minutes old", "unmask", login("2030-01-31T09:54:59.999Z"), false],
  ["one factor", "delegate", login("2030-01-31T09:59:59.000Z", false), false],
])("a login that is %s, before one may %s: %#", (_, purpose, its, isEnough) => {
  const { login: _fresh, ...caller } = aCaller();
  const demand = () => demandStepUp({ ...caller, ...(its && { login: its }) }, purpose, now);
  if (isEnough) expect(demand()).toBeUndefined();
  else {
    expect(demand).toThrow(
      expect.objectContaining({
        code: "step-up-required",
        data: { stepUp: { acr: acrValues.twoFactor, maxAgeSeconds: purpose === "unmask" ? 300 : 900 } },
      }),
    );
  }
});
