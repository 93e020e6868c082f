import { describe, expect, test } from "vitest";
import { type Condition, judge } from "../../shared/packages/condition.ts";

const isA: Condition = { fact: "a", equals: true };
const hasB: Condition = { fact: "b", isGiven: true };

describe("a condition while facts may still come", () => {
  test.each<[string, Condition, Record<string, unknown>, string[], boolean | undefined]>([
    ["one part of any holds: the rest does not matter", { any: [isA, hasB] }, { a: true }, ["b"], true],
    ["no part of any holds yet", { any: [isA, hasB] }, { a: false }, ["b"], undefined],
    ["no part of any will hold", { any: [isA, hasB] }, { a: false }, [], false],
    ["one part of all fails: the rest does not matter", { all: [isA, hasB] }, { a: false }, ["b"], false],
    ["all may still hold", { all: [isA, hasB] }, { a: true }, ["b"], undefined],
    ["all hold", { all: [isA, hasB] }, { a: true, b: 1 }, [], true],
    ["not of what is open is open", { not: hasB }, {}, ["b"], undefined],
    ["not given, and never will be", { fact: "b", isGiven: false }, {}, [], true],
    ["not given, but may come", { fact: "b", isGiven: false }, {}, ["b"], undefined],
    ["an open list", { fact: "b", includes: "x" }, {}, ["b"], undefined],
    ["a list that has it", { fact: "b", includes: "x" }, { b: ["x"] }, [], true],
    ["one of several", { fact: "b", oneOf: ["x", "y"] }, { b: "z" }, [], false],
  ])("%s", (_, condition, facts, open, expected) => {
    expect(judge(condition, facts, (fact) => open.includes(fact))).toBe(expected);
  });
});
