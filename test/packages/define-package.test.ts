import { describe, expect, test } from "vitest";
import { definePackage, PackageInvalid } from "../../shared/packages/define-package.ts";
import { formJsonSchema, formOf } from "../../shared/packages/form.ts";
import type { Package, Step } from "../../shared/packages/package.ts";
import { depthOf, planOf } from "../../shared/packages/plan.ts";
import { savingsOf } from "../../shared/packages/savings.ts";
import type { StepStatus } from "../../shared/packages/step-status.ts";
import { testPackage } from "../support/test-package.ts";

const changed = (change: (steps: Step[]) => void, about: Partial<Package> = {}): Package => {
  const steps = testPackage.steps.map((step) => ({ ...step }));
  change(steps);
  return { ...testPackage, ...about, steps };
};
const stepOf = (steps: Step[], id: string): { -readonly [Field in keyof Step]: Step[Field] } =>
  steps.find((step) => step.id === id) as Step;

const faultsOf = (definition: Package): readonly string[] => {
  try {
    definePackage(definition);
    return [];
  } catch (error) {
    if (error instanceof PackageInvalid) return error.faults;
    throw error;
  }
};

describe("a package that contradicts itself is refused when it is loaded", () => {
  test.each<[string, Package, string]>([
    [
      "a need that nobody gives",
      changed((steps) => {
        stepOf(steps, "declaration").needs = ["taxes", "nothing"];
      }),
      "declaration needs nothing, which nobody gives",
    ],
    [
      "a fact with two givers",
      changed((steps) => {
        stepOf(steps, "quota").gives = ["quota", "taxes"];
      }),
      "taxes is given by tax-types and by quota",
    ],
    [
      "a fact that is given although the opening carries it",
      changed((steps) => {
        stepOf(steps, "licence").gives = ["name", "account", "partner", "code"];
      }),
      "code is given by the opening and by licence",
    ],
    [
      "a cycle",
      changed((steps) => {
        stepOf(steps, "tax-types").wants = ["agreement"];
      }),
      "a cycle: tax-types -> agreement -> tax-types",
    ],
    [
      "a question that no step needs",
      changed(
        (steps) => {
          stepOf(steps, "confirm").asks = { role: "applicant", fields: ["wish", "hobby"] };
        },
        { facts: { ...testPackage.facts, hobby: { ...testPackage.facts.wish } as Package["facts"][string] } },
      ),
      "confirm asks for hobby, which no step needs",
    ],
    [
      "a question that an authority could answer",
      changed(() => {}, {
        facts: {
          ...testPackage.facts,
          wish: { ...testPackage.facts.wish, holder: "bank" } as Package["facts"][string],
        },
      }),
      "confirm asks for wish, which bank holds",
    ],
    [
      "a person's step without a promise",
      changed((steps) => {
        delete stepOf(steps, "confirm").promise;
      }),
      "confirm asks a person and promises no time",
    ],
    [
      "a step that does nothing",
      changed((steps) => {
        delete stepOf(steps, "status").performs;
      }),
      "status neither asks, performs nor decides",
    ],
    [
      "a step that comes after one that does not exist",
      changed((steps) => {
        stepOf(steps, "quota").after = ["nowhere"];
      }),
      "quota comes after nowhere, which does not exist",
    ],
    [
      "a question to nobody",
      changed((steps) => {
        stepOf(steps, "quota").asks = { role: "mayor", fields: [] };
      }),
      "quota asks an unknown role",
    ],
  ])("%s", (_, definition, fault) => {
    expect(faultsOf(definition)).toContain(fault);
  });

  test("and one that does not is taken as it is", () => {
    expect(faultsOf(testPackage)).toEqual([]);
  });
});

describe("the plan", () => {
  const at = (values: Record<string, unknown>, statuses: Record<string, StepStatus> = {}) => {
    const steps = Object.fromEntries(Object.entries(statuses).map(([id, status]) => [id, { status }]));
    return Object.fromEntries([...planOf(testPackage, { values, steps })].map(([id, { kind }]) => [id, kind]));
  };
  const confirmed = { code: "C", name: "N", account: "A", status: "new" };
  const begun = { licence: "done", status: "done", confirm: "done" } as const;

  test("at the opening, what authorities hold is fetched at once and the rest waits", () => {
    expect(at({ code: "C" })).toEqual({
      licence: "ready",
      status: "ready",
      confirm: "pending",
      desk: "pending",
      // Nobody has asked for it.
      review: "not-applicable",
      "tax-types": "pending",
      agreement: "pending",
      quota: "pending",
      declaration: "pending",
    });
  });

  test("a step whose condition is false does not apply, and nobody waits for it", () => {
    const plan = at({ ...confirmed, wish: "nothing", taxes: "VAT" }, { ...begun, "tax-types": "done" });
    expect(plan).toMatchObject({ agreement: "not-applicable", quota: "not-applicable", declaration: "ready" });
  });

  test("what is only wanted is waited for while it may come, and not when it was refused", () => {
    const values = { ...confirmed, wish: "debit", taxes: "VAT" };
    const waiting = at(values, { ...begun, "tax-types": "done", agreement: "waiting" });
    expect(waiting.declaration).toBe("pending");
    const refused = at(values, { ...begun, "tax-types": "done", agreement: "refused" });
    expect(refused.declaration).toBe("ready");
  });

  test("what needs a refused step's fact is blocked", () => {
    const plan = at({ ...confirmed, wish: "both" }, { ...begun, "tax-types": "refused" });
    expect(plan).toMatchObject({ agreement: "blocked", quota: "blocked", declaration: "blocked" });
  });

  test("its depth is the longest chain: licence, confirm, tax types, agreement, declaration", () => {
    expect(depthOf(testPackage)).toBe(5);
    expect(depthOf(testPackage, ({ id }) => id !== "agreement")).toBe(4);
  });
});

describe("what is derived", () => {
  test("the form: each fact in exactly one list", () => {
    expect(formOf(testPackage)).toEqual({
      opening: ["code"],
      asked: [{ fact: "wish", step: "confirm", role: "applicant", isOptional: false }],
      prefilled: [
        { fact: "name", step: "licence", holder: "market-regulation" },
        { fact: "account", step: "licence", holder: "market-regulation" },
        { fact: "partner", step: "licence", holder: "market-regulation" },
        { fact: "status", step: "status", holder: "core-tax" },
      ],
      produced: [
        { fact: "desk", step: "desk" },
        { fact: "taxes", step: "tax-types" },
        { fact: "agreement", step: "agreement" },
        { fact: "quota", step: "quota" },
        { fact: "receipt", step: "declaration" },
      ],
    });
  });

  test("its JSON Schema carries labels and refuses other fields", () => {
    expect(formJsonSchema(testPackage)).toMatchObject({
      properties: {
        confirm: {
          properties: { wish: { title: "wish", type: "string", minLength: 1 } },
          required: ["wish"],
          additionalProperties: false,
        },
      },
    });
  });

  test("savings count the steps that apply", () => {
    expect(savingsOf(testPackage)).toEqual({
      formsBefore: 1,
      papersBefore: 2,
      formsNow: 1,
      papersNow: 0,
      // The code and the wish, which the one task needs; and the same two typed now.
      fieldsBefore: 2,
      fieldsNow: 2,
      visitsBefore: 2,
      visitsNow: 0,
    });
    expect(savingsOf(testPackage, ({ id }) => id !== "tax-types")).toMatchObject({
      formsBefore: 0,
      papersBefore: 0,
      fieldsBefore: 0,
    });
  });
});
