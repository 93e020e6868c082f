import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { desks } from "../../infra/local/sandbox/desks.ts";
import { messageKinds } from "../../shared/api/resources/message.ts";
import { messageInWords } from "../../shared/api/views/message-words.ts";
import { stepInWords } from "../../shared/api/views/step-words.ts";
import type { Message, StepState } from "../../shared/cases/case.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { Text } from "../../shared/kernel/text.ts";
import { secondHandHousing } from "../../shared/packages/housing/package.ts";
import type { FactReader } from "../../shared/packages/package.ts";
import { planOf } from "../../shared/packages/plan.ts";
import { knownRefusals, nextAfterRefusal } from "../../shared/packages/refusals.ts";

const sources = ["housing", "repurchase-refund"].flatMap((name) => {
  const folder = new URL(`../../shared/packages/${name}/`, import.meta.url);
  return readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
});
const engine = ["step-work.ts", "leave-to-ask.ts", "step-transitions.ts"].map((name) =>
  readFileSync(new URL(`../../shared/cases/${name}`, import.meta.url), "utf8"),
);
const sandbox = ["core-tax-housing.ts", "core-tax-repurchase.ts", "property-registry.ts"].map((name) =>
  readFileSync(new URL(`../../infra/local/sandbox/${name}`, import.meta.url), "utf8"),
);
/** Not refusals but waits: our own fault, and a quota of look-ups; both are tried again by themselves. */
const notRefusals = ["step-failed", "quota-used-up"];
const codes = [
  ...new Set(
    [...sources, ...engine, ...sandbox].flatMap((text) =>
      [...text.matchAll(/code: "([a-z-]+)"/g)].map(([, code = ""]) => code),
    ),
  ),
].filter((code) => !notRefusals.includes(code));

const isSaidTwice = ({ zh, en }: Text) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/[A-Za-z]{2}/);
  expect(en).not.toMatch(/\p{Script=Han}/u);
};

describe("every refusal that a sale can meet", () => {
  test("is known: those of the package, of the engine and of the authorities that it calls", () => {
    expect(codes.length).toBeGreaterThan(12);
    expect(desks.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !knownRefusals.includes(code))).toEqual([]);
  });

  test.each(codes)("%s says in both languages what to do next", (code) => {
    isSaidTwice(nextAfterRefusal(code));
    expect(nextAfterRefusal(code)).not.toEqual(nextAfterRefusal("some code of an authority"));
  });
});

const at = "2026-11-23T02:00:00.000Z" as Instant;
const state = (more: Partial<StepState>): StepState => ({
  status: "waiting",
  attempts: 1,
  round: 0,
  readyAt: at,
  since: at,
  clocks: { active: 0, away: 0, machine: 0, authority: 0 },
  ...more,
});

/** Whom each step can wait for: who is asked, its authority in silence and late, an officer where a rule leaves it open. */
const waits = secondHandHousing.steps.flatMap(({ id, asks, instead, performs, decide }): [string, StepState][] => [
  ...(asks
    ? [[`${id}, asked of ${asks.role}`, state({ waitsFor: asks.role, promisedBy: at })] as [string, StepState]]
    : []),
  ...(instead
    ? [
        [
          `${id}, to be stated instead`,
          state({ status: "retrying", waitsFor: performs?.authority ?? "", nextAt: at }),
        ] as [string, StepState],
      ]
    : []),
  ...(performs
    ? [
        [`${id}, silent`, state({ status: "retrying", waitsFor: performs.authority, nextAt: at })] as [
          string,
          StepState,
        ],
      ]
    : []),
  ...(performs?.kind === "act"
    ? [[`${id}, answered later`, state({ waitsFor: performs.authority, promisedBy: at })] as [string, StepState]]
    : []),
  ...(decide || performs
    ? [[`${id}, with an officer`, state({ waitsFor: "officer", promisedBy: at })] as [string, StepState]]
    : []),
]);

describe("every wait", () => {
  const plan = planOf(secondHandHousing, { values: {}, steps: {} });

  test.each(waits)("%s, is said with whom it waits for", (name, each) => {
    const standing = plan.get(name.split(",")[0] ?? "");
    if (!standing) throw new Error(`no step ${name}`);
    const words = stepInWords(secondHandHousing, each, standing);
    isSaidTwice(words);
    expect(words.zh).toContain("等待");
    expect(words.en).toContain("waiting for");
  });

  const bill = { billNumber: "B-1", amount: "4000.00", taxes: [], payBy: "2026-12-08" };
  const bills = [
    { ...bill, payer: "seller-1" },
    { ...bill, payer: "buyer-1" },
  ];
  const readers: [string, FactReader, typeof bills][] = [
    ["who has to pay", { roles: ["buyer"], parties: ["buyer-1"] }, bills],
    ["who has nothing to pay", { roles: ["seller"], parties: ["seller-1"] }, bills.slice(1)],
    ["who is no party", { roles: ["seller"], parties: [] }, bills],
    ["an officer", { roles: ["officer"], parties: [] }, bills],
  ];
  test.each(readers)("that hangs on people is told to %s", (_, reader, those) => {
    const hanging = secondHandHousing.steps.filter(({ awaitsPeople }) => awaitsPeople);
    expect(hanging.map(({ id }) => id)).toEqual(["payment"]);
    for (const { awaitsPeople } of hanging) {
      const words = awaitsPeople?.({ bills: those }, reader).words;
      if (!words) throw new Error("no words");
      isSaidTwice(words);
      expect(words.zh).toContain("等待");
      expect(words.en).toContain("waiting for");
    }
  });

  test("the codes and waits reach to the last step of the package", () => {
    const last = [
      "payment",
      "tax-cleared",
      "sales-invoice",
      "registration",
      "cancellation",
      "refund",
      "overpaid-refund",
    ];
    for (const step of last) expect(waits.some(([name]) => name.startsWith(`${step},`))).toBe(true);
    const late = ["settlement-differs", "refund-differs", "already-invoiced", "taxes-open", "seized", "no-refund"];
    expect(late.filter((code) => !codes.includes(code))).toEqual([]);
  });

  test("every question that is put to people says what is agreed to, or what is wanted", () => {
    for (const { id, name, asks, instead, onRequest, retriable } of secondHandHousing.steps) {
      isSaidTwice(name);
      for (const each of [instead, onRequest, retriable]) if (each?.statement) isSaidTwice(each.statement);
      if (!asks || asks.role === "officer") continue;
      expect(asks.statement, id).toBeDefined();
      if (asks.statement) isSaidTwice(asks.statement);
    }
  });
});

describe("every message", () => {
  const about = secondHandHousing.steps.map(({ id }) => id);

  test.each(messageKinds)(
    "%s, of every step and with every code, says what has happened and what to do next",
    (kind) => {
      for (const step of about) {
        for (const code of kind === "refused" ? codes : [undefined]) {
          const message: Message = {
            number: 1,
            at,
            kind,
            step,
            to: { role: "buyer" },
            who: "core-tax",
            reason: "example",
            promisedBy: at,
            fields: ["buyerStatement"],
            document: { number: "1", issuedOn: "2026-11-23" },
            ...(code !== undefined && { code }),
          };
          const { text, next } = messageInWords(secondHandHousing, message);
          isSaidTwice(text);
          isSaidTwice(next);
        }
      }
    },
  );
});
