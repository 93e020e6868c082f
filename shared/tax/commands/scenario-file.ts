import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import { Refusal } from "../../kernel/refusal.ts";
import { assess } from "../assess.ts";
import { type Assessment, TaxId } from "../assessment.ts";
import { liuzhou } from "../localities/index.ts";
import { readHousingFacts } from "../read-facts.ts";

/*
 * The scenarios of `test/scenarios/housing-tax`: cases as a tax expert writes them. `facts` change single values of
 * `base.json` by JSON pointer; `expect` holds sums worked out by hand, with the working beside them.
 */
const Names = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Amount = z.string().regex(/^\d+\.\d{2}$/);
const Codes = z.array(z.string());
const byTax = <Value extends z.ZodType>(value: Value) => z.partialRecord(TaxId, value);

const Expectation = z.union([
  z.strictObject({
    outcome: z.enum(["assessed", "incomplete", "needs-officer"]),
    /** Due by tax, or by payer or side where a tax has several lines; null where it must stay open. */
    taxes: byTax(z.union([Amount.nullable(), z.record(z.string(), Amount)])),
    split: byTax(z.record(z.string(), Amount)).optional(),
    missing: Codes.optional(),
    officer: Codes.optional(),
    /** Reliefs not reached: of the turnover tax or, if that was reached, of income tax. */
    shortfalls: Codes.optional(),
    pitShortfalls: Codes.optional(),
    deedShortfalls: Codes.optional(),
    says: byTax(Codes).optional(),
    alternatives: Codes.optional(),
    holdingFrom: z.string().optional(),
    taxablePrice: Amount.optional(),
    /** What the published source prints, in yuan, and how far it rounds. */
    published: z.strictObject({ tax: TaxId, printed: z.string(), roundedTo: z.string() }).optional(),
    /** What a published source prints against the law of its day, and where it goes wrong. */
    contradicts: z.strictObject({ tax: TaxId, printed: Amount, reason: Names }).optional(),
  }),
  z.strictObject({
    outcome: z.literal("refused"),
    fields: z.array(z.strictObject({ path: z.string(), code: z.string() })),
  }),
]);
export type Expectation = z.output<typeof Expectation>;

const Scenario = z.strictObject({
  name: Names,
  source: z.string().min(1),
  facts: z.record(z.string().startsWith("/"), z.unknown()),
  expect: Expectation,
  working: z.string().optional(),
});
export type Scenario = z.output<typeof Scenario>;

const ScenarioFile = z.strictObject({
  title: Names,
  base: z.record(z.string().startsWith("/"), z.unknown()),
  scenarios: z.array(Scenario).min(1),
});

export interface LoadedFile {
  readonly file: string;
  readonly title: z.output<typeof Names>;
  readonly scenarios: readonly { readonly scenario: Scenario; readonly facts: unknown }[];
}

export const scenarioFolder = new URL("../../../test/scenarios/housing-tax/", import.meta.url);

export const loadScenarios = (folder = scenarioFolder): readonly LoadedFile[] => {
  const base: unknown = JSON.parse(readFileSync(new URL("base.json", folder), "utf8"));
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "base.json");
  return files.sort().map((file) => {
    const read = ScenarioFile.safeParse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
    const { title, base: fileBase, scenarios } = read.data;
    return {
      file,
      title,
      scenarios: scenarios.map((scenario) => ({ scenario, facts: change(change(base, fileBase), scenario.facts) })),
    };
  });
};

/** A copy of the facts with single values changed; `"(absent)"` takes a value away. */
export const change = (facts: unknown, changes: Readonly<Record<string, unknown>>): unknown => {
  const copy = structuredClone(facts);
  for (const [pointer, value] of Object.entries(changes)) {
    const keys = pointer.split("/").slice(1);
    const last = keys.pop() ?? "";
    let parent = copy as Record<string, unknown>;
    for (const key of keys) parent = parent[key] as Record<string, unknown>;
    if (value === "(absent)") delete parent[last];
    else parent[last] = structuredClone(value);
  }
  return copy;
};

export interface Result {
  readonly assessment: Assessment | undefined;
  /** The problem that was named, where the facts were refused. */
  readonly refusal: Refusal | undefined;
}

export const runScenario = (facts: unknown): Result => {
  try {
    return { assessment: assess(readHousingFacts(facts), { locality: liuzhou }), refusal: undefined };
  } catch (error) {
    if (error instanceof Refusal) return { assessment: undefined, refusal: error };
    throw error;
  }
};
