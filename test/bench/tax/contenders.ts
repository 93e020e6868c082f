import { assess } from "../../../shared/tax/assess.ts";
import type { Assessment, TaxId } from "../../../shared/tax/assessment.ts";
import { liuzhou } from "../../../shared/tax/localities/index.ts";
import type { Due, Sale } from "./sample.ts";

export interface Contender {
  readonly title: string;
  readonly start: () => Promise<(sale: Sale) => Due | Promise<Due>>;
}

const taxes: readonly (readonly TaxId[])[] = [
  ["business-tax", "vat"],
  ["urban-maintenance-tax"],
  ["education-surcharge"],
  ["local-education-surcharge"],
  ["income-tax"],
  ["deed-tax"],
];

const dueOf = ({ lines }: Assessment, names: readonly TaxId[]): number => {
  for (const { tax, amount } of lines) if (names.includes(tax)) return Math.round(Number(amount) * 100);
  return 0;
};

/** Ours explains; the others give the bare sums. Each loads only what it needs. */
export const contenders: Readonly<Record<string, Contender>> = {
  "one-window": {
    title: "one-window, explained in two languages",
    start: async () => (sale) => {
      const assessment = assess(sale.facts, { locality: liuzhou });
      return taxes.map((names) => dueOf(assessment, names)) as unknown as Due;
    },
  },
  "json-rules-engine": {
    title: "json-rules-engine, sums only",
    start: async () => {
      const compute = (await import("./with-json-rules-engine.ts")).withJsonRulesEngine();
      return (sale) => compute(sale.plain);
    },
  },
  publicodes: {
    title: "publicodes, sums only",
    start: async () => {
      const compute = (await import("./with-publicodes.ts")).withPublicodes();
      return (sale) => compute(sale.plain);
    },
  },
};
