import { describe, expect, test } from "vitest";
import { ApiProblem, createClient } from "../../shared/api/client.ts";
import { describeProblem } from "../../shared/api/problems.ts";

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A client whose network answers one thing and remembers what was sent. */
const clientWith = (answer: () => Response, token?: string | (() => string)) => {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: "http://127.0.0.1:1",
    language: "en",
    ...(token !== undefined && { token }),
    fetch: async (url, { method = "", headers = {}, body } = {}) => {
      const text = typeof body === "string" ? JSON.parse(body) : undefined;
      sent.push({ url: String(url), method, headers: headers as Record<string, string>, body: text });
      return answer();
    },
  });
  return { client, sent };
};

const json = (body: unknown, status = 200, type = "application/json") =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": type } });

const thrownBy = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ApiProblem);
  return error as ApiProblem;
};

describe("what a call sends", () => {
  test("its place in the path, the version seen, a key of its own and the body", async () => {
    const { client, sent } = clientWith(() => json({}, 500), "a-token");
    const call = { caseId: "c1", stepId: "confirm", version: 7, body: { answers: { wish: "none" } } };
    await thrownBy(client.answerStep(call));
    await thrownBy(client.answerStep(call));
    await thrownBy(client.answerStep({ ...call, idempotencyKey: "the-same-again" }));
    expect(sent[0]).toEqual({
      url: "http://127.0.0.1:1/v1/cases/c1/steps/confirm/answer",
      method: "POST",
      headers: {
        "accept-language": "en",
        authorization: "Bearer a-token",
        "content-type": "application/json",
        "idempotency-key": expect.stringMatching(/^[0-9a-f-]{36}$/),
        "if-match": '"7"',
      },
      body: { answers: { wish: "none" } },
    });
    expect(sent[1]?.headers["idempotency-key"]).not.toBe(sent[0]?.headers["idempotency-key"]);
    expect(sent[2]?.headers["idempotency-key"]).toBe("the-same-again");
  });

  test("queries where there are any, and names that cannot break out of their place", async () => {
    const { client, sent } = clientWith(
      () => json({ cases: [] }),
      () => "fresh",
    );
    await client.listCases({ limit: 5, cursor: "a b&c" });
    await client.listCases();
    await thrownBy(client.getCase({ caseId: "../queue?x" }));
    expect(sent.map(({ url }) => url.slice("http://127.0.0.1:1".length))).toEqual([
      "/v1/cases?limit=5&cursor=a+b%26c",
      "/v1/cases",
      "/v1/cases/..%2Fqueue%3Fx",
    ]);
    expect(sent[0]?.headers.authorization).toBe("Bearer fresh");
  });

  test("no token where none is needed, and the callback's own where it is", async () => {
    const { client, sent } = clientWith(() => json({ received: true }), "a-token");
    await client.receiveCallback({ caseId: "c1", stepId: "debit", callbackToken: "theirs", body: {} });
    expect(sent[0]?.headers).toEqual({
      "accept-language": "en",
      "content-type": "application/json",
      "x-callback-token": "theirs",
    });
  });
});

describe("what an answer means", () => {
  test("a reply is parsed by its contract", async () => {
    const { client } = clientWith(() => json({ status: "ok", more: 1 }));
    expect(await client.getHealth()).toEqual({ status: "ok" });
  });

  test("a problem keeps its code, its data and its sentences", async () => {
    const problem = describeProblem("case-changed", "zh", { data: { expectedVersion: 3, foundVersion: 4 } });
    const { client } = clientWith(() => json(problem, 412, "application/problem+json; charset=utf-8"));
    const thrown = await thrownBy(client.getCase({ caseId: "c1" }));
    expect(thrown).toMatchObject({ code: "case-changed", status: 412, problem });
  });

  test.each([
    ["the gateway's 401", json({ message: "Unauthorized" }, 401), "token-required"],
    ["the gateway's 413", json({ message: "Request Entity Too Large" }, 413), "body-too-large"],
    ["the gateway's 500", json({ message: "Internal Server Error" }, 500), "internal-error"],
    ["a proxy's page", new Response("<html>", { status: 502 }), "temporarily-unavailable"],
    ["a reply that is none", json({ status: "maybe" }), "reply-unreadable"],
    ["a reply cut off", new Response('{"status":', { status: 200 }), "reply-unreadable"],
    ["a problem of an unknown code", json({ code: "news" }, 409, "application/problem+json"), "request-refused"],
  ])("%s becomes a problem of ours", async (_, answer, code) => {
    const { client } = clientWith(() => answer);
    const thrown = await thrownBy(client.getHealth());
    expect(thrown.code).toBe(code);
    expect(thrown.problem).toEqual(describeProblem(thrown.code, "en"));
  });
});
