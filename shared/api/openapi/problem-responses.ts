import type { Contract } from "../contract.ts";
import { type ProblemCode, problems } from "../problems.ts";
import { needsToken } from "../routes.ts";

type Json = Record<string, unknown>;

/** What turns somebody away before an action is asked: how they showed who they are. */
const atTheDoor = [
  "token-required",
  "real-name-insufficient",
  "two-factor-required",
  "device-proof-invalid",
  "kiosk-not-registered",
  "session-ended",
] as const;

/** Their part in the case, or what they were given to do for another. */
const inTheCase = ["case-not-found", "not-your-case", "mandate-over", "mandate-too-narrow"] as const;

/** Every problem of ours that a route can answer, by what it takes. */
export const problemCodesOf = (contract: Contract): readonly ProblemCode[] => {
  const { route, bodyIs } = contract;
  const codes: ProblemCode[] = ["query-invalid", ...contract.refusals];
  if (needsToken(route)) codes.push(...atTheDoor, "officer-only", "residents-only", "not-for-another");
  if (needsToken(route) && route.path.includes("{caseId}")) codes.push(...inTheCase);
  if (contract.takesIdempotencyKey) codes.push("idempotency-key-missing", "idempotency-key-invalid");
  if (contract.takesVersion) codes.push("if-match-missing", "if-match-invalid");
  if (bodyIs === "bytes") codes.push("body-too-large");
  const isJson = bodyIs === "optional" || bodyIs === "required";
  if (isJson) codes.push("content-type-unsupported", "body-too-large", "json-invalid", "json-too-deep");
  if (bodyIs === "required") codes.push("body-missing");
  if (isJson && !contract.readBody) codes.push("body-invalid");
  codes.push("internal-error", "temporarily-unavailable", "took-too-long");
  return [...new Set(codes)];
};

/** The problems of a route by status, as OpenAPI has them. */
export const problemResponses = (contract: Contract): Json => {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemCodesOf(contract)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses = [...byStatus].map(([status, codes]) => [status, responseOf(codes)] as const);
  return {
    ...Object.fromEntries(responses),
    ...(needsToken(contract.route) && { 401: unauthorizedResponse(byStatus.get(401)) }),
  };
};

const responseOf = (codes: readonly ProblemCode[]): Json => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code].title.en} / ${problems[code].title.zh}`).join("\n\n"),
  content: {
    "application/problem+json": {
      schema: { allOf: [{ $ref: "#/components/schemas/Problem" }, { properties: { code: { enum: codes } } }] },
    },
  },
});

/** The authorizer of an HTTP API answers by itself and carries no body of ours; problems of ours stand beside it. */
const unauthorizedResponse = (codes: readonly ProblemCode[] = []): Json => {
  const ours = codes.length > 0 ? responseOf(codes) : { description: "", content: {} };
  return {
    description: `${gatewaysOwn}\n\n${ours.description}`.trim(),
    content: {
      "application/json": { schema: { type: "object", properties: { message: { const: "Unauthorized" } } } },
      ...(ours.content as Json),
    },
  };
};

const gatewaysOwn = "The gateway's own answer to a missing, expired or forged token";
