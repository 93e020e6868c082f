import { randomBytes } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { place } from "../place.ts";
import { keyOf, type Match } from "./match-route.ts";
import type { WholeRequest } from "./request.ts";

/** What a JWT authorizer tells the function; the claims arrive as text, whatever they were. */
export interface Authorizer {
  readonly jwt: { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null };
}

/** The published type knows no authorizer for a plain HTTP event. */
export type ProxyEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: APIGatewayProxyEventV2["requestContext"] & { readonly authorizer?: Authorizer };
};

/** The event of payload format 2.0, as an HTTP API hands it to a function. What does not exist is left out, not null. */
export const proxyEvent = (
  request: WholeRequest,
  match: Match,
  requestId: string,
  authorizer: Authorizer | undefined,
): ProxyEvent => {
  const now = new Date();
  const host = request.headers.host ?? "localhost";
  const domainName = host.replace(/:\d+$/, "");
  const { cookies, pathParameters } = { ...request, ...match };
  const query = joinedQuery(request.rawQuery);
  return {
    version: "2.0",
    routeKey: keyOf(match),
    rawPath: request.path,
    rawQueryString: request.rawQuery,
    ...(cookies.length > 0 && { cookies: [...cookies] }),
    headers: {
      ...request.headers,
      host,
      "content-length": String(request.body.length),
      "x-amzn-trace-id": `Root=1-${Math.floor(now.getTime() / 1000).toString(16)}-${randomBytes(12).toString("hex")}`,
      "x-forwarded-for": [request.headers["x-forwarded-for"], request.sourceIp].filter(Boolean).join(", "),
      "x-forwarded-port": /:(\d+)$/.exec(host)?.[1] ?? "80",
      "x-forwarded-proto": "http",
    },
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: place.account,
      apiId: "local",
      ...(authorizer && { authorizer }),
      domainName,
      domainPrefix: domainName.split(".")[0] as string,
      http: {
        method: request.method,
        path: request.path,
        protocol: request.protocol,
        sourceIp: request.sourceIp,
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId,
      routeKey: keyOf(match),
      stage: "$default",
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters: { ...pathParameters } }),
    ...bodyOf(request),
  };
};

/** The service's own kind of id: it stands in its answers, too. */
export const newRequestId = (): string => randomBytes(11).toString("base64");

const joinedQuery = (rawQuery: string): Record<string, string> => {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  }
  return joined;
};

// Measured on the service by others: these types alone arrive as text; a form or a body without a type does not.
const isText = (contentType: string | undefined): boolean =>
  /^(?:text\/[^;]+|application\/(?:json|xml|javascript))\s*(?:;|$)/i.test(contentType ?? "");

const bodyOf = ({ body, headers }: WholeRequest): Pick<APIGatewayProxyEventV2, "body" | "isBase64Encoded"> => {
  if (body.length === 0) return { isBase64Encoded: false };
  return isText(headers["content-type"])
    ? { body: body.toString("utf8"), isBase64Encoded: false }
    : { body: body.toString("base64"), isBase64Encoded: true };
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `12/Mar/2020:19:03:58 +0000` */
const commonLogTime = (now: Date): string => {
  const [year, month, day] = now.toISOString().slice(0, 10).split("-") as [string, string, string];
  return `${day}/${months[Number(month) - 1]}/${year}:${now.toISOString().slice(11, 19)} +0000`;
};
