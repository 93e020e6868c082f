import { type CalendarDate, isCalendarDate } from "../calendar-date.ts";
import { isProvince } from "./division.ts";
import { type IdentifierFault, judgeCharacters, judged, weightedSum, wrongCheckDigit } from "./judged.ts";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = "10X98765432";

/**
 * What is wrong with a resident identity number (GB 11643-1999), or undefined when nothing is. With `today`, a birthday
 * after it is refused too. Only the province is looked up: people keep the number of a county that no longer exists.
 */
export const judgeResidentId = (number: string, today?: CalendarDate): IdentifierFault | undefined => {
  const wrongCharacter = judgeCharacters(number, 18, isAllowed, {
    zh: "只用数字,末位可以是大写 X。",
    en: "Only digits; the last character may be a capital X.",
  });
  if (wrongCharacter) return wrongCharacter;
  if (!isProvince(number.slice(0, 2))) {
    return {
      code: "unknown-division",
      zh: "前两位不是省级行政区划代码。",
      en: "The first two digits are no province.",
    };
  }
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDate(birthday) || (today !== undefined && birthday > today)) {
    return { code: "wrong-birthday", zh: "第 7 至 14 位不是出生日期。", en: "Digits 7 to 14 are no date of birth." };
  }
  const sum = weightedSum([...number].map(Number), weights);
  return checkCharacters[sum % 11] === number[17] ? undefined : wrongCheckDigit;
};

const described = {
  description: "Resident identity number, GB 11643-1999",
  pattern: "^[0-9]{17}[0-9X]$",
};

/** A resident identity number whose birthday exists. */
export const ResidentId = judged((number) => judgeResidentId(number), described);

/** The same, and nobody is born after `today`. */
export const residentIdOn = (today: CalendarDate) => judged((number) => judgeResidentId(number, today), described);

const isAllowed = (character: string, index: number): boolean =>
  (character >= "0" && character <= "9") || (index === 17 && character === "X");
