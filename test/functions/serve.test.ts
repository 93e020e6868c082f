import { beforeEach, describe, expect, test, vi } from "vitest";
import { describeEndpoint } from "../../functions/wiring/endpoint.ts";
import { serve } from "../../functions/wiring/serve.ts";
import * as contracts from "../../shared/api/contracts/case-reading.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";
import { aCaller, testWorld } from "../support/test-world.ts";
import { aContext, call, httpEvent } from "./support/call.ts";
import { endpoints, watchedWorld } from "./support/endpoints.ts";
import { openedCases } from "./support/opened-cases.ts";

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => {
    lines.push(line);
  });
});

const path = { caseId: "0".repeat(26) };
const failing = (error: unknown) =>
  describeEndpoint(contracts.getCase, async () => {
    throw error;
  });

class Throttled extends Error {
  override readonly name = "ThrottlingException";
}
const fromService = Object.assign(new Error("x"), { $fault: "server" });

describe("an error", () => {
  test.each([
    ["a plain error", new Error("idNumber 99990019900101001X at table one-window"), 500, "internal-error"],
    ["what is no error", "oops", 500, "internal-error"],
    ["a refusal that nobody has described", new Refusal("no-such-code"), 500, "internal-error"],
    ["a refusal called like something that every object has", new Refusal("constructor"), 500, "internal-error"],
    ["throttling", new Throttled("x"), 503, "temporarily-unavailable"],
    ["a fault of the database", fromService, 503, "temporarily-unavailable"],
  ])("%s", async (_, error, status, code) => {
    const reply = await call(failing(error), testWorld(), { path });
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({ code, requestId: "request-1" });
    expect(reply.headers["retry-after"]).toBe(status === 503 ? "5" : undefined);
    expect(JSON.stringify(reply)).not.toMatch(/99990019900101001X|one-window at|table|stack/);
    expect(lines.join()).not.toContain("99990019900101001X");
  });

  test("a fault of ours is logged with where it happened", async () => {
    const error = new Error("a secret", { cause: new RangeError("another secret") });
    await call(failing(error), testWorld(), { path });
    const failed = lines.map((line) => JSON.parse(line)).find(({ code }) => code === "FAILED");
    expect(failed).toMatchObject({ level: "ERROR", error: "Error", cause: "RangeError", requestId: "request-1" });
    expect(failed.at).toContain("serve.test.ts");
    expect(lines.join()).not.toContain("secret");
  });
});

describe("time", () => {
  test("shortly before the function is stopped, the caller is told", async () => {
    const slow = describeEndpoint(contracts.getCase, () => new Promise<never>(() => {}));
    const reply = await call(slow, testWorld(), { path }, aContext(450));
    expect(reply.status).toBe(503);
    expect(reply.body).toMatchObject({ code: "took-too-long" });
  });

  test("an endpoint is told until when it may begin something", async () => {
    const world = testWorld();
    let deadline: string | undefined;
    const timed = describeEndpoint(contracts.getCase, async (request) => {
      deadline = request.deadline;
      throw new Refusal("case-not-found");
    });
    await call(timed, world, { path }, aContext(29_000));
    expect(deadline).toBe("2030-01-31T02:00:27.500Z");
    await call(timed, world, { path }, aContext(900));
    expect(deadline).toBe(world.clock());
  });
});

describe("logs", () => {
  test("say what began and what came of it, by codes, ids and times", async () => {
    const { world } = watchedWorld();
    const { asking } = await openedCases(world);
    await call(endpoints.getCase, world, { path: { caseId: asking.id } });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        code: "STARTED",
        level: "INFO",
        route: "GET /v1/cases/{caseId}",
        requestId: "request-1",
        caseId: asking.id,
      },
      {
        code: "COMPLETED",
        level: "INFO",
        route: "GET /v1/cases/{caseId}",
        requestId: "request-1",
        caseId: asking.id,
        status: 200,
        milliseconds: expect.any(Number),
      },
    ]);
  });

  test("name the problem, and nothing of the person or of what was sent", async () => {
    const { world } = watchedWorld();
    const caller = aCaller("王小某");
    await call(endpoints.openCase, world, {
      caller,
      body: { packageId: "test", opening: { code: "", "99990019900101001X": 1 }, consents: { dataSharing: true } },
    });
    await call(endpoints.getCase, world, { caller, path: { caseId: "99990019900101001x" } });
    expect(lines.map((line) => JSON.parse(line).problem)).toEqual([
      undefined,
      "opening-invalid",
      undefined,
      "case-not-found",
    ]);
    expect(lines.join()).not.toMatch(/99990019900101001x|王小某/i);
    expect(lines.join()).not.toContain(caller.key);
  });

  test.each([
    ["WARN", 0],
    ["INFO", 2],
    ["nonsense", 2],
  ])("of level %s", async (level, count) => {
    vi.stubEnv("AWS_LAMBDA_LOG_LEVEL", level);
    await call(endpoints.getHealth, watchedWorld().world, {});
    vi.unstubAllEnvs();
    expect(lines).toHaveLength(count);
  });
});

describe("what a caller has already", () => {
  test("a case that has not changed is not sent again", async () => {
    const { world } = watchedWorld();
    const { asking } = await openedCases(world);
    const request = { path: { caseId: asking.id } };
    const first = await call(endpoints.getCase, world, request);
    expect(first.headers.etag).toBe(`"${asking.version}"`);
    const again = await call(endpoints.getCase, world, {
      ...request,
      headers: { "if-none-match": String(first.headers.etag) },
    });
    expect(again).toMatchObject({ status: 304, body: undefined, headers: { etag: first.headers.etag } });
    const older = await call(endpoints.getCase, world, { ...request, headers: { "if-none-match": '"0"' } });
    expect(older.status).toBe(200);
  });

  test("a case is kept by nobody on the way; the catalogue may be", async () => {
    const { world } = watchedWorld();
    const { asking } = await openedCases(world);
    const ofPerson = await call(endpoints.getCase, world, { path: { caseId: asking.id } });
    expect(ofPerson.headers["cache-control"]).toBe("no-store");
    const catalogue = await call(endpoints.listPackages, world, {});
    expect(catalogue.headers["cache-control"]).toBe("public, max-age=60");
    const again = await call(endpoints.listPackages, world, {
      headers: { "if-none-match": `W/${catalogue.headers.etag}` },
    });
    expect(again.status).toBe(304);
  });
});

describe("the world of a group", () => {
  test("is built once, and again only after it could not be", async () => {
    let built = 0;
    const handler = serve([endpoints.getHealth], () => {
      built += 1;
      if (built === 1) throw new Error("no environment");
      return watchedWorld().world;
    });
    const ask = async () => (await handler(httpEvent(endpoints.getHealth.contract, {}), aContext())).statusCode;
    expect([await ask(), await ask(), await ask()]).toEqual([500, 200, 200]);
    expect(built).toBe(2);
  });

  test("a route of another group is not found", async () => {
    const handler = serve([endpoints.getHealth], () => watchedWorld().world);
    const { statusCode, body } = await handler(httpEvent(endpoints.listPackages.contract, {}), aContext());
    expect(statusCode).toBe(404);
    expect(JSON.parse(body ?? "")).toMatchObject({ code: "route-not-found" });
  });

  test("a function that could recognise nobody answers nobody's request for a case", async () => {
    const { hash: _hash, ...world } = watchedWorld().world;
    const handler = serve([failing(new Refusal("case-not-found"))], () => world);
    const { statusCode } = await handler(httpEvent(contracts.getCase, { path }), aContext());
    expect(statusCode).toBe(500);
  });
});

test.each([
  ["zh", "需要再次确认是您本人"],
  ["en", "Please confirm once more that it is you"],
])("a login that is too weak is challenged as RFC 9470 has it, in words of %s", async (language, title) => {
  const stepUp = { acr: "urn:one-window:acr:two-factor", maxAgeSeconds: 900 };
  const headers = { "accept-language": language };
  const reply = await call(failing(new Refusal("step-up-required", { stepUp })), testWorld(), { path, headers });
  expect(reply.status).toBe(401);
  expect(reply.headers["www-authenticate"]).toBe(
    'Bearer error="insufficient_user_authentication", error_description="A recent second factor is needed", ' +
      'acr_values="urn:one-window:acr:two-factor", max_age="900"',
  );
  expect(reply.body).toMatchObject({ code: "step-up-required", title, acrValues: stepUp.acr, maxAgeSeconds: 900 });
});
