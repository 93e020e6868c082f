import type { Context } from "aws-lambda";
import type { AnyEndpoint } from "../../../functions/wiring/endpoint.ts";
import type { HttpEvent, ReadingParts } from "../../../functions/wiring/read-request.ts";
import { serve } from "../../../functions/wiring/serve.ts";
import type { Contract } from "../../../shared/api/contract.ts";
import { needsToken, routeKey } from "../../../shared/api/routes.ts";
import { toMilliseconds } from "../../../shared/kernel/instant.ts";
import { acrValues } from "../../../shared/people/authentication.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { aCaller } from "../../support/test-world.ts";

/** A request as a test writes it; the rest is what a sound client would send. */
export interface TestRequest {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** The body as it goes over the wire, where it is not JSON. */
  readonly text?: string;
  readonly isBase64?: boolean;
  readonly caller?: Caller | "nobody";
  readonly claims?: Readonly<Record<string, string>>;
}

/** The claims of a token as the gateway hands them over: all of them text. */
export const claimsOf = ({ person, roles, office, realNameLevel, channel, login }: Caller): Record<string, string> => ({
  sub: "subject",
  iss: "http://127.0.0.1",
  name: person.name,
  id_type: person.idType,
  id_number: person.idNumber,
  real_name_level: String(realNameLevel),
  roles: `[${roles.join(" ")}]`,
  ...(office !== undefined && { office }),
  channel,
  ...(login && { acr: login.hasSecondFactor ? acrValues.twoFactor : acrValues.singleFactor }),
  ...(login?.at !== undefined && { auth_time: String(toMilliseconds(login.at) / 1000) }),
});

export const httpEvent = (contract: Contract, request: TestRequest): HttpEvent => {
  const { route } = contract;
  const caller = request.caller ?? aCaller();
  const text = request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const given = {
    "content-type": text === undefined ? undefined : "application/json",
    "idempotency-key": contract.takesIdempotencyKey ? "a-key-of-this-test" : undefined,
    "if-match": contract.takesVersion ? '"1"' : undefined,
    "x-callback-token": contract.takesCallbackToken ? "a token" : undefined,
    ...request.headers,
  };
  const headers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const claims = request.claims ?? (caller === "nobody" || !needsToken(route) ? undefined : claimsOf(caller));
  return {
    version: "2.0",
    routeKey: routeKey(route),
    rawPath: route.path,
    rawQueryString: "",
    headers: headers as Record<string, string>,
    ...(request.query && { queryStringParameters: { ...request.query } }),
    ...(request.path && { pathParameters: { ...request.path } }),
    requestContext: {
      accountId: "000000000000",
      apiId: "test",
      ...(claims && {
        authorizer: { jwt: { claims, scopes: [] }, principalId: "", integrationLatency: 0 },
      }),
      domainName: "localhost",
      domainPrefix: "localhost",
      http: { method: route.method, path: route.path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "request-1",
      routeKey: routeKey(route),
      stage: "$default",
      time: "31/Jan/2030:02:00:00 +0000",
      timeEpoch: 0,
    },
    ...(text !== undefined && { body: text }),
    isBase64Encoded: request.isBase64 ?? false,
  } as HttpEvent;
};

export const aContext = (remainingMilliseconds = 29_000): Context =>
  ({ awsRequestId: "invocation-1", getRemainingTimeInMillis: () => remainingMilliseconds }) as Context;

export interface TestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Calls one endpoint through all that stands between the gateway and it. */
export const call = async <World extends ReadingParts>(
  endpoint: AnyEndpoint<World>,
  world: World,
  request: TestRequest = {},
  context = aContext(),
): Promise<TestReply> => {
  const handler = serve([endpoint], () => world);
  const { statusCode, headers, body } = await handler(httpEvent(endpoint.contract, request), context);
  return { status: statusCode ?? 0, headers: headers ?? {}, body: bodyOf(headers?.["content-type"], body) };
};

/** What another party's wire reads stays text. */
export const bodyOf = (contentType: unknown, body: string | undefined): unknown => {
  if (!body) return undefined;
  if (contentType === "application/pdf") return Uint8Array.from(Buffer.from(body, "base64"));
  return String(contentType).includes("json") ? JSON.parse(body) : body;
};
