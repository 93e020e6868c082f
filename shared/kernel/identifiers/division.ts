import { divisionsByProvince } from "./division-codes.ts";
import { type IdentifierFault, judgeCharacters, judged } from "./judged.ts";

/** Whether two digits are a province of GB/T 2260, Hong Kong, Macau and Taiwan included. */
export const isProvince = (code: string): boolean => Object.hasOwn(divisionsByProvince, code);

/** What is wrong with a division code (GB/T 2260) as of today's list, or undefined when nothing is. */
export const judgeDivisionCode = (code: string): IdentifierFault | undefined => {
  const wrongCharacter = judgeCharacters(code, 6, (character) => character >= "0" && character <= "9", {
    zh: "只用数字。",
    en: "Only digits.",
  });
  if (wrongCharacter) return wrongCharacter;
  if (isDivision(code)) return undefined;
  return { code: "unknown-division", zh: "没有这个行政区划代码。", en: "There is no such division." };
};

/** A division of today: a province `450000`, a prefecture `450200` or a county `450205`. */
export const DivisionCode = judged(judgeDivisionCode, {
  description: "Administrative division, GB/T 2260",
  pattern: "^[0-9]{6}$",
  examples: ["450205"],
});

const isDivision = (code: string): boolean => {
  const prefectures = divisionsByProvince[code.slice(0, 2)];
  if (prefectures === undefined) return false;
  const [prefecture, county] = [code.slice(2, 4), code.slice(4)];
  if (prefecture === "00") return county === "00";
  const counties = prefectures
    .split(" ")
    .find((each) => each.startsWith(prefecture))
    ?.slice(3);
  if (counties === undefined) return false;
  if (county === "00") return true;
  for (let index = 0; index < counties.length; index += 2) if (counties.startsWith(county, index)) return true;
  return false;
};
