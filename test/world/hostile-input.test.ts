import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TokenOrder } from "../../infra/local/identity-provider/tokens.ts";
import { ApiProblem, createClient } from "../../shared/api/client.ts";
import { contracts } from "../../shared/api/contracts/index.ts";
import { type ProblemCode, problems } from "../../shared/api/problems.ts";
import { Problem } from "../../shared/api/resources/problem.ts";
import { needsToken, type RouteName, routes } from "../../shared/api/routes.ts";
import { languages } from "../../shared/kernel/text.ts";
import { badInputs } from "../functions/support/bad-input.ts";
import type { TestRequest } from "../functions/support/call.ts";
import { type HostileScene, hostileScene } from "./support/hostile-scene.ts";
import { type Answer, knock, tableContents } from "./support/knock.ts";

/*
 * The whole product over HTTP: gateway, authorizer, functions, table. Whatever is wrong with a request, its answer is the
 * right problem in both languages, and the table is the same byte for byte.
 */

let scene: HostileScene;
const names = Object.keys(routes) as RouteName[];
const callersOf = {
  person: "founder-zhong",
  // An officer, too, and sees what only supervisors see.
  officer: "supervisor-qiu",
} as const;

/** Who rightly calls a route. */
const callerOf = (name: RouteName): string | undefined => {
  const { access } = routes[name];
  return access === "person" || access === "officer" ? callersOf[access] : undefined;
};

const send = async (name: RouteName, request: TestRequest, login = callerOf(name)): Promise<Answer> => {
  const token = login === undefined ? undefined : await scene.tokenOf({ login });
  return knock(scene.world.apiUrl, contracts[name], request, token);
};

beforeAll(async () => {
  scene = await hostileScene();
});
afterAll(() => scene.world.close());

/** Sends requests, and proves that they left nothing behind. */
const leavingNothing = async (requests: () => Promise<void>): Promise<void> => {
  const before = await tableContents(scene.world);
  expect(before.length).toBeGreaterThan(0);
  await requests();
  expect(await tableContents(scene.world)).toEqual(before);
};

const expectProblem = (answer: Answer, code: ProblemCode, language: "zh" | "en"): void => {
  expect(answer).toMatchObject({
    status: problems[code].status,
    contentType: "application/problem+json; charset=utf-8",
    contentLanguage: language,
  });
  const problem = Problem().parse(answer.body);
  expect(problem).toMatchObject({ code, title: problems[code].title[language] });
};

describe("a request that is wrong by its form", () => {
  test.each(names)("%s", async (name) => {
    await leavingNothing(async () => {
      for (const { what, request, code } of badInputs(contracts[name], scene.sound[name])) {
        for (const language of languages) {
          const headers = { ...request.headers, "accept-language": language };
          const answer = await send(name, { ...request, headers });
          expect(`${what}: ${(answer.body as Problem).code}`).toBe(`${what}: ${code}`);
          expectProblem(answer, code, language);
        }
      }
    });
  });
});

describe("facts that their schema does not know", () => {
  const wrong: readonly (readonly [RouteName, unknown, ProblemCode, string])[] = [
    ["openCase", { opening: {} }, "opening-invalid", "/opening/creditCode"],
    ["openCase", { opening: { creditCode: 91 } }, "opening-invalid", "/opening/creditCode"],
    ["openCase", { opening: { creditCode: "91450203MA00000000" } }, "opening-invalid", "/opening/creditCode"],
    ["answerStep", { answers: { isAdmin: true } }, "answers-invalid", "/answers/isAdmin"],
    // Cyrillic letters that look like the code's own M and A.
    ["openCase", { opening: { creditCode: "91450203\u041c\u04105EXN0011" } }, "opening-invalid", "/opening/creditCode"],
    ["answerStep", { answers: { wagesFrom: "9999-12-31" } }, "answers-invalid", "/answers/wagesFrom"],
    ["answerStep", { answers: { wagesFrom: "2027-02-29" } }, "answers-invalid", "/answers/wagesFrom"],
    ["answerStep", { answers: { email: "nobody" } }, "answers-invalid", "/answers/email"],
    ["answerStep", { answers: { taxpayerName: "another" } }, "answers-invalid", "/answers/taxpayerName"],
  ];
  test.each(wrong)("%s with %j", async (name, body, code, path) => {
    await leavingNothing(async () => {
      const answer = await send(name, {
        ...scene.sound[name],
        body: { ...(scene.sound[name].body as object), ...(body as object) },
      });
      expectProblem(answer, code, "zh");
      expect((answer.body as Problem).fields?.map((field) => field.path)).toContain(path);
    });
  });

  test.each<[string, object, ProblemCode]>([
    ["no consent", { consents: { dataSharing: false } }, "consent-missing"],
    ["an unknown package", { packageId: "no-such-package" }, "package-not-found"],
  ])("openCase with %s", async (_, body, code) => {
    await leavingNothing(async () => {
      const request = { ...scene.sound.openCase, body: { ...(scene.sound.openCase.body as object), ...body } };
      expectProblem(await send("openCase", request), code, "zh");
    });
  });
});

describe("the gateway's own answers, as the client tells them", () => {
  const withToken = names.filter((name) => needsToken(routes[name]));
  const bad: readonly (readonly [string, TokenOrder | undefined])[] = [
    ["no token", undefined],
    ["an expired token", { login: "owner-long", expiresInSeconds: -1 }],
    ["a token for others", { login: "owner-long", audience: "another-api" }],
    ["a token of another issuer", { login: "owner-long", issuer: "http://127.0.0.1:1" }],
    ["a token signed by a stranger", { login: "owner-long", signedBy: "stranger" }],
    ["a token not valid yet", { login: "owner-long", validInSeconds: 600 }],
  ];
  test.each(withToken)("%s without a sound token", async (name) => {
    await leavingNothing(async () => {
      for (const [what, order] of bad) {
        const token = order && (await scene.tokenOf(order));
        const answer = await knock(scene.world.apiUrl, contracts[name], scene.sound[name], token);
        expect(`${what}: ${answer.status}`).toBe(`${what}: 401`);
        expect(answer.body).toEqual({ message: "Unauthorized" });
      }
      for (const token of ["x", "a.b.c", "e30.e30.", `${await scene.tokenOf({ login: "owner-long" })}x`]) {
        expect((await knock(scene.world.apiUrl, contracts[name], scene.sound[name], token)).status).toBe(401);
      }
    });
  });

  test.each(languages)("a missing token is a problem in %s", async (language) => {
    const client = createClient({ baseUrl: scene.world.apiUrl, language });
    const error = await client.listCases({}).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ code: "token-required", status: 401 });
    expect((error as ApiProblem).problem.title).toBe(problems["token-required"].title[language]);
  });

  test("a form of 50 MB, beyond the gateway's own limit", async () => {
    await leavingNothing(async () => {
      const answer = await send("openCase", {
        ...scene.sound.openCase,
        text: JSON.stringify("x".repeat(50 * 1024 * 1024)),
      });
      expect(answer.status).toBe(413);
    });
  });

  test("an address that does not exist", async () => {
    const answer = await fetch(`${scene.world.apiUrl}/v1/nothing`);
    expect(answer.status).toBe(404);
  });
});

describe("a caller who may not", () => {
  test.each(names.filter((name) => routes[name].access === "officer"))("%s by a resident", async (name) => {
    await leavingNothing(async () => {
      for (const language of languages) {
        const headers = { ...scene.sound[name].headers, "accept-language": language };
        expectProblem(await send(name, { ...scene.sound[name], headers }, "owner-long"), "officer-only", language);
      }
    });
  });

  const ofCases = names.filter((name) => routes[name].access === "person" && routes[name].path.includes("{caseId}"));
  test.each(ofCases)("%s of somebody else's case", async (name) => {
    await leavingNothing(async () => {
      const theirs = await send(name, scene.sound[name], "builder-gan");
      const path = { ...scene.sound[name].path, caseId: "0".repeat(26) };
      const nobodys = await send(name, { ...scene.sound[name], path }, "builder-gan");
      expectProblem(theirs, "case-not-found", "zh");
      expect({ ...(theirs.body as Problem), requestId: "" }).toEqual({ ...(nobodys.body as Problem), requestId: "" });
    });
  });

  test("other people's lists and cursors", async () => {
    const owner = await scene.clientOf("founder-zhong");
    const page = await owner.listCases({ limit: 1 });
    expect(page.cases).toHaveLength(1);
    expect(page.next).toBeDefined();
    const stranger = await scene.clientOf("builder-gan");
    expect((await stranger.listCases({})).cases).toEqual([]);
    const query = { cursor: page.next ?? "" };
    expectProblem(await send("listCases", { query }, "builder-gan"), "cursor-invalid", "zh");
    expectProblem(await send("listQueue", { query }), "cursor-invalid", "zh");
    expect((await owner.listCases({ limit: 1, cursor: page.next })).cases.map(({ id }) => id)).not.toEqual(
      page.cases.map(({ id }) => id),
    );
  });
});

describe("a request that comes too late, or again", () => {
  test.each(names.filter((name) => contracts[name].takesVersion))("%s with a stale ETag", async (name) => {
    await leavingNothing(async () => {
      for (const language of languages) {
        const headers = { "if-match": '"1"', "accept-language": language };
        expectProblem(await send(name, { ...scene.sound[name], headers }), "case-changed", language);
      }
    });
  });

  test("a key that was used for another request", async () => {
    await leavingNothing(async () => {
      const headers = { "idempotency-key": "the-asking-case" };
      expectProblem(await send("openCase", { ...scene.sound.openCase, headers }), "idempotency-key-reused", "zh");
    });
  });

  test("a step that waits for nobody, or for somebody else", async () => {
    await leavingNothing(async () => {
      const version = { "if-match": `"${scene.queued.version}"` };
      const settledStep = {
        headers: version,
        path: { caseId: scene.queued.id, stepId: "confirm-form" },
        body: { answers: {} },
      };
      expectProblem(await send("answerStep", settledStep, "owner-long"), "step-not-waiting", "zh");
      const officers = { ...settledStep, path: { caseId: scene.queued.id, stepId: "fixed-quota-assessment" } };
      expectProblem(await send("answerStep", officers, "owner-long"), "not-your-step", "zh");
      const unknown = { ...settledStep, path: { caseId: scene.queued.id, stepId: "no-such-step" } };
      expectProblem(await send("answerStep", unknown, "owner-long"), "step-not-found", "zh");
    });
  });
});
