import { describe, expect, test } from "vitest";
import { companies } from "../../infra/local/sandbox/population/companies.ts";
import { contractOf } from "../../infra/local/sandbox/population/housing/street/sale.ts";
import { type Login, personOf } from "../../infra/local/sandbox/population/people.ts";
import { lookUpsUnder } from "../../shared/cases/authorisations.ts";
import { secondHandHousing } from "../../shared/packages/housing/package.ts";
import { newTaxpayer } from "../../shared/packages/new-taxpayer/package.ts";
import { repurchaseRefund } from "../../shared/packages/repurchase-refund/package.ts";
import { type Flow, runFlow } from "./watched-town.ts";

const sellers: readonly Login[] = ["seller-tan", "seller-luo"];
const buyers: readonly Login[] = ["buyer-lan", "buyer-shi"];
const each = (step: string, logins: readonly Login[]) => logins.map((login) => [step, login] as const);

const housing: Flow = {
  name: "second homes with a child",
  definition: secondHandHousing,
  opens: "seller-tan",
  opening: { contractNumber: "LZ-CLF-000301" },
  answers: [
    ...each("seller-authorisation", sellers),
    ...each("buyer-authorisation", buyers),
    ...each("seller-declaration", sellers),
    ...each("buyer-declaration", buyers),
  ],
};
const newcomer: Flow = {
  name: "fifteen tasks",
  definition: newTaxpayer,
  opens: "founder-zhong",
  opening: { creditCode: companies["plain-company"].creditCode },
  answers: [["confirm-form", "founder-zhong"]],
};
const refund: Flow = {
  name: "refund when buying again",
  definition: repurchaseRefund,
  opens: "seller-bi",
  opening: { contractNumber: contractOf(731) },
  answers: [["application", "seller-bi"]],
};

const scenes: readonly (readonly [Flow, Login, string])[] = [
  [housing, "seller-luo", "seller-authorisation"],
  [housing, "buyer-lan", "buyer-authorisation"],
  [housing, "seller-tan", "opening"],
  [newcomer, "founder-zhong", "opening"],
  [refund, "seller-bi", "opening"],
];

describe("withdrawn at each point of a flow, nobody is asked about the person after it", () => {
  test.each(scenes.map(([flow, who, under]) => [flow.name, who, under, flow] as const))(
    "%s, %s takes back %s",
    async (_, who, under, flow) => {
      const { points, queries } = await runFlow(flow);
      const rests = new Set(lookUpsUnder(flow.definition, under).map(({ id }) => id));
      const { idNumber } = personOf(who);
      expect(queries.filter(({ kind }) => kind === "query").length).toBeGreaterThan(2);
      let withdrawn = 0;
      for (let atPoint = 1; atPoint <= points; atPoint += 1) {
        const run = await runFlow(flow, { who, under, atPoint });
        if (!run.isWithdrawn) continue;
        withdrawn += 1;
        // Before it was given there was nothing to withdraw.
        atPoint = run.landedAt;
        // The authorities' own log: a query that had left before the withdrawal may still arrive, none may leave after it.
        const after = run.queries.filter(({ kind, key }) => kind === "query" && !run.sentBefore?.includes(key));
        const about = after.filter(({ request, key }) => {
          const step = key.split(":")[1] ?? "";
          return rests.has(step) || JSON.stringify(request).includes(idNumber);
        });
        expect(about, `point ${atPoint}`).toEqual([]);
        expect(run.last.consents.filter(({ withdrawnAt }) => withdrawnAt !== undefined)).toHaveLength(1);
      }
      expect(withdrawn).toBeGreaterThan(3);
      console.info(`${flow.name}, ${who}, ${under}: withdrawn at ${withdrawn} of ${points} points, no query after`);
    },
  );
});

describe("what a withdrawal does", () => {
  test("before anything is filed, what was found is erased, and the person is asked again", async () => {
    const { points } = await runFlow(housing);
    for (let atPoint = 1; atPoint <= points; atPoint += 5) {
      const run = await runFlow(housing, { who: "seller-luo", under: "seller-authorisation", atPoint });
      if (!run.isWithdrawn || run.last.steps["file-declaration"]?.status === "done") continue;
      const { facts, steps } = run.last;
      expect(steps["seller-authorisation"]).toMatchObject({ status: "waiting", waitsFor: "seller" });
      for (const fact of ["unit", "unitOwners", "sellerMarriages", "sellerHomes", "assessment"]) {
        expect(facts, `${fact} at point ${atPoint}`).not.toHaveProperty(fact);
      }
      // Nor is it kept as what had been found before.
      expect(Object.values(steps).some(({ former }) => former !== undefined)).toBe(false);
    }
  });
});
