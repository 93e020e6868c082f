import type { PersonKey } from "../person-key.ts";

/** What stands where a person's data stood whose key was destroyed. */
export const erasedWords = "〔已依法删除 erased by law〕";

/** In place of the identity number, so that two people who were erased do not become one. */
export const erasedNumber = (person: PersonKey): string => `${erasedWords}${person.slice(0, 8)}`;

/** Whether a name or a number stands in the place of somebody who was erased. */
export const isErased = (text: string): boolean => text.startsWith(erasedWords);
