import { type Almanac, Engine, type RuleProperties } from "json-rules-engine";
import type { Due, PlainSale } from "./sample.ts";

/*
 * The same computation for json-rules-engine, as its manual advises: rules choose by conditions and hand on what they
 * chose as facts, rules of a lower priority build on them, sums are computed facts. Money in fen, days as YYYYMMDD.
 */
type Condition = { readonly fact: string; readonly operator: string; readonly value: unknown };
const when = (fact: string, operator: string, value: unknown): Condition => ({ fact, operator, value });

const choose = (priority: number, all: readonly Condition[], chosen: Readonly<Record<string, unknown>>) => {
  const rule: RuleProperties = {
    priority,
    conditions: { all: all.map((each) => ({ ...each })) },
    event: { type: "chosen" },
    onSuccess: (_event, almanac) => {
      for (const [name, value] of Object.entries(chosen)) almanac.addFact(name, value);
    },
  };
  return rule;
};

const businessTax = when("filed", "lessThan", 20160501);
const vatDays = when("filed", "greaterThanInclusive", 20160501);
const held = (fact: string, value: boolean) => when(fact, "equal", value);

const rules: readonly RuleProperties[] = [
  choose(9, [held("twoYears", true)], { kind: "exempt", rate: 0 }),
  choose(9, [held("twoYears", false), businessTax], { kind: "business-tax", rate: 5 }),
  choose(9, [held("twoYears", false), vatDays, when("filed", "lessThan", 20260101)], { kind: "vat", rate: 5 }),
  choose(9, [held("twoYears", false), when("filed", "greaterThanInclusive", 20260101)], { kind: "vat", rate: 3 }),
  choose(9, [when("filed", "greaterThanInclusive", 20190101), when("filed", "lessThanInclusive", 20271231)], {
    part: 1,
  }),
  choose(9, [when("filed", "lessThan", 20190101)], { part: 2 }),
  choose(9, [when("filed", "greaterThan", 20271231)], { part: 2 }),
  choose(9, [held("fiveYears", true), when("sellersOtherHomes", "equal", 0)], { income: "exempt" }),
  choose(8, [when("income", "notEqual", "exempt"), when("cost", "lessThan", 0)], { income: "deemed" }),
  choose(9, [when("filed", "lessThan", 20241201)], { limit: 9000 }),
  choose(9, [when("filed", "greaterThanInclusive", 20241201)], { limit: 14_000 }),
  choose(7, [when("buyersHomes", "greaterThanInclusive", 2)], { deedRate: 30 }),
  choose(7, [when("buyersHomes", "lessThan", 2), held("isSmall", true)], { deedRate: 10 }),
  choose(7, [when("buyersHomes", "equal", 0), held("isSmall", false)], { deedRate: 15 }),
  choose(7, [when("buyersHomes", "equal", 1), held("isSmall", false)], { deedRate: 20 }),
];

const read = (almanac: Almanac, name: string): Promise<number> => almanac.factValue<number>(name);
const round = (amount: number): number => Math.floor(amount + 0.5);

const computed: Readonly<Record<string, (almanac: Almanac) => Promise<unknown>>> = {
  start: async (a) => Math.min(await read(a, "titled"), await read(a, "deedTaxed")),
  twoYears: async (a) => (await read(a, "filed")) >= (await read(a, "start")) + 20_000,
  fiveYears: async (a) => (await read(a, "filed")) >= (await read(a, "start")) + 50_000,
  isSmall: async (a) => (await read(a, "area")) <= (await read(a, "limit")),
  turnover: async (a) => {
    const [price, rate, kind] = [await read(a, "price"), await read(a, "rate"), await a.factValue<string>("kind")];
    return round(kind === "vat" ? (price * rate) / (100 + rate) : (price * rate) / 100);
  },
  base: async (a) => (await read(a, "price")) - ((await a.factValue("kind")) === "vat" ? await read(a, "turnover") : 0),
  urban: async (a) => round(((await read(a, "turnover")) * (await read(a, "tier")) * (await read(a, "part"))) / 200),
  education: async (a) => round(((await read(a, "turnover")) * 3 * (await read(a, "part"))) / 200),
  local: async (a) => round(((await read(a, "turnover")) * 2 * (await read(a, "part"))) / 200),
  incomeTax: async (a) => {
    const method = await a.factValue<string>("income");
    const base = await read(a, "base");
    if (method === "exempt") return 0;
    if (method === "deemed") return round(base / 100);
    const cost = await read(a, "cost");
    const surcharges = (await read(a, "urban")) + (await read(a, "education")) + (await read(a, "local"));
    const own = (await a.factValue("kind")) === "business-tax" ? await read(a, "turnover") : 0;
    const gain = base - cost - Math.min(await read(a, "renovation"), cost / 10) - surcharges - own;
    return round((Math.max(0, gain) * 20) / 100);
  },
  deed: async (a) => round(((await read(a, "base")) * (await read(a, "deedRate"))) / 1000),
};

export const withJsonRulesEngine = (): ((sale: PlainSale) => Promise<Due>) => {
  const engine = new Engine([...rules]);
  engine.addFact("income", "actual");
  for (const [name, compute] of Object.entries(computed)) engine.addFact(name, (_params, almanac) => compute(almanac));
  return async (sale) => {
    const { almanac } = await engine.run({ ...sale });
    const due = (name: string): Promise<number> => almanac.factValue<number>(name);
    return [
      await due("turnover"),
      await due("urban"),
      await due("education"),
      await due("local"),
      await due("incomeTax"),
      await due("deed"),
    ];
  };
};
