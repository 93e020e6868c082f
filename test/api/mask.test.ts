import { expect, test } from "vitest";
import { mask } from "../../shared/api/views/mask.ts";

test.each([
  ["an identity number keeps nothing of place, birth or sex", "99990019900101001X", "9****************X"],
  ["a credit code", "91999900MA00000000", "**************0000"],
  ["an account", "6222999900001234567", "***************4567"],
  ["a telephone number", "13800000000", "138****0000"],
  ["a name of two", "王某", "王*"],
  ["a name of three", "王小某", "王**"],
  ["a short number", "12345", "1***5"],
  ["one character", "王", "*"],
  ["nothing", "", "*"],
  ["a number", 1234, "***"],
  ["yes or no", true, "***"],
  ["null", null, null],
])("%s", (_, value, masked) => {
  expect(mask(value)).toEqual(masked);
});

test("a person is masked part by part; what kind of document it is stays", () => {
  expect(mask([{ name: "王小某", idType: "resident-id", idNumber: "99990019900101001X" }])).toEqual([
    { name: "王**", idType: "resident-id", idNumber: "9****************X" },
  ]);
});

test("characters outside the basic plane are not cut in half", () => {
  expect(mask("𠮷野家")).toBe("𠮷**");
});
