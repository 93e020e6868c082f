import { describe, expect, test } from "vitest";
import { viewFact } from "../../../shared/api/views/fact-view.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { factsOf } from "../../../shared/packages/condition.ts";
import { givenFacts, giversOf } from "../../../shared/packages/define-package.ts";
import { formOf } from "../../../shared/packages/form.ts";
import { newTaxpayer } from "../../../shared/packages/new-taxpayer/package.ts";
import { savingsOf } from "../../../shared/packages/savings.ts";

const tasks = newTaxpayer.steps.filter(({ kind }) => kind === "task");

// The counter's list, in its order: what each task must follow, and what only some newcomers' tasks must follow.
const counter: readonly [string, readonly number[], readonly number[]][] = [
  ["registration-confirmation", [], []],
  // 1 only where the legal representative is tied to an abnormal household
  ["real-name-verification", [], [1]],
  ["etax-account-opening", [1, 2], []],
  ["tax-type-determination", [1], []],
  ["bank-account-report", [1], []],
  ["tripartite-withholding-agreement", [4, 5], []],
  ["accounting-system-filing", [4], []],
  ["general-taxpayer-registration", [4], []],
  ["simplified-method-filing", [8], []],
  ["fixed-quota-assessment", [4], []],
  ["withholding-agent-registration", [1], []],
  // 8 only for special invoices of a general taxpayer
  ["invoice-type-approval", [2, 4], [8]],
  // 12 only in the tax-control regime
  ["invoice-limit-approval", [2, 4], [12]],
  ["invoicing-facility-issuance", [12, 13], []],
  ["invoice-issuance", [12, 13, 14], []],
];

describe("the fifteen tasks", () => {
  test("are fifteen, in the order of the counter", () => {
    expect(tasks.map(({ id }) => id)).toEqual(counter.map(([id]) => id));
    expect(tasks).toHaveLength(15);
  });

  test("depend on each other as they do at the counter", () => {
    const numberOf = new Map(tasks.map(({ id }, index) => [id, index + 1]));
    const givers = giversOf(newTaxpayer);
    const behind = (facts: readonly string[]) =>
      facts.flatMap((fact) => numberOf.get(givers.get(fact)?.id ?? "") ?? []);
    const direct = tasks.map((task) => [
      ...behind([...task.needs, ...(task.wants ?? [])]),
      ...(task.after ?? []).flatMap((id) => numberOf.get(id) ?? []),
    ]);
    const conditional = tasks.map((task) => behind(task.appliesWhen ? factsOf(task.appliesWhen) : []));
    expect(closureOf(direct)).toEqual(closureOf(counter.map(([, always]) => always)));
    expect(conditional).toEqual(counter.map(([, , sometimes]) => sometimes));
  });

  test("each performs an act and takes its document from the answer", () => {
    for (const { id, performs, read, decide } of tasks) {
      expect([id, performs?.kind, typeof read, decide]).toEqual([id, "act", "function", undefined]);
    }
  });

  test("each names its promise, its law, what it replaces and its result, in both languages", () => {
    for (const { id, name, promise, basis, replaces, resultDocument } of tasks) {
      expect(promise, id).toMatch(/^P(\d+D|T\d+M)$/);
      expect(basis?.length, id).toBeGreaterThan(0);
      for (const text of [name, resultDocument, replaces?.list]) {
        expect(text?.zh, id).toMatch(/\p{Script=Han}/u);
        expect(text?.en, id).toMatch(/^[\x20-\x7e]+$/);
      }
    }
  });

  test("replace sixteen forms and twenty-eight papers", () => {
    const onlyTasks = savingsOf(newTaxpayer, ({ kind }) => kind === "task");
    expect([onlyTasks.formsBefore, onlyTasks.papersBefore]).toEqual([16, 28]);
    expect(savingsOf(newTaxpayer)).toMatchObject({ formsNow: 1, papersNow: 0, visitsNow: 0 });
  });
});

describe("nothing is asked twice", () => {
  const form = formOf(newTaxpayer);

  test("every fact is opened with, asked, held or produced, and only one of these", () => {
    const lists = [
      [...form.opening, "opener"],
      form.asked.map(({ fact }) => fact),
      form.prefilled.map(({ fact }) => fact),
      form.produced.map(({ fact }) => fact),
    ];
    const all = lists.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.sort()).toEqual(Object.keys(newTaxpayer.facts).sort());
  });

  test("one step asks the applicant, and everything that it asks can be left as it is", () => {
    const asking = newTaxpayer.steps.filter(({ asks }) => asks && asks.fields.length > 0);
    expect(asking.map(({ id, asks }) => [id, asks?.role])).toEqual([["confirm-form", "applicant"]]);
    expect(form.asked.filter(({ isOptional }) => !isOptional)).toEqual([]);
  });

  test("a plain newcomer types one field; the fifteen tasks, each by itself, would ask for fifty-five", () => {
    const { fieldsBefore, fieldsNow } = savingsOf(newTaxpayer);
    expect([fieldsBefore, fieldsNow]).toEqual([55, 1]);
    expect(1 - fieldsNow / fieldsBefore).toBeGreaterThanOrEqual(0.9);
  });

  test("nothing is produced that no step, no condition and no person uses", () => {
    const results = ["taxOffice", "etaxAccount", "agreementNumber", "monthlyQuota", "approvedAmount", "invoiceNumbers"];
    const used = new Set([
      ...results,
      ...Object.values(newTaxpayer.roles).flatMap(({ listedIn }) => listedIn ?? []),
      ...newTaxpayer.steps.flatMap((step) => [
        ...step.needs,
        ...(step.wants ?? []),
        ...(step.appliesWhen ? factsOf(step.appliesWhen) : []),
        ...(step.asks?.shows ?? []),
      ]),
    ]);
    expect(newTaxpayer.steps.flatMap(givenFacts).filter((fact) => !used.has(fact))).toEqual([]);
  });
});

test("people, accounts and addresses are private", () => {
  const isPrivate = Object.entries(newTaxpayer.facts).filter(([, fact]) => fact.isPrivate);
  expect(isPrivate.map(([name]) => name).sort()).toEqual([
    "agents",
    "authorisedPeople",
    "bankAccounts",
    "businessAddress",
    "email",
    "financeHead",
    "foreignersToCheck",
    "investors",
    "invoiceCollectors",
    "legalRepresentative",
    "openedAccounts",
    "opener",
    "placeOfBusiness",
    "proposal",
    "registeredAddress",
    "taxHandler",
  ]);
});

test("what is proposed is read by whoever confirms it: words and amounts open, the person and the address hidden", () => {
  const value = {
    taxHandler: { name: "例某某", idType: "resident-id", idNumber: "450299199001010012" },
    placeOfBusiness: "柳州市城中区例子路1号",
    vatStatus: "small-scale",
    accountingSystem: { standard: "small-enterprise-standard", reportPeriod: "quarter" },
    invoices: "digital",
    monthlyQuota: "100000.00",
  };
  const fact = {
    value,
    source: { kind: "rule", step: "proposal" },
    at: "2026-11-23T02:00:00.000Z" as Instant,
  } as const;
  const seen = viewFact(newTaxpayer, "proposal", fact, { roles: ["applicant"], parties: [] });
  expect(seen).toMatchObject({
    isMasked: true,
    value: {
      taxHandler: { name: "例**", idNumber: "4****************2" },
      vatStatus: "small-scale",
      accountingSystem: { standard: "small-enterprise-standard", reportPeriod: "quarter" },
      invoices: "digital",
      monthlyQuota: "100000.00",
    },
  });
  expect(JSON.stringify(seen)).not.toMatch(/例子路|19900101/);
});

/** For each task, all that lies behind it. */
function closureOf(edges: readonly (readonly number[])[]): number[][] {
  const behind = (task: number): number[] => (edges[task - 1] ?? []).flatMap((before) => [before, ...behind(before)]);
  return edges.map((_, index) => [...new Set(behind(index + 1))].sort((a, b) => a - b));
}
