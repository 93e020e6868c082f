import { expect, test } from "vitest";
import { toItem } from "../../shared/cases/case-item.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { retentions } from "../../shared/people/retention.ts";
import { aCase } from "../support/a-case.ts";
import { testVault } from "../support/test-world.ts";

const closedAt = "2030-01-31T02:00:00.000Z" as Instant;
const seconds = (moment: string) => Date.parse(moment) / 1000;

test.each([
  ["an open case is kept", {}, undefined],
  ["a completed one ten years", { status: "completed", closedAt }, seconds("2040-02-01T02:00:00.000Z")],
  ["a refused one ten years", { status: "refused", closedAt }, seconds("2040-02-01T02:00:00.000Z")],
  [
    "a withdrawn one, of which nothing was declared, half a year",
    { status: "withdrawn", closedAt },
    seconds("2030-08-02T02:00:00.000Z"),
  ],
] as const)("%s", (_, about, expected) => {
  expect(toItem(aCase(about), testVault).expiresAt).toBe(expected);
});

test("every period names its law", () => {
  for (const { law, days } of Object.values(retentions)) {
    expect(law.article).toMatch(/第.+条/);
    expect(days).toBeGreaterThan(180);
  }
});
