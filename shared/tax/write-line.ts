import { type Fen, formatYuan, noMoney, split } from "../kernel/fen.ts";
import { formatFraction, formatPercent } from "../kernel/fraction.ts";
import type { TaxLine } from "./assessment.ts";
import type { Gathered } from "./evidence.ts";
import { type Sentence, tell } from "./explain/notes.ts";
import { roundedFen } from "./figure.ts";
import type { LawEntry } from "./law/timeline.ts";
import type { Line, OpenLine } from "./line.ts";

/** A line whose amount, where it has one, is divided among its payers. */
export interface SettledLine {
  readonly line: Line;
  /** In the order of the payers; undefined while the amount is open. */
  readonly parts: readonly Fen[] | undefined;
  readonly gathered: Gathered;
}

export const settle = (line: Line): SettledLine => {
  const gathered = line.evidence.gather();
  if (line.status === "open") return { line, parts: undefined, gathered };
  const amount = line.status === "due" ? line.amount : noMoney;
  const shares = line.payers.map(({ share }) => share);
  // Who alone pays the line pays all of it, whatever the share in the home.
  return { line, parts: split(amount, shares), gathered };
};

/** A line of the answer: printed figures, sentences, the split among payers. */
export const writeLine = ({ line, parts, gathered }: SettledLine): TaxLine => {
  const { tax, side } = line;
  const due = line.status === "due" ? line : undefined;
  return {
    tax,
    side,
    status: statusOf(line),
    base: due === undefined ? null : { amount: formatYuan(roundedFen(due.base)), formula: due.base.text },
    rate: due === undefined ? null : formatPercent(due.rate),
    relief: reliefIn(line),
    amount: line.status === "open" ? null : formatYuan(due?.amount ?? noMoney),
    formula: due === undefined ? null : `${due.rounding ?? "round"}(${due.formula.text})`,
    payers: line.payers.map(({ id, share }, index) => {
      const part = parts?.[index];
      return { id, share: formatFraction(share), amount: part === undefined ? null : formatYuan(part) };
    }),
    law: gathered.law.map(({ id }) => id),
    facts: gathered.facts.map(({ path }) => path),
    explanation: gathered.sentences.concat(doubts(gathered.law)),
    shortfalls: line.shortfalls?.slice() ?? [],
    missing: line.status === "open" ? missingIn(line) : [],
  };
};

const statusOf = (line: Line): TaxLine["status"] => {
  if (line.status !== "open") return line.status;
  return line.open.some((open) => "officer" in open) ? "needs-officer" : "missing-facts";
};

const reliefIn = (line: Line): TaxLine["relief"] => {
  if (line.status === "open") return null;
  if (line.status === "exempt") return { id: line.relief, kind: "exempt", value: null };
  const { relief } = line;
  return relief === undefined ? null : { id: relief.id, kind: relief.kind, value: formatPercent(relief.value) };
};

const missingIn = (line: OpenLine): string[] => [
  ...new Set(line.open.flatMap((open) => ("missing" in open ? [open.missing] : []))),
];

const doubtTexts = new WeakMap<LawEntry<unknown>, Sentence>();

/** A sentence for each entry of the law that nobody has verified. */
export const doubts = (law: readonly LawEntry<unknown>[]): Sentence[] => {
  const sentences: Sentence[] = [];
  for (const entry of law) {
    if (entry.status === "confirmed") continue;
    let sentence = doubtTexts.get(entry);
    if (sentence === undefined) {
      const { source, title } = entry;
      const data = { act: source.act.zh, actInEnglish: source.act.en, title: title.zh, titleInEnglish: title.en };
      sentence = tell("unverified-law", data);
      doubtTexts.set(entry, sentence);
    }
    sentences.push(sentence);
  }
  return sentences;
};
