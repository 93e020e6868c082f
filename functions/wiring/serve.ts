import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { routeKey } from "../../shared/api/routes.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";
import { actingUnder } from "./acting-under.ts";
import { admit, loginNotice } from "./admit.ts";
import type { AnyEndpoint } from "./endpoint.ts";
import { log, traceOf } from "./log.ts";
import { once } from "./once.ts";
import { type HttpEvent, type ReadingParts, readRequest } from "./read-request.ts";
import { type HttpResult, problemOf, writeProblem, writeReply } from "./replies.ts";
import { addSpan } from "./trace.ts";

/** So much before the function is stopped, a caller is still told that it takes too long. */
const lastWordMilliseconds = 400;

/**
 * The handler of a group of routes: finds the endpoint by the gateway's route key, parses, runs, answers. A caller's
 * mistake becomes its problem; a fault of ours becomes one without a word about our inside, and is logged.
 *
 * @param compose builds the world of these endpoints; called at the first request and kept while it lives
 */
export const serve = <World extends ReadingParts>(
  endpoints: readonly AnyEndpoint<World>[],
  compose: () => World | Promise<World>,
) => {
  const byRouteKey = new Map(endpoints.map((endpoint) => [routeKey(endpoint.contract.route), endpoint]));
  const worldOnce = once(compose);

  const dispatch = async (event: HttpEvent, context: Context): Promise<HttpResult> => {
    const endpoint = byRouteKey.get(event.routeKey);
    if (!endpoint) throw new Refusal("route-not-found");
    const world = await worldOnce();
    const caller = await admit(endpoint.contract, event, world);
    const request = await actingUnder(event, readRequest(endpoint.contract, event, context, world, caller), world);
    const reply = writeReply(endpoint.contract, await endpoint.run(request, world), event);
    return { ...reply, headers: { ...reply.headers, ...loginNotice(caller, world) } };
  };

  return middy<HttpEvent, HttpResult>(dispatch, { timeoutEarlyInMillis: lastWordMilliseconds })
    .use(requestLog())
    .use(problemReplies());
};

/** What our middlewares tell each other about a request. */
type Notes = { startedAt?: number; problem?: string };
type Middleware = middy.MiddlewareObj<HttpEvent, HttpResult, Error, Context, Notes>;
type Request = middy.Request<HttpEvent, HttpResult, Error, Context, Notes>;

const problemReplies = (): Middleware => ({
  onError: (request) => {
    const problem = problemOf(request.error);
    if (problem.code === "internal-error") log("ERROR", "FAILED", { ...idsOf(request), ...traceOf(request.error) });
    request.response = writeProblem(problem, request.event);
    request.internal.problem = problem.code;
  },
});

const requestLog = (): Middleware => {
  const complete = (request: Request): void => {
    const { startedAt, problem } = request.internal;
    const ids = idsOf(request);
    const status = request.response?.statusCode ?? 0;
    const milliseconds = Math.round((performance.now() - (startedAt ?? performance.now())) * 10) / 10;
    log("INFO", "COMPLETED", { ...ids, status, problem, milliseconds });
    if (ids.caseId) addSpan({ name: ids.route, caseId: ids.caseId, milliseconds, isFault: status >= 500 });
  };
  return {
    before: (request) => {
      request.internal.startedAt = performance.now();
      log("INFO", "STARTED", idsOf(request));
    },
    after: complete,
    onError: complete,
  };
};

/** Path parameters are logged only where they look like ids of ours; what else stands in a path is the caller's. */
const idsOf = ({ event }: Request) => ({
  route: event.routeKey,
  requestId: event.requestContext.requestId,
  caseId: only(/^[0-9a-z]{26}$/, event.pathParameters?.caseId),
  stepId: only(/^[a-z][a-z-]{1,79}$/, event.pathParameters?.stepId),
});

const only = (pattern: RegExp, text: string | undefined): string | undefined =>
  text !== undefined && pattern.test(text) ? text : undefined;
