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
  readonly law: LawEntry<unknown>[] = [];
  readonly facts: FactUsed[] = [];
  readonly sentences: Sentence[] = [];

  constructor(date: CalendarDate) {
    this.date = date;
  }

  /** The value in force on the filing day, noted as used. A day without law is refused. */
  use<Value>(timeline: Timeline<Value>): Value {
    const entry = entryOn(timeline, this.date);
    if (entry === undefined) throw noLawOn(timeline.id, this.date);
    addOnce(this.law, entry);
    return entry.value;
  }

  /** Names an entry of another day as used, such as the rate on the day of the purchase. */
  cite(entry: LawEntry<unknown>): void {
    addOnce(this.law, entry);
  }

  fact(path: string, value: string): void {
    addFact(this.facts, { path, value });
  }

  /** Adds a sentence and returns it, for a shortfall that is told twice. */
  say<Code extends NoteCode>(code: Code, data: NoteData<Code>): Sentence {
    const sentence = tell(code, data);
    this.sentences.push(sentence);
    return sentence;
  }

  /** Takes over what another conclusion rests on. */
  rest(on: Evidence): void {
    for (const entry of on.law) addOnce(this.law, entry);
    for (const fact of on.facts) addFact(this.facts, fact);
    // The same clock may stand behind two conditions; its sentence is told once.
    for (const sentence of on.sentences) addOnce(this.sentences, sentence);
  }
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
