import { beforeEach, describe, expect, test, vi } from "vitest";
import { problems } from "../../shared/api/problems.ts";
import { Problem } from "../../shared/api/resources/problem.ts";
import { needsToken, type RouteName, routes } from "../../shared/api/routes.ts";
import { languages } from "../../shared/kernel/text.ts";
import { aCaller, anOfficer } from "../support/test-world.ts";
import { type BadInput, badInputs } from "./support/bad-input.ts";
import { call, claimsOf, type TestReply, type TestRequest } from "./support/call.ts";
import { endpoints } from "./support/endpoints.ts";
import { scene } from "./support/scene.ts";

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
});

const names = Object.keys(routes) as RouteName[];

const expectProblem = (reply: TestReply, { code, path }: Pick<BadInput, "code" | "path">, language: "zh" | "en") => {
  const problem = Problem().parse(reply.body);
  expect(problem).toEqual(reply.body);
  expect(problem).toMatchObject({ code, status: problems[code].status, requestId: "request-1" });
  expect(problem.title).toBe(problems[code].title[language]);
  expect(problem.detail).toBe(problems[code].detail[language]);
  expect(reply.status).toBe(problems[code].status);
  expect(reply.headers).toMatchObject({
    "content-type": "application/problem+json; charset=utf-8",
    "content-language": language,
    "cache-control": "no-store",
  });
  if (path !== undefined) {
    const field = problem.fields?.find((each) => each.path === path);
    expect(field, `${path} among ${JSON.stringify(problem.fields)}`).toBeDefined();
    expect(/\p{Script=Han}/u.test(field?.reason ?? "")).toBe(language === "zh");
  }
};

const contractOf = (name: RouteName) => endpoints[name].contract;
const accessOf = (name: RouteName) => contractOf(name).route.access;
const withToken = names.filter((name) => needsToken(contractOf(name).route));

describe("a sound request", () => {
  test.each(names)("of %s is taken", async (name) => {
    const { world, sound } = await scene();
    const reply = await call(endpoints[name], world, sound[name]);
    expect(reply.status, JSON.stringify(reply.body)).toBe(name === "openCase" || name === "payBill" ? 201 : 200);
    expect(contractOf(name).reply().parse(reply.body)).toEqual(reply.body);
  });
});

describe("a request that is wrong by its form gets its problem in both languages, and nothing is written", () => {
  test.each(names)("%s", async (name) => {
    const { world, writes, sound } = await scene();
    const all = badInputs(contractOf(name), sound[name]);
    expect(all.length).toBeGreaterThan(0);
    for (const bad of all) {
      for (const language of languages) {
        const headers = { ...bad.request.headers, "accept-language": language };
        const reply = await call(endpoints[name], world, { ...bad.request, headers });
        expect(`${bad.what}: ${(reply.body as Problem).code}`).toBe(`${bad.what}: ${bad.code}`);
        expectProblem(reply, bad, language);
      }
    }
    expect(writes).toEqual([]);
  });
});

describe("a token that names nobody is none", () => {
  const without = (claim: string) => {
    const { [claim]: _missing, ...rest } = claimsOf(anOfficer());
    return rest;
  };
  const tokens: readonly (readonly [string, Record<string, string> | undefined])[] = [
    ["no claims", undefined],
    ["empty claims", {}],
    ...["sub", "name", "id_type", "id_number", "real_name_level", "roles"].map(
      (claim) => [`no ${claim}`, without(claim)] as const,
    ),
    ["an unknown kind of document", { ...claimsOf(anOfficer()), id_type: "library-card" }],
    ["an unknown real-name level", { ...claimsOf(anOfficer()), real_name_level: "9" }],
  ];
  test.each(withToken)("%s", async (name) => {
    const { world, writes, sound } = await scene();
    for (const [what, claims] of tokens) {
      const request: TestRequest = { ...sound[name], ...(claims ? { claims } : { caller: "nobody" }) };
      const reply = await call(endpoints[name], world, request);
      expect(`${what}: ${reply.status}`).toBe(`${what}: 401`);
      expectProblem(reply, { code: "token-required" }, "zh");
    }
    expect(writes).toEqual([]);
  });
});

describe("a caller who may not", () => {
  test.each(names.filter((name) => accessOf(name) === "officer"))("%s is for officers", async (name) => {
    const { world, writes, sound } = await scene();
    const reply = await call(endpoints[name], world, { ...sound[name], caller: aCaller() });
    expectProblem(reply, { code: "officer-only" }, "zh");
    expect(writes).toEqual([]);
  });

  const ofCases = withToken.filter((name) => contractOf(name).route.path.includes("{caseId}"));
  test.each(ofCases)("%s of somebody else's case is as good as none", async (name) => {
    const { world, writes, sound } = await scene();
    const stranger =
      accessOf(name) === "officer" ? { ...anOfficer("elsewhere"), office: "elsewhere" } : aCaller("stranger");
    const theirs = await call(endpoints[name], world, { ...sound[name], caller: stranger });
    const path = { ...sound[name].path, caseId: "0".repeat(26) };
    const nobodys = await call(endpoints[name], world, { ...sound[name], caller: stranger, path });
    expectProblem(theirs, { code: "case-not-found" }, "zh");
    expect(theirs).toEqual(nobodys);
    expect(writes).toEqual([]);
  });
});

describe("a request that comes too late, or again", () => {
  test.each(names.filter((name) => contractOf(name).takesVersion))("%s with a stale ETag", async (name) => {
    const { world, writes, sound } = await scene();
    const headers = { ...sound[name].headers, "if-match": '"1"' };
    const reply = await call(endpoints[name], world, { ...sound[name], headers });
    expectProblem(reply, { code: "case-changed" }, "zh");
    expect(reply.body).toMatchObject({ expectedVersion: 1, foundVersion: expect.any(Number) });
    expect(writes).toEqual([]);
  });

  const withKey = names.filter((name) => contractOf(name).takesIdempotencyKey);
  test.each(withKey)("%s, the same again, gets the same answer", async (name) => {
    const { world, writes, sound } = await scene();
    const first = await call(endpoints[name], world, sound[name]);
    writes.length = 0;
    const second = await call(endpoints[name], world, sound[name]);
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(200);
    expect(writes.filter((write) => write === "replace")).toEqual([]);
  });

  const other: Partial<Record<RouteName, unknown>> = {
    openCase: { packageId: "test", opening: { code: "C-3" }, consents: { dataSharing: true } },
    answerStep: { answers: { wish: "something else" } },
    withdrawCase: { reason: "no reason" },
    decideStep: { approved: false, reason: "no" },
    saveDraft: { answers: {} },
    requestStep: { reason: "it has another address" },
    objectToRecords: { reason: "it is somebody else" },
    rateCase: { score: 1 },
    payBill: { wallet: "alipay", scene: "qr" },
    takeOverDecision: { reason: "seen again", results: { desk: "6" } },
    giveDelegation: {
      delegate: { name: "agent two", idType: "other", idNumber: "test-agent-two" },
      scopes: ["read"],
      until: "2030-02-28T00:00:00.000Z",
    },
    assistPerson: { presence: { kind: "document", idType: "other", idNumber: "test-two" } },
  };
  // A claim or a withdrawal says nothing but its step, which stands in the address; what one has read only rises, whatever the
  // key; another hand-over code is refused as such.
  const saysNothing: readonly RouteName[] = [
    "claimStep",
    "markMessagesRead",
    "withdrawAuthorisation",
    "abandonPayment",
    "repairDifference",
    "endDelegation",
    "handOver",
    "redeemHandover",
    "endSession",
  ];
  test.each(withKey.filter((name) => !saysNothing.includes(name)))(
    "%s, another one under the same key",
    async (name) => {
      const { world, writes, sound } = await scene();
      await call(endpoints[name], world, sound[name]);
      writes.length = 0;
      const reply = await call(endpoints[name], world, { ...sound[name], body: other[name] });
      expectProblem(reply, { code: "idempotency-key-reused" }, "zh");
      expect(writes.filter((write) => write !== "create")).toEqual([]);
    },
  );
});
