import { readFileSync } from "node:fs";
import * as z from "zod";
import { calendarDate } from "../../kernel/day.ts";
import { liuzhou } from "../localities/index.ts";
import { assessRepurchaseRefund } from "../refund.ts";
import { RepurchaseAnswer, RepurchaseFacts } from "../repurchase-facts.ts";
import { change, scenarioFolder } from "./scenario-file.ts";

const Names = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const RefundFile = z.strictObject({
  title: Names,
  base: z.unknown(),
  scenarios: z.array(
    z.strictObject({
      name: Names,
      source: z.string().min(1),
      facts: z.record(z.string().startsWith("/"), z.unknown()),
      expect: z.strictObject({
        outcome: RepurchaseAnswer.shape.outcome,
        amount: z.string().nullable(),
        shortfalls: z.array(z.string()).optional(),
        missing: z.array(z.string()).optional(),
        says: z.array(z.string()).optional(),
      }),
      working: z.string().optional(),
    }),
  ),
});
export type RefundScenario = z.output<typeof RefundFile>["scenarios"][number];

/** The cases of the refund when buying again, with what differs between expectation and answer. */
export const runRefundScenarios = (): {
  readonly title: z.output<typeof Names>;
  readonly results: readonly { readonly scenario: RefundScenario; readonly differences: readonly string[] }[];
} => {
  const text = readFileSync(new URL("repurchase-refund/cases.json", scenarioFolder), "utf8");
  const { title, base, scenarios } = RefundFile.parse(JSON.parse(text));
  const results = scenarios.map((scenario) => {
    const facts = RepurchaseFacts.parse(change(base, scenario.facts));
    const answer = assessRepurchaseRefund(facts, { locality: liuzhou, askedOn: calendarDate("2026-11-23") });
    return { scenario, differences: differencesIn(scenario, answer) };
  });
  return { title, results };
};

const differencesIn = ({ expect }: RefundScenario, answer: RepurchaseAnswer): readonly string[] => {
  const pairs: [string, unknown, unknown][] = [
    ["outcome", expect.outcome, answer.outcome],
    ["amount", expect.amount, answer.amount],
    ["shortfalls", expect.shortfalls ?? [], answer.shortfalls.map(({ code }) => code)],
    ["missing", expect.missing ?? [], answer.missing],
  ];
  const said = new Set(answer.explanation.map(({ code }) => code));
  const unsaid = (expect.says ?? []).filter((code) => !said.has(code)).map((code) => `does not say ${code}`);
  return pairs
    .filter(([, expected, found]) => JSON.stringify(expected) !== JSON.stringify(found))
    .map(([what, expected, found]) => `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
    .concat(unsaid);
};
