import { addDays, type CalendarDate, calendarDate } from "../../kernel/day.ts";
import type { Text } from "../../kernel/text.ts";

export interface Citation {
  readonly act: Text;
  readonly article: Text;
}

/** One value of the law and the days on which it holds, both included. */
export interface LawEntry<Value> {
  readonly id: string;
  /** What it is about, as its timeline says. */
  readonly title: Text;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly value: Value;
  readonly source: Citation;
  /** `unverified`: no text was read that says so; every explanation that uses the entry tells it. */
  readonly status: "confirmed" | "unverified";
  readonly confirmedOn: CalendarDate | null;
  readonly note?: Text;
}

export interface Timeline<Value> {
  readonly id: string;
  readonly title: Text;
  readonly entries: readonly LawEntry<Value>[];
  /** The value as the law table prints it. */
  show(value: Value): string;
}

/** An entry as it is written: days as text, the id made of the timeline and the first day. */
export interface WrittenEntry<Value> {
  readonly from: string;
  readonly to: string | null;
  readonly value: Value;
  readonly source: Citation;
  readonly confirmedOn: string | null;
  readonly note?: Text;
}

/**
 * Builds a timeline from its entries, oldest first, and refuses what would make the law ambiguous: an empty list, a
 * gap, an overlap, an end before its beginning, anything after an open end.
 */
export const timeline = <Value>(
  id: string,
  title: Text,
  show: (value: Value) => string,
  written: readonly WrittenEntry<Value>[],
): Timeline<Value> => {
  const entries = written.map(
    (entry): LawEntry<Value> => ({
      id: `${id}@${entry.from}`,
      title,
      from: calendarDate(entry.from),
      to: entry.to === null ? null : calendarDate(entry.to),
      value: entry.value,
      source: entry.source,
      status: entry.confirmedOn === null ? "unverified" : "confirmed",
      confirmedOn: entry.confirmedOn === null ? null : calendarDate(entry.confirmedOn),
      ...(entry.note === undefined ? {} : { note: entry.note }),
    }),
  );
  if (entries.length === 0) throw new Error(`Law ${id} has no entry`);
  for (const [index, entry] of entries.entries()) {
    if (entry.to !== null && entry.to < entry.from) throw new Error(`Law ${entry.id} ends before it begins`);
    if (entry.source.act.zh === "" || entry.source.article.zh === "") throw new Error(`Law ${entry.id} cites nothing`);
    const next = entries[index + 1];
    if (next === undefined) continue;
    if (entry.to === null || next.from <= entry.to) throw new Error(`Law ${next.id} overlaps ${entry.id}`);
    if (next.from !== addDays(entry.to, 1)) throw new Error(`Law ${id} has a gap between ${entry.to} and ${next.from}`);
  }
  return { id, title, show, entries };
};

/** The entry in force on a day, or undefined: a day without law is for the caller to refuse, never to guess. */
export const entryOn = <Value>({ entries }: Timeline<Value>, date: CalendarDate): LawEntry<Value> | undefined => {
  // Newest first: most days that are asked for are recent.
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry !== undefined && entry.from <= date) return entry.to === null || date <= entry.to ? entry : undefined;
  }
  return undefined;
};

/** `cite("契税法", "Deed Tax Law", "第四条", "art. 4")` */
export const cite = (act: string, actInEnglish: string, article: string, articleInEnglish: string): Citation => ({
  act: { zh: act, en: actInEnglish },
  article: { zh: article, en: articleInEnglish },
});
