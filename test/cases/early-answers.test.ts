import { expect, test } from "vitest";
import { apply } from "../../shared/cases/transitions.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { aCase } from "../support/a-case.ts";

const at = "2030-01-31T02:00:00.000Z" as Instant;
const typesOf = (change: { readonly request?: string }): readonly string[] => {
  const early = { agreement: { answer: { agreement: "A-1" }, at } };
  const finished = { type: "finished", step: "agreement", at, readyAt: at, facts: {}, ...change } as const;
  return apply(aCase({ early, events: [] }), finished).events.map(({ type }) => type);
};

// Who asked died before they had noted it; certificates and figures are made from what the step tells.
test("a step whose answer came before the mark that it was asked tells the world that it is done", () => {
  expect(typesOf({ request: "what was asked" })).toContain("step-completed");
});

test("a rule, which asks nobody, tells nothing", () => {
  expect(typesOf({})).not.toContain("step-completed");
});
