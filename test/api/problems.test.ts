import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { functions } from "../../functions/functions.ts";
import { describeProblem, problemCodes, problemOfGateway, problems } from "../../shared/api/problems.ts";
import { Problem } from "../../shared/api/resources/problem.ts";
import { languages } from "../../shared/kernel/text.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every module that a function carries, found by following its imports. */
const modulesOf = (entries: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, name] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+\.ts)"/g)) {
      visit(join(dirname(file), name ?? ""));
    }
  };
  for (const entry of entries) visit(join(root, entry));
  return [...found];
};

/** The codes that a function can refuse with, wherever it does. */
const thrownCodes = (): string[] => {
  const sources = modulesOf(Object.values(functions).map(({ entry }) => entry)).map((file) =>
    readFileSync(file, "utf8"),
  );
  const found = sources.flatMap((source) => [
    ...source.matchAll(/new Refusal\(\s*"([a-z-]+)"/g),
    ...source.matchAll(/(?:parseFields|read)\([^;]*?"([a-z]+-invalid)"/gs),
  ]);
  return [...new Set(found.map(([, code]) => code ?? ""))].sort();
};

test("every code that a function refuses with has its problem", () => {
  const codes = thrownCodes();
  expect(codes).toContain("case-not-found");
  expect(codes).toContain("answers-invalid");
  expect(codes.filter((code) => !problemCodes.includes(code as never))).toEqual([]);
});

test.each(problemCodes)("%s says in both languages what happened and what to do", (code) => {
  const { status, title, detail } = problems[code];
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(600);
  for (const text of [title, detail]) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).not.toMatch(/\p{Script=Han}/u);
    expect(text.en.length).toBeGreaterThan(10);
  }
  expect(detail.zh).toMatch(/[。]$/);
  expect(detail.en).toMatch(/[.]$/);
});

test.each(languages)("a problem in %s is as RFC 9457 has it", (language) => {
  const problem = describeProblem("answers-invalid", language, {
    data: {
      fields: [{ path: "/answers/price", code: "missing", reason: { zh: "必须填写。", en: "This is required." } }],
    },
    requestId: "request-1",
  });
  expect(Problem().parse(problem)).toEqual(problem);
  expect(problem).toEqual({
    type: "urn:one-window:problem:answers-invalid",
    title: problems["answers-invalid"].title[language],
    status: 422,
    detail: problems["answers-invalid"].detail[language],
    code: "answers-invalid",
    texts: { title: problems["answers-invalid"].title, detail: problems["answers-invalid"].detail },
    fields: [
      {
        path: "/answers/price",
        code: "missing",
        reason: language === "zh" ? "必须填写。" : "This is required.",
        text: { zh: "必须填写。", en: "This is required." },
      },
    ],
    requestId: "request-1",
  });
});

test("of a refusal's data only versions and fields are shown", () => {
  const problem = describeProblem("case-changed", "en", {
    data: { caseId: "c", expectedVersion: 3, foundVersion: 4, person: { idNumber: "secret" }, status: "open" },
  });
  expect(problem).toMatchObject({ expectedVersion: 3, foundVersion: 4 });
  expect(JSON.stringify(problem)).not.toContain("secret");
  expect(problem).not.toHaveProperty("caseId");
});

test.each([
  [400, "request-refused"],
  [401, "token-required"],
  [403, "access-forbidden"],
  [404, "route-not-found"],
  [413, "body-too-large"],
  [418, "request-refused"],
  [429, "rate-limited"],
  [500, "internal-error"],
  [502, "temporarily-unavailable"],
  [503, "temporarily-unavailable"],
  [504, "temporarily-unavailable"],
])("the gateway's own %i is %s", (status, code) => {
  expect(problemOfGateway(status)).toBe(code);
});
