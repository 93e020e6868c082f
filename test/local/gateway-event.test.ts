import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalWorld } from "../../infra/local/world.ts";
import { startQuietWorld } from "./support/quiet-world.ts";

let world: LocalWorld;
let token: string;
const echo = async (event: unknown, context: Context) => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ event, functionName: context.functionName, left: context.getRemainingTimeInMillis() }),
});
beforeAll(async () => {
  world = await startQuietWorld({ functions: { catalogue: echo, "case-reading": echo, "case-changing": echo } });
  token = await world.token({ login: "officer-lin", channel: "console" });
});
afterAll(() => world.close());

interface Echo {
  readonly event: APIGatewayProxyEventV2 & {
    readonly requestContext: { readonly authorizer?: { readonly jwt: { readonly claims: Record<string, unknown> } } };
  };
  readonly functionName: string;
  readonly left: number;
}

const call = async (path: string, init: RequestInit = {}): Promise<Echo> => {
  const response = await fetch(`${world.apiUrl}${path}`, init);
  expect(response.status).toBe(200);
  return (await response.json()) as Echo;
};
const asOfficer = (init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
});

test("a request becomes an event of payload format 2.0", async () => {
  const { event, functionName } = await call(
    "/v1/packages/new-taxpayer/form?lang=zh&lang=en&empty=&a%20b=%E4%B8%80+1",
    {
      headers: { "X-Mixed-Case": "kept", cookie: "one=1; two=2", "user-agent": "test" },
    },
  );
  const host = new URL(world.apiUrl).host;
  expect(functionName).toBe("catalogue");
  expect(event).toMatchObject({
    version: "2.0",
    routeKey: "GET /v1/packages/{packageId}/form",
    rawPath: "/v1/packages/new-taxpayer/form",
    rawQueryString: "lang=zh&lang=en&empty=&a%20b=%E4%B8%80+1",
    cookies: ["one=1", "two=2"],
    queryStringParameters: { lang: "zh,en", empty: "", "a b": "一 1" },
    pathParameters: { packageId: "new-taxpayer" },
    isBase64Encoded: false,
    headers: { host, "x-mixed-case": "kept", "content-length": "0", "x-forwarded-proto": "http" },
    requestContext: {
      stage: "$default",
      routeKey: "GET /v1/packages/{packageId}/form",
      http: {
        method: "GET",
        path: "/v1/packages/new-taxpayer/form",
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "test",
      },
    },
  });
  expect(event.headers).not.toHaveProperty("cookie");
  expect(event.requestContext.requestId).toMatch(/^[\w+/]{15}=$/);
  expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  expect(event.headers["x-amzn-trace-id"]).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/);
});

test("what a request does not have is left out, not null", async () => {
  const { event } = await call("/v1/health");
  expect(event.rawQueryString).toBe("");
  for (const absent of ["cookies", "queryStringParameters", "pathParameters", "body", "stageVariables"]) {
    expect(event).not.toHaveProperty(absent);
  }
  expect(event.requestContext).not.toHaveProperty("authorizer");
});

test("a path reaches the function decoded", async () => {
  const { event } = await call("/v1/packages/%E5%BC%80%E5%8A%9E%20x");
  expect(event.rawPath).toBe("/v1/packages/开办 x");
  expect(event.pathParameters).toEqual({ packageId: "开办 x" });
});

test("claims reach the function as text, lists as the service prints them", async () => {
  const { event } = await call("/v1/queue", asOfficer());
  const { claims } = event.requestContext.authorizer?.jwt ?? { claims: {} };
  expect(claims).toMatchObject({
    sub: "officer-lin",
    roles: "[officer]",
    real_name_level: "3",
    office: "liuzhou",
    channel: "console",
    aud: "one-window",
    iss: world.issuer,
  });
  expect(Object.values(claims).every((claim) => typeof claim === "string")).toBe(true);
});

test.each([
  ["application/json", false],
  ["application/json; charset=utf-8", false],
  ["text/plain", false],
  ["application/xml", false],
  ["application/problem+json", true],
  ["application/x-www-form-urlencoded", true],
  ["application/octet-stream", true],
  ["image/png", true],
])("a body of type %s is encoded: %s", async (type, isBase64Encoded) => {
  const { event } = await call(
    "/v1/cases",
    asOfficer({ method: "POST", headers: { "content-type": type }, body: "一" }),
  );
  expect(event.isBase64Encoded).toBe(isBase64Encoded);
  expect(event.body).toBe(isBase64Encoded ? Buffer.from("一").toString("base64") : "一");
});

test("a body without a type is encoded", async () => {
  const { event } = await call("/v1/cases", asOfficer({ method: "POST", body: new Uint8Array([1, 2]) }));
  expect(event).toMatchObject({ isBase64Encoded: true, body: "AQI=" });
});

test("the function learns how much time it has", async () => {
  const { left } = await call("/v1/health");
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(10_000);
});
