import type { CalendarDate } from "../kernel/day.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type NoteCode, type NoteData, type OfficerCode, type Sentence, tell } from "./explain/notes.ts";
import { entryOn, type LawEntry, type Timeline } from "./law/timeline.ts";

/** A question that must be answered before a tax is certain: by the facts, or by an officer. */
export type Open = { readonly missing: string } | { readonly officer: OfficerCode };

export interface FactUsed {
  readonly path: string;
  readonly value: string;
}

// A conclusion rests on a handful of things: looking through a list is faster than a set.
export const addOnce = <Item>(list: Item[], item: Item): void => {
  if (!list.includes(item)) list.push(item);
};

export const addFact = (list: FactUsed[], fact: FactUsed): void => {
  for (const { path } of list) if (path === fact.path) return;
  list.push(fact);
};

/** Gathers what a conclusion rests on: entries of the law, facts by JSON pointer, and sentences in order. */
export class Evidence {
  readonly date: CalendarDate;
  /** Kind and item in turn: one list that only grows is the cheapest record of what happened in which order. */
  readonly #items: (number | LawEntry<unknown> | FactUsed | Sentence | Evidence)[] = [];

  constructor(date: CalendarDate) {
    this.date = date;
  }

  /** The value in force on the filing day, noted as used. A day without law is refused. */
  use<Value>(timeline: Timeline<Value>): Value {
    const entry = entryOn(timeline, this.date);
    if (entry === undefined) throw noLawOn(timeline.id, this.date);
    this.#items.push(isLaw, entry);
    return entry.value;
  }

  /** Names an entry of another day as used, such as the rate on the day of the purchase. */
  cite(entry: LawEntry<unknown>): void {
    this.#items.push(isLaw, entry);
  }

  fact(path: string, value: string): void {
    this.#items.push(isFact, { path, value });
  }

  /** Adds a sentence and returns it, for a shortfall that is told twice. */
  say<Code extends NoteCode>(code: Code, data: NoteData<Code>): Sentence {
    const sentence = tell(code, data);
    this.#items.push(isSentence, sentence);
    return sentence;
  }

  /** Takes over what another conclusion rests on, as it will be when all is gathered. */
  rest(on: Evidence): void {
    this.#items.push(isEvidence, on);
  }

  /** Everything that this conclusion rests on, each once, in the order in which it was first met. */
  gather(into: Gathered = { law: [], facts: [], sentences: [] }): Gathered {
    const items = this.#items;
    for (let index = 0; index < items.length; index += 2) {
      const kind = items[index];
      const item = items[index + 1];
      if (kind === isLaw) addOnce(into.law, item as LawEntry<unknown>);
      else if (kind === isFact) addFact(into.facts, item as FactUsed);
      else if (kind === isSentence) addOnce(into.sentences, item as Sentence);
      else (item as Evidence).gather(into);
    }
    return into;
  }
}

const isLaw = 0;
const isFact = 1;
const isSentence = 2;
const isEvidence = 3;

export interface Gathered {
  readonly law: LawEntry<unknown>[];
  readonly facts: FactUsed[];
  readonly sentences: Sentence[];
}

export const noLawOn = (timeline: string, date: CalendarDate): Refusal =>
  new Refusal("facts-invalid", {
    fields: [
      {
        path: "/filingDate",
        code: "no-law-for-date",
        reason: {
          zh: `申报日${date}没有可适用的规定(${timeline})`,
          en: `No law is held for the filing day ${date} (${timeline})`,
        },
      },
    ],
  });
