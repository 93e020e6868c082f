import { afterEach, beforeEach, expect, test } from "vitest";
import type { Login } from "../../infra/local/sandbox/population/people.ts";
import { readAccessLog } from "../../shared/actions/read-access-log.ts";
import { viewAuthorisations } from "../../shared/api/views/authorisation-view.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import { startTown, type Town } from "../packages/housing-town.ts";

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.close());

const lookedUpAbout = async (login: Login): Promise<(string | undefined)[]> => {
  const { entries } = await readAccessLog(town.world, { caller: town.callerOf(login), limit: 100 });
  return entries.filter(({ does }) => does === "looks-up").map(({ step }) => step);
};

test("a child is a data subject of its own: what is looked up about it stands in its own log, under its parents' authorisation", async () => {
  await town.authorised("LZ-CLF-000301", ["seller-tan", "seller-luo"], ["buyer-lan", "buyer-shi"]);
  expect((await lookedUpAbout("child-lan")).sort()).toEqual(["children-homes", "children-presale-homes", "household"]);
});

test("a spouse who is no party is told that a record names them, and is asked about by nobody", async () => {
  await town.authorised("LZ-CLF-000501", ["seller-su"], ["buyer-ou"]);
  expect(await lookedUpAbout("spouse-nong")).toEqual(["seller-marriage"]);
});

test("each sees their own authorisation with what it allows, and nothing of the other side's", async () => {
  const ready = await town.authorised("LZ-CLF-000301", ["seller-tan", "seller-luo"], ["buyer-lan", "buyer-shi"]);
  const list = viewAuthorisations(town.world.packages, ready, town.callerOf("buyer-lan"), town.world.clock());
  expect(list.authorisations.map(({ stepId, state }) => [stepId, state])).toEqual([["buyer-authorisation", "given"]]);
  const [own] = list.authorisations;
  expect(own?.items.map(({ authority }) => authority.id).sort()).toEqual([
    "civil-affairs",
    "housing-contracts",
    "housing-contracts",
    "housing-contracts",
    "property-registry",
    "property-registry",
    "public-security",
  ]);
  expect(own?.withdrawalMeans.en).toContain("erased");
  expect(own?.history).toMatchObject([{ version: 1, channel: "mobile" }]);
  expect(list.byLaw.map(({ law }) => law.act)).toContain("税收征收管理法");
  const seen = JSON.stringify(viewCase(town.world.packages, ready, town.callerOf("buyer-lan")).facts);
  expect(seen).not.toContain("sellerHomes");
});
