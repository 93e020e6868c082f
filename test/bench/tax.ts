import { assess } from "../../shared/tax/assess.ts";
import type { Assessment, TaxId } from "../../shared/tax/assessment.ts";
import { liuzhou } from "../../shared/tax/localities/index.ts";
import { measureImports, median } from "./tax/import-time.ts";
import { type Due, type Sale, sampleSales } from "./tax/sample.ts";
import { withJsonRulesEngine } from "./tax/with-json-rules-engine.ts";
import { withPublicodes } from "./tax/with-publicodes.ts";

interface Contender {
  readonly name: string;
  /** How many sales one round takes, so that every round lasts about as long. */
  readonly perRound: number;
  readonly compute: (sale: Sale) => Due | Promise<Due>;
}

const rounds = 9;

/**
 * Explained assessments per second on one core, beside the bare sums of two rule engines: one run, the same sales, the
 * results of all three compared first, the rounds in turn. Rates are per second of processor time, so that another
 * program on the machine does not decide them.
 */
export const run = async (): Promise<{
  title: string;
  rows: Record<string, string | number>[];
  summary: Record<string, unknown>;
}> => {
  const sales = sampleSales(600);
  const publicodes = withPublicodes();
  const rulesEngine = withJsonRulesEngine();
  const contenders: readonly Contender[] = [
    { name: "one-window, explained in two languages", perRound: 4000, compute: ({ facts }) => ours(facts) },
    { name: "json-rules-engine, sums only", perRound: 400, compute: ({ plain }) => rulesEngine(plain) },
    { name: "publicodes, sums only", perRound: 100, compute: ({ plain }) => publicodes(plain) },
  ];
  const compared = await compareAll(sales, contenders);

  const rates = contenders.map((): number[] => []);
  for (let round = 0; round < rounds + 2; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const rate = await rateOf(contender, sales);
      // The first two rounds warm up.
      if (round >= 2) rates[index]?.push(rate);
    }
  }
  const medians = rates.map(median);
  const [own = 0, ...peers] = medians;
  const imports = await measureImports(7);
  const importMs = imports.bundledMs - imports.emptyBundledMs;
  const round1 = (value: number): number => Math.round(value * 10) / 10;
  return {
    title: "Housing tax: assessments per second on one core",
    rows: contenders.map(({ name }, index) => ({
      engine: name,
      "per second": Math.round(medians[index] ?? 0),
      lowest: Math.round(Math.min(...(rates[index] ?? []))),
      highest: Math.round(Math.max(...(rates[index] ?? []))),
      "times slower": round1(own / (medians[index] ?? 1)),
    })),
    summary: {
      sameResults: compared,
      assessmentsPerSecond: Math.round(own),
      timesFasterThanFasterPeer: round1(own / Math.max(...peers)),
      importMsOverEmptyModule: round1(importMs),
      importMsBundled: round1(imports.bundledMs),
      importMsFromSource: round1(imports.sourceMs),
      importMsEmptySource: round1(imports.emptySourceMs),
      aims: { perSecond: 20_000, timesFaster: 10, importMs: 50 },
      areAimsMet: own >= 20_000 && own >= 10 * Math.max(...peers) && importMs <= 50,
    },
  };
};

const taxes: readonly (readonly TaxId[])[] = [
  ["business-tax", "vat"],
  ["urban-maintenance-tax"],
  ["education-surcharge"],
  ["local-education-surcharge"],
  ["income-tax"],
  ["deed-tax"],
];

const ours = (facts: Sale["facts"]): Due => {
  const assessment = assess(facts, { locality: liuzhou });
  return taxes.map((names) => dueOf(assessment, names)) as unknown as Due;
};

const dueOf = ({ lines }: Assessment, names: readonly TaxId[]): number => {
  for (const { tax, amount } of lines) if (names.includes(tax)) return Math.round(Number(amount) * 100);
  return 0;
};

/** Every sale, every engine, every sum; a difference ends the benchmark before anything is timed. */
const compareAll = async (sales: readonly Sale[], contenders: readonly Contender[]): Promise<number> => {
  let sums = 0;
  for (const sale of sales) {
    const [first, ...others] = await Promise.all(contenders.map(({ compute }) => compute(sale)));
    for (const [index, other] of others.entries()) {
      if (JSON.stringify(first) === JSON.stringify(other)) sums += other.length;
      else throw new Error(`${contenders[index + 1]?.name}: ${other}; ours: ${first}\n${JSON.stringify(sale.plain)}`);
    }
  }
  return sums;
};

let next = 0;

const rateOf = async ({ perRound, compute }: Contender, sales: readonly Sale[]): Promise<number> => {
  const before = process.cpuUsage();
  for (let index = 0; index < perRound; index += 1) {
    next = (next + 1) % sales.length;
    const due = compute(sales[next] as Sale);
    if (due instanceof Promise) await due;
  }
  const { user, system } = process.cpuUsage(before);
  return (perRound / (user + system)) * 1_000_000;
};
