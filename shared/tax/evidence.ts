import type { CalendarDate } from "../kernel/day.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Note, NoteCode, NoteData, OfficerCode } from "./explain/notes.ts";
import { entryOn, type LawEntry, type Timeline } from "./law/timeline.ts";

/** A question that must be answered before a tax is certain: by the facts, or by an officer. */
export type Open = { readonly missing: string } | { readonly officer: OfficerCode };

/** Gathers what a conclusion rests on: entries of the law, facts by JSON pointer, and sentences in order. */
export class Evidence {
  readonly date: CalendarDate;
  readonly law = new Set<LawEntry<unknown>>();
  readonly facts = new Map<string, string>();
  readonly notes: Note[] = [];

  constructor(date: CalendarDate) {
    this.date = date;
  }

  /** The value in force on the filing day, noted as used. A day without law is refused. */
  use<Value>(timeline: Timeline<Value>): Value {
    const entry = entryOn(timeline, this.date);
    if (entry === undefined) throw noLawOn(timeline.id, this.date);
    this.law.add(entry);
    return entry.value;
  }

  fact(path: string, value: string): void {
    this.facts.set(path, value);
  }

  say<Code extends NoteCode>(code: Code, data: NoteData<Code>): void {
    this.notes.push({ code, data } as Note);
  }

  /** Takes over what another conclusion rests on. */
  rest(on: Evidence): void {
    for (const entry of on.law) this.law.add(entry);
    for (const [path, value] of on.facts) this.facts.set(path, value);
    this.notes.push(...on.notes);
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
