import { describe, expect, test } from "vitest";
import {
  BankAccountNumber,
  BankBranchCode,
  IndustryCode,
  judgeIndustryCode,
  sectionOf,
} from "../../../shared/kernel/identifiers/index.ts";

describe("industry class, GB/T 4754-2017", () => {
  // The first and last division of sections, and classes that the rules name.
  test.each([
    ["0111", "A"],
    ["0549", "A"],
    ["0610", "B"],
    ["1200", "B"],
    ["1311", "C"],
    ["4360", "C"],
    ["4710", "E"],
    ["5090", "E"],
    ["5265", "F"],
    ["6210", "H"],
    ["6510", "I"],
    ["7251", "L"],
    ["9700", "T"],
  ] as const)("%s is of section %s", (code, section) => {
    expect([judgeIndustryCode(code), sectionOf(code)]).toEqual([undefined, section]);
  });

  test.each([
    ["a division above the last", "9810"],
    ["division 00", "0010"],
    ["three digits", "621"],
    ["with its section letter", "H621"],
    ["Chinese digits", "六二一零"],
  ])("%s is refused", (_, code) => {
    expect(IndustryCode.safeParse(code).success).toBe(false);
  });
});

describe("bank codes", () => {
  test.each([
    ["8 digits, the shortest account", BankAccountNumber, "12345678", true],
    ["7 digits", BankAccountNumber, "1234567", false],
    ["32 digits, the longest account", BankAccountNumber, "1".repeat(32), true],
    ["33 digits", BankAccountNumber, "1".repeat(33), false],
    ["letters", BankAccountNumber, "1234567O", false],
    ["a full-width digit", BankAccountNumber, "1234567\uFF18", false],
    ["12 digits of a branch", BankBranchCode, "102614000018", true],
    ["11 digits of a branch", BankBranchCode, "10261400001", false],
    ["13 digits of a branch", BankBranchCode, "1026140000180", false],
  ] as const)("%s", (_, schema, text, isValid) => {
    expect(schema.safeParse(text).success).toBe(isValid);
  });
});
