import { describe, expect, test } from "vitest";
import { checkFields } from "../../../shared/kernel/check-fields.ts";
import { CreditCode, judgeCreditCode, prefectureOf } from "../../../shared/kernel/identifiers/index.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

describe("unified social credit code, GB 32100-2015", () => {
  test.each([
    ["published, from a public repository", "911101085923662400"],
    ["a company in Liuzhou, invented", "91450200MA5N00007X"],
    ["a sole proprietor, invented", "92450203MA5N000076"],
    ["a company in a district, invented", "91450204MA5N00007P"],
    ["a cooperative, invented", "93450222MA5P00009C"],
  ])("%s", (_, code) => {
    expect(judgeCreditCode(code)).toBeUndefined();
  });

  test.each([
    ["another check character", "91450200MA5N00007Y", "wrong-check-digit"],
    ["one character short", "91450200MA5N00007", "wrong-length"],
    ["one character long", "91450200MA5N00007X0", "wrong-length"],
    ["the letter I", "91450200MAIN00007X", "wrong-character"],
    ["the letter O for a zero", "914502OOMA5N00007X", "wrong-character"],
    ["the letter S for a five", "91450200MASN00007X", "wrong-character"],
    ["the letter Z", "91450200MA5Z00007X", "wrong-character"],
    ["the letter V", "91450200MA5V00007X", "wrong-character"],
    ["lower case", "91450200ma5n00007x", "wrong-character"],
    ["a full-width digit", "91450200MA5N0000\uFF17X", "wrong-character"],
    ["a Cyrillic А", "91450200MА5N00007X", "wrong-character"],
    ["a Greek Χ at the end", "91450200MA5N00007Χ", "wrong-character"],
    ["a space", "91450200MA5N0000 X", "wrong-character"],
    ["no province", "91990200MA5N00007X", "unknown-division"],
    ["nothing", "", "wrong-length"],
  ])("%s is refused", (_, code, fault) => {
    expect(judgeCreditCode(code)?.code).toBe(fault);
  });

  test("every single wrong character is caught", () => {
    const right = "91450204MA5N00007P";
    const accepted = [...right].flatMap((_, position) =>
      [...alphabet]
        .map((character) => right.slice(0, position) + character + right.slice(position + 1))
        .filter((code) => code !== right && judgeCreditCode(code) === undefined),
    );
    expect(accepted).toEqual([]);
  });

  test("neighbours in the wrong order are caught", () => {
    const right = "91450204MA5N00007P";
    const swapped = [...right].map(
      (_, at) => right.slice(0, at) + (right[at + 1] ?? "") + right[at] + right.slice(at + 2),
    );
    const accepted = swapped.slice(0, -1).filter((code) => code !== right && judgeCreditCode(code) === undefined);
    expect(accepted).toEqual([]);
  });

  test("the sentence for people names the place and not the code", () => {
    const checked = checkFields(CreditCode, "91450200MAIN00007X", "/creditCode");
    expect(checked).toEqual({
      isValid: false,
      fields: [
        {
          path: "/creditCode",
          code: "wrong-character",
          reason: {
            zh: "第 11 位的字符不能用。只用数字和大写字母,且没有 I、O、S、V、Z;第 3 至 8 位是数字。",
            en: "Character 11 cannot be used. Only digits and capital letters without I, O, S, V and Z; characters 3 to 8 are digits.",
          },
        },
      ],
    });
  });

  test("the prefecture stands in the code", () => {
    expect(prefectureOf("91450204MA5N00007P")).toBe("4502");
  });
});
