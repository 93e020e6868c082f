import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type FunctionDescription, type FunctionName, functions } from "../../../functions/functions.ts";
import { needsToken, type RouteName, routes } from "../../../shared/api/routes.ts";
import type { ServePages } from "../clients/serve-clients.ts";
import type { Invocation, Log } from "../lambda/function-host.ts";
import { type Answer, answerOf, gatewayAnswers, unauthorized } from "./answer.ts";
import type { Authorize } from "./authorizer.ts";
import { newRequestId, proxyEvent } from "./event.ts";
import { keyOf, routeMatcher } from "./match-route.ts";
import { limits, readWholeRequest, type WholeRequest } from "./request.ts";

export interface GatewayOptions {
  readonly invoke: (name: FunctionName, event: unknown) => Promise<Invocation>;
  readonly authorize: Authorize;
  readonly log: Log;
  /** The clients' files at the same address, as CloudFront has them before the API. */
  readonly pages?: ServePages;
  /** How many requests are taken in at once; the others are told to come back. */
  readonly mostAtOnce?: number;
  /** Loads a function. It is no part of the time that the function may take: here all of them load on one machine. */
  readonly warm?: (name: FunctionName) => Promise<void>;
  /** How long a function may take: 30 seconds there, and only a test has less. */
  readonly integrationTimeoutMilliseconds?: number;
  /** Within which a request must have arrived as a whole: 30 seconds there, and only a test has less. */
  readonly arrivalTimeoutMilliseconds?: number;
}

/** The API as an HTTP API of API Gateway serves it: the routes of `shared/api/routes.ts`, and nothing else. */
export const createGateway = (options: GatewayOptions): Server => {
  const answer = answering(options);
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = newRequestId();
    const startedAt = performance.now();
    const { route, ...given } = await answer(request, requestId).catch((error: unknown) => {
      // A caller that went away in the middle of its request needs no answer; anything else is told to the engineer.
      if (!request.destroyed) options.log("gateway", `${requestId} ${error instanceof Error ? error.stack : error}`);
      return { route: "-", ...gatewayAnswers["internal-error"] };
    });
    const status = send(response, given, requestId);
    options.log("gateway", `${route} ${status} ${Math.round(performance.now() - startedAt)} ms ${requestId}`);
  };
  // Twice the service's limit, so that what is too long for it is refused in its words and not in node's.
  const maxHeaderSize = 2 * limits.requestLineAndHeaderBytes + 65_536;
  const respondWithPages = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!(await options.pages?.(request, response))) await respond(request, response);
  };
  const { arrivalTimeoutMilliseconds: requestTimeout = 30_000 } = options;
  const patience = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: requestTimeout / 10 };
  return createServer({ maxHeaderSize, ...patience }, (request, response) => void respondWithPages(request, response));
};

const answering = ({
  invoke,
  warm,
  authorize,
  mostAtOnce = 128,
  integrationTimeoutMilliseconds = 30_000,
}: GatewayOptions) => {
  const match = routeMatcher(routes);
  const functionOf = functionsByRoute();
  const answerWhole = async (
    request: WholeRequest,
    requestId: string,
  ): Promise<Answer & { readonly route: string }> => {
    const matched = match(request.method, request.path);
    const functionName = matched && functionOf.get(matched.name);
    if (matched === undefined || functionName === undefined) return { route: "-", ...gatewayAnswers["not-found"] };
    // Never the path: it names a case.
    const route = keyOf(matched);
    const verdict = needsToken(matched.route) ? await authorize(request.headers.authorization) : undefined;
    if (verdict?.admitted === false) return { route, ...unauthorized(verdict.challenge) };
    const event = proxyEvent(request, matched, requestId, verdict?.authorizer);
    // A function that cannot be loaded says so when it is called.
    await warm?.(functionName).catch(() => {});
    const invocation = await within(integrationTimeoutMilliseconds, invoke(functionName, event));
    return { route, ...(invocation === undefined ? gatewayAnswers["service-unavailable"] : answerOf(invocation)) };
  };
  let underWay = 0;
  return async (message: IncomingMessage, requestId: string): Promise<Answer & { readonly route: string }> => {
    // Only what has arrived as a whole takes room, so that slow senders keep nobody out.
    const request = await readWholeRequest(message);
    if ("refused" in request) return { route: "-", ...gatewayAnswers[request.refused] };
    // Whoever waits behind so many would be answered when they have gone: turned away at once, they can come again.
    if (underWay >= mostAtOnce) return { route: "-", ...gatewayAnswers["too-many-requests"] };
    underWay += 1;
    return answerWhole(request, requestId).finally(() => {
      underWay -= 1;
    });
  };
};

const functionsByRoute = (): ReadonlyMap<RouteName, FunctionName> =>
  new Map(
    (Object.entries(functions) as [FunctionName, FunctionDescription][]).flatMap(([name, { trigger }]) =>
      trigger.kind === "http" ? trigger.routes.map((route) => [route, name] as const) : [],
    ),
  );

const within = async <Value>(milliseconds: number, work: Promise<Value>): Promise<Value | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  return Promise.race([work, timeUp]).finally(() => clearTimeout(timer));
};

const send = (response: ServerResponse, answer: Answer, requestId: string): number => {
  const { status, headers, body } = answer;
  const hasNoBody = status === 204 || status === 304;
  try {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("apigw-requestid", requestId);
    if (!hasNoBody) response.setHeader("content-length", body.length);
    response.writeHead(status).end(hasNoBody ? undefined : body);
    return status;
  } catch {
    // The function gave a header that HTTP does not know.
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    return send(response, gatewayAnswers["internal-error"], requestId);
  }
};
