import { describe, expect, test } from "vitest";
import { calendarDate } from "../../../shared/kernel/calendar-date.ts";
import { agentsOf } from "../../../shared/packages/new-taxpayer/rules/agents.ts";
import { accountChoices, accountingSystemFor } from "../../../shared/packages/new-taxpayer/rules/bookkeeping.ts";
import { fixedQuotaFor } from "../../../shared/packages/new-taxpayer/rules/fixed-quota.ts";
import {
  type RegistrationFacts,
  reviewRegistration,
} from "../../../shared/packages/new-taxpayer/rules/registration-check.ts";

const today = calendarDate("2026-11-23");

describe("fixed quota: sole proprietors without books", () => {
  test.each([
    ["sole-proprietor", false, "open"],
    ["sole-proprietor", true, "general-taxpayer-keeps-books"],
    ["company", false, "kind-keeps-books"],
    ["cooperative", false, "kind-keeps-books"],
    ["branch", false, "kind-keeps-books"],
    ["foreign-invested", true, "kind-keeps-books"],
  ] as const)("%s, general: %s", (kind, isGeneral, expected) => {
    const result = fixedQuotaFor({ kind, isGeneral }, today);
    expect(result.kind === "open" ? "open" : result.code).toBe(expected);
  });
});

describe("accounts: units have one, others may (Collection Law art. 17)", () => {
  test.each([
    ["company", true, undefined, true, true],
    ["company", false, undefined, true, true],
    ["company", true, false, true, false],
    ["branch", false, undefined, true, true],
    ["sole-proprietor", false, undefined, false, false],
    ["sole-proprietor", true, undefined, true, true],
    ["sole-proprietor", true, false, true, false],
    ["sole-proprietor", false, true, true, true],
  ] as const)("%s, account: %s, debit: %s", (kind, hasAccount, debit, reportsAccounts, wantsDebit) => {
    const choices = accountChoices({ kind, hasAccount, ...(debit !== undefined && { debitChoice: debit }) }, today);
    expect(choices).toMatchObject({ reportsAccounts, wantsDebit });
  });
});

describe("accounting system", () => {
  test.each([
    ["company", false, "small-enterprise-standard", "quarter"],
    ["company", true, "small-enterprise-standard", "month"],
    ["foreign-invested", false, "enterprise-standard", "quarter"],
    ["cooperative", false, "cooperative-accounting", "quarter"],
    ["sole-proprietor", false, "sole-proprietor-accounting", "quarter"],
  ] as const)("%s, general: %s", (kind, isGeneral, standard, reportPeriod) => {
    expect(accountingSystemFor({ kind, isGeneral }, today)).toEqual({
      standard,
      reportPeriod,
      depreciation: "straight-line",
      lowValueItems: "written-off-at-once",
    });
  });

  test("what is wished replaces the usual, the rest stays", () => {
    const wish = { standard: "enterprise-standard", software: "例账" };
    expect(accountingSystemFor({ kind: "company", isGeneral: false, wish }, today)).toEqual({
      standard: "enterprise-standard",
      reportPeriod: "quarter",
      depreciation: "straight-line",
      lowValueItems: "written-off-at-once",
      software: "例账",
    });
  });
});

const one = { name: "例甲", idType: "resident-id", idNumber: "A" } as const;
const two = { name: "例乙", idType: "resident-id", idNumber: "B" } as const;
const three = { name: "例丙", idType: "passport", idNumber: "C" } as const;

describe("who acts for the taxpayer", () => {
  test("alone in everything", () => {
    expect(agentsOf({ legalRepresentative: one })).toEqual([
      { ...one, roles: ["legal-representative", "tax-handler", "invoice-collector"] },
    ]);
  });

  test("the finance head handles taxes unless somebody is named", () => {
    expect(agentsOf({ legalRepresentative: one, financeHead: two })).toEqual([
      { ...one, roles: ["legal-representative"] },
      { ...two, roles: ["finance-head", "tax-handler", "invoice-collector"] },
    ]);
  });

  test("named people, each once", () => {
    const people = { legalRepresentative: one, financeHead: two, taxHandler: three, invoiceCollectors: [two, three] };
    expect(agentsOf(people)).toEqual([
      { ...one, roles: ["legal-representative"] },
      { ...two, roles: ["finance-head", "invoice-collector"] },
      { ...three, roles: ["tax-handler", "invoice-collector"] },
    ]);
  });
});

describe("why a registration is not for a machine", () => {
  const investor = { name: "例投", idType: "resident-id", idNumber: "D", nationality: "156", address: "例街" } as const;
  const complete: RegistrationFacts = {
    kind: "company",
    licenceDate: calendarDate("2026-11-14"),
    licenceGaps: [],
    investors: [{ ...investor, share: "1" }],
    legalRepresentativeIsTied: false,
  };
  const noInvestors = { ...complete, investors: [] };

  test.each<[string, RegistrationFacts, readonly string[]]>([
    ["complete", complete, []],
    ["licensed today", { ...complete, licenceDate: calendarDate("2026-11-23") }, []],
    ["licensed tomorrow", { ...complete, licenceDate: calendarDate("2026-11-24") }, ["licence-date-in-the-future"]],
    ["tied", { ...complete, legalRepresentativeIsTied: true }, ["legal-representative-tied"]],
    ["a gap that the register knows", { ...complete, licenceGaps: ["capital"] }, ["licence-lacks-capital"]],
    ["company without investors", noInvestors, ["licence-lacks-investors"]],
    ["sole proprietors have none", { ...noInvestors, kind: "sole-proprietor" }, []],
    ["branch without a head office", { ...noInvestors, kind: "branch" }, ["licence-lacks-head-office"]],
    [
      "two thirds and a third",
      {
        ...complete,
        investors: [
          { ...investor, share: "2/3" },
          { ...investor, share: "1/3" },
        ],
      },
      [],
    ],
    ["a third is missing", { ...complete, investors: [{ ...investor, share: "2/3" }] }, ["shares-do-not-add-up"]],
    [
      "a foreigner needs no address here",
      {
        ...complete,
        investors: [{ name: "EXAMPLE", idType: "passport", idNumber: "E", nationality: "702", share: "1" }],
      },
      [],
    ],
    [
      "a Chinese investor does",
      {
        ...complete,
        investors: [{ name: "例投", idType: "resident-id", idNumber: "D", nationality: "156", share: "1" }],
      },
      ["investor-without-address"],
    ],
  ])("%s", (_, facts, expected) => {
    expect(reviewRegistration(facts, today)).toEqual(expected);
  });
});
