import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Contract } from "../../shared/api/contract.ts";
import { preferredLanguage } from "../../shared/api/language.ts";
import { describeProblem, isProblemCode, type ProblemCode, problems } from "../../shared/api/problems.ts";
import { needsToken } from "../../shared/api/routes.ts";
import { isTableBusy } from "../../shared/cases/table-trouble.ts";
import { Refusal, type RefusalData } from "../../shared/kernel/refusal.ts";
import type { StepUp } from "../../shared/people/step-up.ts";
import type { Reply, ReplyBytes } from "./endpoint.ts";
import { contentTag, matchesNone, versionTag } from "./entity-tag.ts";
import type { HttpEvent } from "./read-request.ts";

export type HttpResult = APIGatewayProxyStructuredResultV2;

/** Writes a reply for the gateway: status, ETag, caching, and 304 for whoever has it already. */
export const writeReply = (contract: Contract, reply: Reply<unknown>, { headers }: HttpEvent): HttpResult => {
  if (reply.bytes) return writeBytes(reply.bytes);
  const body = JSON.stringify(reply.body);
  const isReading = contract.route.method === "GET";
  const tag = reply.version !== undefined ? versionTag(reply.version) : isReading ? contentTag(body) : undefined;
  const common = {
    ...(tag !== undefined && { etag: tag }),
    // Phones and kiosks are shared: a person's case is kept by nobody on the way.
    // What a code stands for is so at this moment: at midnight, or with a correction, it is over.
    "cache-control":
      needsToken(contract.route) || !isReading || contract.takesAddress ? "no-store" : "public, max-age=60",
    "x-content-type-options": "nosniff",
  };
  if (isReading && tag !== undefined && matchesNone(headers["if-none-match"], tag)) {
    return { statusCode: 304, headers: common };
  }
  return {
    statusCode: reply.status ?? 200,
    headers: {
      ...common,
      "content-type": "application/json; charset=utf-8",
      ...(reply.location !== undefined && { location: reply.location }),
    },
    body,
  };
};

const writeBytes = ({ status, contentType, content, headers }: ReplyBytes): HttpResult => {
  const isText = typeof content === "string";
  return {
    statusCode: status,
    headers: {
      ...headers,
      "content-type": contentType,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body: isText ? content : content.toString("base64"),
    ...(!isText && { isBase64Encoded: true }),
  };
};

/** What an error is to the caller: a refusal is itself, a busy service says so, anything else is our fault. */
export const problemOf = (error: unknown): { readonly code: ProblemCode; readonly data?: RefusalData } => {
  if (error instanceof Refusal && isProblemCode(error.code)) return { code: error.code, data: error.data };
  if (!(error instanceof Error)) return { code: "internal-error" };
  if (error.name === "TimeoutError") return { code: "took-too-long" };
  return { code: isTableBusy(error) ? "temporarily-unavailable" : "internal-error" };
};

/** The challenge of RFC 9470, by which an OAuth client knows what login to ask for. */
const challengeOf = ({ acr, maxAgeSeconds }: StepUp): string =>
  `Bearer error="insufficient_user_authentication", error_description="A recent second factor is needed", ` +
  `acr_values="${acr}", max_age="${maxAgeSeconds}"`;

const retryAfterSeconds = 5;

export const writeProblem = (
  { code, data }: ReturnType<typeof problemOf>,
  { headers, requestContext }: HttpEvent,
): HttpResult => {
  const language = preferredLanguage(headers["accept-language"]);
  const { status } = problems[code];
  return {
    statusCode: status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": language,
      vary: "accept-language",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...(data?.stepUp !== undefined && { "www-authenticate": challengeOf(data.stepUp as StepUp) }),
      ...(code === "device-proof-invalid" && { "www-authenticate": 'DPoP error="invalid_dpop_proof", algs="ES256"' }),
      ...((status === 503 || status === 429) && {
        "retry-after": String(data?.retryAfterSeconds ?? retryAfterSeconds),
      }),
    },
    body: JSON.stringify(
      describeProblem(code, language, { ...(data && { data }), requestId: requestContext.requestId }),
    ),
  };
};
