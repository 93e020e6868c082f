import { expect, test } from "vitest";
import { viewComparison } from "../../shared/api/views/comparison-view.ts";
import type { Fact } from "../../shared/cases/case.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { secondHandHousing } from "../../shared/packages/housing/package.ts";
import { aCase } from "../support/a-case.ts";

const fact = (value: unknown, authority: "housing-contracts" | "property-registry"): Fact => ({
  value,
  isPrivate: true,
  source: { kind: "authority", step: "any", authority, reference: "Q-1", seal: "seal" },
  at: "2030-01-31T02:00:00.000Z" as Instant,
});

const ning = { name: "宁例一", idType: "resident-id", idNumber: "450299197001011234" };
const tang = { name: "唐例二", idType: "resident-id", idNumber: "450299197202021232" };
const reader = { roles: ["officer"], parties: [] };

const compare = (sellers: unknown, unitOwners: unknown) => {
  const facts = { sellers: fact(sellers, "housing-contracts"), unitOwners: fact(unitOwners, "property-registry") };
  const comparison = { label: { zh: "卖方", en: "sellers" }, facts: ["sellers", "unitOwners"] };
  return viewComparison(secondHandHousing, { ...aCase(), facts }, comparison, reader)[0];
};

const rowsOf = (view: ReturnType<typeof compare>) =>
  Object.fromEntries((view?.rows ?? []).map(({ path, values, isSame }) => [path.join(" "), [...values, isSame]]));

test("the same people in another order are the same; only what differs is marked", () => {
  const view = compare(
    [
      { ...ning, share: "1/2" },
      { ...tang, share: "1/2" },
    ],
    [
      { ...tang, share: "1/2" },
      { ...ning, share: "1/3" },
    ],
  );
  expect(view?.columns.map(({ source }) => source.en)).toEqual(["housing contracts", "real-estate registration"]);
  expect(rowsOf(view)).toMatchObject({
    "#1 name": ["宁**", "宁**", true],
    "#1 share": ["1/2", "1/3", false],
    "#2 share": ["1/2", "1/2", true],
  });
});

test("two people whose masks are alike are told apart all the same", () => {
  const other = { ...ning, name: "宁例三", idNumber: "450299197001015678" };
  const rows = rowsOf(compare([{ ...ning, share: "1" }], [{ ...other, share: "1" }]));
  expect(rows["#1 name"]).toEqual(["宁**", undefined, true]);
  expect(rows["#2 name"]).toEqual([undefined, "宁**", true]);
});

test("nothing is compared where nobody has said anything yet", () => {
  const comparison = { label: { zh: "卖方", en: "sellers" }, facts: ["sellers", "unitOwners"] };
  expect(viewComparison(secondHandHousing, { ...aCase(), facts: {} }, comparison, reader)).toEqual([]);
});
