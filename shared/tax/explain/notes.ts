import type { Text } from "../../kernel/text.ts";
import { countingNotes } from "./notes-of-counting.ts";
import { incomeNotes } from "./notes-of-income.ts";
import { nonResidentialNotes } from "./notes-of-non-residential.ts";
import { officerNotes } from "./notes-of-officer.ts";
import { priceNotes } from "./notes-of-price.ts";

/*
 * The sentences of an explanation, by code. Rules name a code and its figures; only here are there words. A code is
 * stable: screens and tests may rely on it, never on the wording.
 */
const notes = { ...priceNotes, ...countingNotes, ...incomeNotes, ...officerNotes, ...nonResidentialNotes };

export type NoteCode = keyof typeof notes;
export type NoteData<Code extends NoteCode> = Parameters<(typeof notes)[Code]>[0];
export type OfficerCode = keyof typeof officerNotes;

export type Note = { [Code in NoteCode]: { readonly code: Code; readonly data: NoteData<Code> } }[NoteCode];

export type Sentence = { code: string } & Text;

/** A note in both languages. */
export const tell = ({ code, data }: Note): Sentence => {
  const write = notes[code] as (data: unknown) => Text;
  const { zh, en } = write(data);
  return { code, zh, en };
};

export const tellOfficer = (code: OfficerCode): Sentence => {
  const { zh, en } = officerNotes[code]({});
  return { code, zh, en };
};
