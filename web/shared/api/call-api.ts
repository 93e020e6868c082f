import { ApiProblem } from "../../../shared/api/client/api-problem.ts";
import type { CallOf } from "../../../shared/api/client.ts";
import type { Contracts } from "../../../shared/api/contracts/index.ts";
import type { ProblemCode } from "../../../shared/api/problems.ts";
import type { Problem } from "../../../shared/api/resources/problem.ts";
import { needsToken, type RouteName, routes } from "../../../shared/api/routes.ts";
import type { Language } from "../../../shared/kernel/text.ts";
import { policy } from "../../../shared/people/policy.ts";

export { ApiProblem };

/** What a route answers. The types are the API's own schemas; none of them is loaded by a browser. */
export type ReplyOf<Name extends RouteName> = ReturnType<ReturnType<Contracts[Name]["reply"]>["parse"]>;

/** What every call needs beside its own fields. */
export interface Calling {
  readonly language: () => Language;
  /** The access token, or nothing while nobody is logged in. */
  readonly token: () => string | undefined;
  /** Signs a call where tokens are bound to a key (RFC 9449). */
  readonly proof?: (request: {
    readonly method: string;
    readonly path: string;
    readonly token: string;
  }) => Promise<string>;
  /** The mandate under which somebody acts for another in a case, if they do. */
  readonly actingUnder?: (caseId: string) => string | undefined;
  /** Nobody is logged in (any more): the person must be sent to log in. */
  readonly onLoggedOut?: () => void;
}

/** Parts of the path, the query and the body by name, as the contract has them, and `version` for a change. */
export type CallApi = <Name extends RouteName>(
  name: Name,
  ...call: Record<never, never> extends CallOf<Contracts[Name]>
    ? [call?: CallOf<Contracts[Name]>]
    : [call: CallOf<Contracts[Name]>]
) => Promise<ReplyOf<Name>>;

type AnyCall = Readonly<Record<string, unknown>>;

/** @throws ApiProblem for every answer that is no success; `NoAnswer` where none came */
export const createCallApi = (calling: Calling): CallApi =>
  (async (name: RouteName, call: AnyCall = {}) => {
    const { body, version, idempotencyKey, callbackToken: _, ...named } = call;
    const { method, path, access } = routes[name];
    const url = addressOf(path, named);
    const token = needsToken({ method, path, access }) ? calling.token() : undefined;
    const headers: Record<string, string> = { "accept-language": calling.language() };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (method === "POST") headers["idempotency-key"] = String(idempotencyKey ?? crypto.randomUUID());
    if (version !== undefined) headers["if-match"] = `"${version}"`;
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    const mandate = canBeDelegated(name) ? calling.actingUnder?.(String(named.caseId)) : undefined;
    if (mandate !== undefined) headers["acting-under"] = mandate;
    if (token !== undefined && calling.proof) headers.dpop = await calling.proof({ method, path: url, token });
    const answer = await send(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (answer.ok) return isJson(answer) ? answer.json() : new Uint8Array(await answer.arrayBuffer());
    const problem = await problemOf(answer);
    // A fresh second factor is asked of somebody who is logged in, and stays so; and that a token was refused which
    // another has replaced meanwhile says nothing of the other.
    const isPresent = token === calling.token();
    if (answer.status === 401 && isPresent && problem.code !== "step-up-required") calling.onLoggedOut?.();
    throw problem;
  }) as CallApi;

/** Only what somebody can do for another names the mandate; all else they do as themselves. */
const canBeDelegated = (name: RouteName): boolean => "scope" in policy[name];

const isJson = ({ headers }: Response): boolean => headers.get("content-type")?.includes("json") === true;

/** The network gave no answer; whether the call took effect is unknown. Repeating it with its key is harmless. */
export class NoAnswer extends Error {}

const send = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, { ...init, credentials: "omit", cache: "no-store" });
  } catch (cause) {
    throw new NoAnswer("no-answer", { cause });
  }
};

const problemOf = async (answer: Response): Promise<ApiProblem> => {
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.headers.get("content-type")?.startsWith("application/problem+json")) {
    const problem = body as Problem;
    return new ApiProblem(problem.code as ProblemCode, problem);
  }
  // The gateway's own answers carry no words of ours; whoever shows them has some for each of these codes.
  const { status } = answer;
  const code = status === 401 ? "token-required" : status === 429 ? "rate-limited" : "temporarily-unavailable";
  const texts = { title: { zh: "", en: "" }, detail: { zh: "", en: "" } };
  return new ApiProblem(code, { type: "about:blank", title: "", status, detail: "", code, texts });
};

const addressOf = (path: string, named: AnyCall): string => {
  const query = new URLSearchParams();
  let address = path;
  for (const [name, value] of Object.entries(named)) {
    if (address.includes(`{${name}}`)) address = address.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${address}?${query}` : address;
};
