import { describe, expect, test } from "vitest";
import { canonicalHash } from "../../shared/kernel/canonical-json.ts";
import type { CalendarDate } from "../../shared/kernel/day.ts";
import { predecessorsOf } from "../../shared/packages/define-package.ts";
import { formOf } from "../../shared/packages/form.ts";
import { declarationFormOf } from "../../shared/packages/housing/declaration-form.ts";
import { secondHandHousing, secondHandHousingIn } from "../../shared/packages/housing/package.ts";
import type { Step } from "../../shared/packages/package.ts";
import { planOf } from "../../shared/packages/plan.ts";
import { savingsOf } from "../../shared/packages/savings.ts";
import { liuzhou } from "../../shared/tax/localities/liuzhou.ts";

const stepOf = (id: string, definition = secondHandHousing): Step => {
  const step = definition.steps.find((each) => each.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
};

const person = (idNumber: string) => ({ name: "例", idType: "resident-id" as const, idNumber });
const contract = {
  contractNumber: "LZ-1",
  unitNumber: "450202999001GB00101F00010001",
  price: "100.00",
  contractDate: "2026-11-01",
};
const parties = {
  contract,
  sellers: [{ ...person("1"), share: "1" }],
  buyers: [{ ...person("2"), share: "1" }],
};
const context = { caseId: "case-1", today: "2026-11-23" as CalendarDate };

describe("the form", () => {
  test("asks for the contract's number; everything else is optional, or asked where no record says it", () => {
    const form = formOf(secondHandHousing);
    expect(form.opening).toEqual(["contractNumber"]);
    const conditional = secondHandHousing.steps
      .filter(({ appliesWhen, onRequest }) => appliesWhen || onRequest)
      .map(({ id }) => id);
    const always = form.asked.filter(({ step, isOptional }) => !isOptional && !conditional.includes(step));
    expect(always).toEqual([]);
    expect(form.prefilled.length).toBeGreaterThan(15);
  });

  test("replaces nine papers and forms of the seller, six of the buyer, and three once the taxes are paid", () => {
    const { formsBefore, papersBefore, formsNow, papersNow } = savingsOf(
      secondHandHousing,
      ({ appliesWhen }) => appliesWhen === undefined,
    );
    // Each side's payment certificate for the registry, and the application for the invoice.
    expect(formsBefore + papersBefore).toBe(9 + 6 + 3);
    expect({ formsNow, papersNow }).toEqual({ formsNow: 0, papersNow: 0 });
  });
});

describe("the plan", () => {
  const readyWith = (values: object, done: readonly string[]) =>
    [
      ...planOf(secondHandHousing, {
        values: values as Record<string, unknown>,
        steps: Object.fromEntries(done.map((id) => [id, { status: "done" as const }])),
      }),
    ].flatMap(([id, { kind }]) => (kind === "ready" ? [id] : []));

  test("with the contract in hand, both sides are asked at once", () => {
    expect(readyWith({ contractNumber: "LZ-1", ...parties }, ["contract"])).toEqual([
      "seller-authorisation",
      "buyer-authorisation",
      "assessed-price",
    ]);
  });

  test("with both authorisations, every record is fetched at once", () => {
    const done = ["contract", "seller-authorisation", "buyer-authorisation", "assessed-price"];
    expect(readyWith({ contractNumber: "LZ-1", ...parties, assessedPrice: {} }, done)).toEqual([
      "unit",
      "earlier-deed-tax",
      "seller-marriage",
      "buyer-marriage",
      "household",
      "seller-homes",
      "seller-presale-homes",
      "buyer-homes",
      "buyer-presale-homes",
    ]);
  });

  const allBefore = (id: string, found = new Set<string>()): Set<string> => {
    for (const before of predecessorsOf(secondHandHousing).get(id) ?? []) {
      if (!found.has(before)) allBefore(before, found.add(before));
    }
    return found;
  };

  test.each([
    ["seller-authorisation", ["unit", "earlier-deed-tax", "seller-marriage", "seller-homes", "seller-presale-homes"]],
    [
      "buyer-authorisation",
      ["buyer-marriage", "household", "buyer-homes", "buyer-presale-homes", "children-homes", "children-presale-homes"],
    ],
  ])("%s stands before every look-up that it is for", (authorisation, lookUps) => {
    for (const id of lookUps) expect([...allBefore(id)]).toContain(authorisation);
  });

  test("whoever declares has seen the assessment; filing is irreversible and comes after everybody", () => {
    for (const side of ["seller", "buyer"]) {
      expect(stepOf(`${side}-declaration`).asks).toMatchObject({ role: side, each: true });
      expect(stepOf(`${side}-declaration`).asks?.shows).toContain("assessment");
      expect([...allBefore("file-declaration")]).toContain(`${side}-declaration`);
    }
    expect(stepOf("file-declaration").isIrreversible).toBe(true);
  });
});

describe("another place", () => {
  test("brings its own province and query areas with its locality", () => {
    const elsewhere = { ...liuzhou, province: { ...liuzhou.province, prefix: "44" } };
    const step = stepOf("seller-homes", secondHandHousingIn(elsewhere));
    expect(step.request?.(parties, context)).toEqual({ persons: [person("1")], divisions: ["440000"] });
  });

  test("a home in a county is counted in that county alone", () => {
    const inCounty = { ...parties, contract: { ...contract, unitNumber: "450222999001GB00101F00010001" } };
    expect(stepOf("buyer-homes").request?.(inCounty, context)).toEqual({
      persons: [person("2")],
      divisions: ["450222"],
    });
  });
});

describe("an answer about people", () => {
  const read = (...records: object[]) => stepOf("seller-marriage").read?.({ records }, parties, context);
  const record = (idNumber: string) => ({ idType: "resident-id", idNumber, state: "never-registered" });

  test.each([
    ["about everybody asked about", [record("1")], "done"],
    ["about nobody", [], "waits"],
    ["about somebody else", [record("9")], "waits"],
    ["about somebody else too", [record("1"), record("9")], "waits"],
    ["twice about the same person", [record("1"), record("1")], "waits"],
  ])("%s", (_, records, kind) => {
    expect(read(...records)).toMatchObject({ kind });
  });
});

describe("bills", () => {
  const line = (side: string, id: string, tax: string, amount: string) => ({ tax, side, payers: [{ id, amount }] });
  const facts = {
    ...parties,
    unit: { restrictions: [] },
    assessment: {
      filingDate: "2026-11-23",
      lines: [
        line("sellers", "seller-1", "vat", "3.00"),
        line("sellers", "seller-1", "education-surcharge", "0.05"),
        line("buyers", "buyer-1", "deed-tax", "0.00"),
      ],
    },
  };
  const bill = { billNumber: "B-1", payer: { idType: "resident-id", idNumber: "1" }, amount: "3.05", taxes: [] };
  const formOfPayer = (party: string) => canonicalHash(declarationFormOf(facts, party));
  const read = (...bills: object[]) =>
    stepOf("file-declaration").read?.({ declarationNumber: "D-1", filedOn: "2026-11-23", bills }, facts, context);

  const nothingOverpaid = { hasBills: true, overpaid: [], hasOverpaid: false };

  test("that are what was declared are taken, and name parties instead of identity numbers", () => {
    expect(read(bill)).toEqual({
      kind: "done",
      gives: { ...nothingOverpaid, declarationNumber: "D-1", bills: [{ ...bill, payer: "seller-1" }] },
      document: { number: "D-1", issuedOn: "2026-11-23" },
    });
  });

  test.each([
    ["of another amount", [{ ...bill, amount: "3.06" }]],
    ["of nobody", []],
    ["of a stranger", [bill, { ...bill, payer: { idType: "resident-id", idNumber: "9" } }]],
    ["of somebody who owes nothing", [bill, { ...bill, payer: { idType: "resident-id", idNumber: "2" } }]],
    ["twice the same", [bill, bill]],
  ])("%s are refused", (_, bills) => {
    expect(read(...bills)).toMatchObject({ kind: "refused", code: "bills-differ" });
  });

  test("a declaration names every payer with every tax, those of 0 too", () => {
    expect(stepOf("file-declaration").request?.(facts, context)).toEqual({
      contractNumber: "LZ-1",
      unitNumber: contract.unitNumber,
      filingDate: "2026-11-23",
      payers: [
        {
          ...person("1"),
          side: "sellers",
          share: "1",
          form: formOfPayer("seller-1"),
          taxes: [
            { tax: "vat", amount: "3.00" },
            { tax: "education-surcharge", amount: "0.05" },
          ],
        },
        {
          ...person("2"),
          side: "buyers",
          share: "1",
          form: formOfPayer("buyer-1"),
          taxes: [{ tax: "deed-tax", amount: "0.00" }],
        },
      ],
    });
  });
});
