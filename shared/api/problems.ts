import type { FieldProblem, RefusalData } from "../kernel/refusal.ts";
import type { Language } from "../kernel/text.ts";
import type { StepUp } from "../people/step-up.ts";
import type { ProblemDefinition } from "./problems/definition.ts";
import { problemsOfCases } from "./problems/of-cases.ts";
import { problemsOfCertificates } from "./problems/of-certificates.ts";
import { problemsOfIdentity } from "./problems/of-identity.ts";
import { problemsOfMoney } from "./problems/of-money.ts";
import { problemsOfRequests } from "./problems/of-requests.ts";
import { problemsOfService } from "./problems/of-service.ts";
import type { Problem } from "./resources/problem.ts";

/** Every problem that a caller can meet, by its stable code. Codes are never renamed; sentences may be bettered. */
export const problems = {
  ...problemsOfRequests,
  ...problemsOfIdentity,
  ...problemsOfCases,
  ...problemsOfMoney,
  ...problemsOfCertificates,
  ...problemsOfService,
} as const;

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as ProblemCode[];

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/**
 * A name, not an address: the API may stand under any host and path, and a name stays the same in all of them.
 */
const problemType = (code: ProblemCode): string => `urn:one-window:problem:${code}`;

/** Data of refusals that callers may see. Anything else that a refusal carries stays inside. */
const shownData = ["expectedVersion", "foundVersion"] as const;

/** The body of a problem (RFC 9457) in one language, and its sentences in each. */
export const describeProblem = (
  code: ProblemCode,
  language: Language,
  { data = {}, requestId }: { readonly data?: RefusalData; readonly requestId?: string } = {},
): Problem => {
  const { status, title, detail }: ProblemDefinition = problems[code];
  const shown = shownData.flatMap((name) => (typeof data[name] === "number" ? [[name, data[name]] as const] : []));
  return {
    type: problemType(code),
    title: title[language],
    status,
    detail: detail[language],
    code,
    texts: { title, detail },
    ...(data.fields && { fields: data.fields.map((field) => describeField(field, language)) }),
    ...Object.fromEntries(shown),
    ...(data.stepUp !== undefined && loginNeeded(data.stepUp as StepUp)),
    ...(requestId !== undefined && { requestId }),
  };
};

/** Which login would do, in words of OpenID Connect. */
const loginNeeded = ({ acr, maxAgeSeconds }: StepUp) => ({ acrValues: acr, maxAgeSeconds });

const describeField = ({ path, code, reason }: FieldProblem, language: Language) => ({
  path,
  code,
  reason: reason[language],
  text: reason,
});

/**
 * What the gateway's own answers mean. Its bodies are `{"message":"Unauthorized"}`: an HTTP API's authorizer, router
 * and limits cannot carry ours, so the status is all there is.
 */
export const problemOfGateway = (status: number): ProblemCode => {
  switch (status) {
    case 401:
      return "token-required";
    case 403:
      return "access-forbidden";
    case 404:
      return "route-not-found";
    case 413:
      return "body-too-large";
    case 415:
      return "content-type-unsupported";
    case 429:
      return "rate-limited";
    case 502:
    case 503:
    case 504:
      return "temporarily-unavailable";
    default:
      return status >= 500 ? "internal-error" : "request-refused";
  }
};
