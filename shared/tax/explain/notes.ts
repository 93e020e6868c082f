import type { Text } from "../../kernel/text.ts";
import { countingNotes } from "./notes-of-counting.ts";
import { incomeNotes } from "./notes-of-income.ts";
import { nonResidentialNotes } from "./notes-of-non-residential.ts";
import { officerNotes } from "./notes-of-officer.ts";
import { priceNotes } from "./notes-of-price.ts";
import { repurchaseNotes } from "./notes-of-repurchase.ts";

/*
 * The sentences of an explanation, by code. Rules name a code and its figures; only here are there words. A code is
 * stable: screens and tests may rely on it, never on the wording.
 */
const notes = {
  ...priceNotes,
  ...countingNotes,
  ...incomeNotes,
  ...officerNotes,
  ...nonResidentialNotes,
  ...repurchaseNotes,
};

export type NoteCode = keyof typeof notes;
export type NoteData<Code extends NoteCode> = Parameters<(typeof notes)[Code]>[0];
export type OfficerCode = keyof typeof officerNotes;

export type Sentence = { readonly code: string } & Text;

/** A sentence in both languages. */
export const tell = <Code extends NoteCode>(code: Code, data: NoteData<Code>): Sentence => {
  const write = notes[code] as (data: NoteData<Code>) => Text;
  const { zh, en } = write(data);
  return { code, zh, en };
};
