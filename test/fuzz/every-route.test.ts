import { describe, expect, test } from "vitest";
import { routes } from "../../shared/api/routes.ts";
import { undescribed } from "./support/described-api.ts";
import { fuzzRound } from "./support/round.ts";

/** A share of `npm run fuzz`; another seed, other requests: `FUZZ_SEED=7 npx vitest run test/fuzz` */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);
const perRoute = 60;

test(`requests of every kind on every route: described answers, no fault of ours, nothing half written (seed ${seed})`, async () => {
  const statuses = new Map<string, number>();
  const { findings, sent } = await fuzzRound(seed, perRoute, statuses);
  expect(findings).toEqual([]);
  expect(sent).toBe(perRoute * Object.keys(routes).length);
  // Not everything is refused at the door: people's and officers' requests get through to the cases.
  for (const reached of ["openCase 201", "getCase 200", "listQueue 200", "estimateHousingTax 422"]) {
    expect(statuses.get(reached), reached).toBeGreaterThan(0);
  }
});

describe("the document's word is checked", () => {
  const health = { status: 200, contentType: "application/json; charset=utf-8" };
  test.each([
    ["a status that is not described", { ...health, status: 418, body: {} }],
    ["a type that is not described", { ...health, contentType: "text/html", body: {} }],
    ["a body of another shape", { ...health, body: { packages: "all" } }],
    [
      "a code that the route does not have",
      { status: 400, contentType: "application/problem+json", body: { code: "case-closed" } },
    ],
  ])("%s", (_, reply) => {
    expect(undescribed("listPackages", reply)).toBeDefined();
  });
});
