import { isProvince } from "./division.ts";
import { type IdentifierFault, judgeCharacters, judged, weightedSum, wrongCheckDigit } from "./judged.ts";

// GB 32100-2015: I, O, S, V and Z are left out because they look like 1, 0, 5, U and 2.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

// GB 11714: the organisation code within, positions 9 to 17, has letters of its own values and its own check.
const organisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** What is wrong with a unified social credit code (GB 32100-2015), or undefined when nothing is. */
export const judgeCreditCode = (code: string): IdentifierFault | undefined => {
  const wrongCharacter = judgeCharacters(code, 18, isAllowed, {
    zh: "只用数字和大写字母,且没有 I、O、S、V、Z;第 3 至 8 位是数字。",
    en: "Only digits and capital letters without I, O, S, V and Z; characters 3 to 8 are digits.",
  });
  if (wrongCharacter) return wrongCharacter;
  if (!isProvince(code.slice(2, 4)) && code.slice(2, 8) !== nationalRegistry) {
    return {
      code: "unknown-division",
      zh: "第 3 至 8 位不是行政区划代码。",
      en: "Characters 3 to 8 are no division code.",
    };
  }
  const isRight = organisationCheck(code.slice(8, 16)) === code[16] && creditCheck(code) === code[17];
  return isRight ? undefined : wrongCheckDigit;
};

/** A unified social credit code, with both of its check characters. */
export const CreditCode = judged(judgeCreditCode, {
  description: "Unified social credit code, GB 32100-2015",
  pattern: "^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$",
});

/** The prefecture in whose area a taxpayer is registered: the first four digits of its division, such as `4502`. */
export const prefectureOf = (creditCode: string): string => creditCode.slice(2, 6);

/** Registered with the national office itself, not with one of a division. */
const nationalRegistry = "100000";

const isAllowed = (character: string, index: number): boolean =>
  index >= 2 && index < 8 ? character >= "0" && character <= "9" : alphabet.includes(character);

const creditCheck = (code: string): string => {
  const sum = weightedSum(
    [...code].map((character) => alphabet.indexOf(character)),
    weights,
  );
  return alphabet[(31 - (sum % 31)) % 31] ?? "";
};

const organisationCheck = (body: string): string => {
  const values = [...body].map((character) => organisationAlphabet.indexOf(character));
  const check = 11 - (weightedSum(values, organisationWeights) % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
};
