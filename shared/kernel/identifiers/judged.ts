import * as z from "zod";
import type { Text } from "../text.ts";

/** What is wrong with an identifier, for people. Never repeats the identifier: it may be somebody's identity number. */
export interface IdentifierFault extends Text {
  readonly code: string;
}

/** A text that one function judges; its sentence reaches whoever typed it. `pattern` only describes it in JSON Schema. */
export const judged = (
  judge: (text: string) => IdentifierFault | undefined,
  described: { readonly description: string; readonly pattern: string; readonly examples?: readonly string[] },
) =>
  z
    .string()
    .superRefine((text, context) => {
      const fault = judge(text);
      if (fault) context.addIssue({ code: "custom", params: { ...fault } });
    })
    .meta({ ...described, examples: [...(described.examples ?? [])] });

/** Length, then the first character that is none of the allowed ones: what a person can mend before any sum is made. */
export const judgeCharacters = (
  text: string,
  length: number,
  isAllowed: (character: string, index: number) => boolean,
  hint: Text,
): IdentifierFault | undefined => {
  const characters = [...text];
  if (characters.length !== length) {
    return {
      code: "wrong-length",
      zh: `应为 ${length} 位,现为 ${Math.min(characters.length, 999)} 位。`,
      en: `This must be ${length} characters long, not ${Math.min(characters.length, 999)}.`,
    };
  }
  const index = characters.findIndex((character, position) => !isAllowed(character, position));
  if (index === -1) return undefined;
  return {
    code: "wrong-character",
    zh: `第 ${index + 1} 位的字符不能用。${hint.zh}`,
    en: `Character ${index + 1} cannot be used. ${hint.en}`,
  };
};

/** Sum of value times weight, position by position. */
export const weightedSum = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);

export const wrongCheckDigit: IdentifierFault = {
  code: "wrong-check-digit",
  zh: "校验位不对,可能有一位写错了。",
  en: "The check digit does not fit: one character may be wrong.",
};
