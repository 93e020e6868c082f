import { formatYuan, noMoney, split } from "../kernel/fen.ts";
import { formatFraction, formatPercent } from "../kernel/fraction.ts";
import type { TaxLine } from "./assessment.ts";
import type { Evidence } from "./evidence.ts";
import { type Note, type Sentence, tell } from "./explain/notes.ts";
import { roundedFen } from "./figure.ts";
import type { Line } from "./line.ts";

/** A line of the answer from a line of the rules: printed figures, sentences, the split among payers. */
export const writeLine = (line: Line): TaxLine => {
  const { tax, side, evidence } = line;
  return {
    tax,
    side,
    ...figuresOf(line),
    law: [...evidence.law].map(({ id }) => id),
    facts: [...evidence.facts.keys()],
    explanation: [...tellAll(evidence.notes), ...tellUnverified(evidence)],
    shortfalls: (line.shortfalls ?? []).map(tell),
    missing: line.status === "open" ? missingIn(line) : [],
  };
};

type Figures = Pick<TaxLine, "status" | "base" | "rate" | "relief" | "amount" | "formula" | "payers">;

const figuresOf = (line: Line): Figures => {
  if (line.status === "open") {
    const needsOfficer = line.open.some((open) => "officer" in open);
    return {
      status: needsOfficer ? "needs-officer" : "missing-facts",
      base: null,
      rate: null,
      relief: null,
      amount: null,
      formula: null,
      payers: line.payers.map(({ id, share }) => ({ id, share: formatFraction(share), amount: null })),
    };
  }
  const amount = line.status === "due" ? line.amount : noMoney;
  const parts = split(
    amount,
    line.payers.map(({ share }) => share),
  );
  const payers = line.payers.map(({ id, share }, index) => ({
    id,
    share: formatFraction(share),
    amount: formatYuan(parts[index] ?? noMoney),
  }));
  if (line.status === "exempt") {
    return {
      status: "exempt",
      base: null,
      rate: null,
      relief: { id: line.relief, kind: "exempt", value: null },
      amount: formatYuan(noMoney),
      formula: null,
      payers,
    };
  }
  const { base, rate, relief, formula } = line;
  return {
    status: "due",
    base: { amount: formatYuan(roundedFen(base)), formula: base.text },
    rate: formatPercent(rate),
    relief: relief === undefined ? null : { id: relief.id, kind: relief.kind, value: formatPercent(relief.value) },
    amount: formatYuan(amount),
    formula: `round(${formula.text})`,
    payers,
  };
};

const missingIn = (line: Line & { status: "open" }): string[] => [
  ...new Set(line.open.flatMap((open) => ("missing" in open ? [open.missing] : []))),
];

/** Sentences once each: two conditions may rest on the same clock. */
const tellAll = (notes: readonly Note[]): Sentence[] => {
  const told = new Map<string, Sentence>();
  for (const note of notes) {
    const sentence = tell(note);
    if (!told.has(sentence.zh)) told.set(sentence.zh, sentence);
  }
  return [...told.values()];
};

const tellUnverified = ({ law }: Evidence): Sentence[] => {
  const sentences: Sentence[] = [];
  for (const entry of law) {
    if (entry.status === "confirmed") continue;
    sentences.push(
      tell({
        code: "unverified-law",
        data: {
          act: entry.source.act.zh,
          actInEnglish: entry.source.act.en,
          title: entry.title.zh,
          titleInEnglish: entry.title.en,
        },
      }),
    );
  }
  return sentences;
};
