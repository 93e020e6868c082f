import type * as z from "zod";
import type { Language } from "../kernel/text.ts";
import { type DeviceKey, proofOf } from "./client/device-proof.ts";
import { readAnswer } from "./client/read-answer.ts";
import type { Contract } from "./contract.ts";
import { type Contracts, contracts } from "./contracts/index.ts";
import { needsToken, type RouteName } from "./routes.ts";

export { ApiProblem } from "./client/api-problem.ts";

export interface ClientOptions {
  /** Where the API is, without a slash at the end. */
  readonly baseUrl: string;
  /** An access token, or what gets one; asked before each call that needs one. */
  readonly token?: string | (() => string | Promise<string>);
  readonly language?: Language;
  /** A kiosk's key, to which its tokens are bound: each call that carries one is signed with it. */
  readonly device?: DeviceKey;
  /** The mandate under which this client acts for somebody else in a case. */
  readonly actingUnder?: string;
  readonly fetch?: typeof fetch;
}

/** What a call takes, by its route's contract: parts of the path and the query by name, and what the route demands. */
export type CallOf<C extends Contract> = FieldsOf<ReturnType<C["path"]>> &
  FieldsOf<ReturnType<C["query"]>> &
  (C["bodyIs"] extends "required" ? { readonly body: z.input<ReturnType<C["body"]>> } : unknown) &
  (C["bodyIs"] extends "optional" ? { readonly body?: z.input<ReturnType<C["body"]>> } : unknown) &
  /** The version that the caller has seen. */
  (C["takesVersion"] extends true ? { readonly version: number } : unknown) &
  /** To repeat a call whose answer was lost; without it, the call is a new one. */
  (C["takesIdempotencyKey"] extends true ? { readonly idempotencyKey?: string } : unknown) &
  (C["takesCallbackToken"] extends true ? { readonly callbackToken: string } : unknown);

/** The fields of a schema; one without any would otherwise forbid every other field beside it. */
type FieldsOf<Schema extends z.ZodType> = z.input<Schema> extends Record<string, never> ? unknown : z.input<Schema>;

type Method<C extends Contract> =
  Record<never, never> extends CallOf<C>
    ? (call?: CallOf<C>) => Promise<z.output<ReturnType<C["reply"]>>>
    : (call: CallOf<C>) => Promise<z.output<ReturnType<C["reply"]>>>;

/** One method per route. A problem is thrown as an `ApiProblem`, the gateway's own answers included. */
export type Client = { readonly [Name in RouteName]: Method<Contracts[Name]> };

type AnyCall = Readonly<Record<string, unknown>>;

/** A client of the API, made from the contracts by which the API itself parses and answers. */
export const createClient = (options: ClientOptions): Client =>
  Object.fromEntries(
    Object.values<Contract>(contracts).map((contract) => [
      contract.name,
      (call: AnyCall = {}) => send(contract, call, options),
    ]),
  ) as unknown as Client;

const send = async (contract: Contract, call: AnyCall, options: ClientOptions): Promise<unknown> => {
  const { baseUrl, language = "zh", fetch: send = fetch } = options;
  const url = `${baseUrl}${addressOf(contract, call)}`;
  const answer = await send(url, {
    method: contract.route.method,
    headers: { "accept-language": language, ...(await headersOf(contract, call, url, options)) },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
  });
  return readAnswer(contract, answer, language);
};

const headersOf = async (
  contract: Contract,
  call: AnyCall,
  url: string,
  { token, device, actingUnder }: ClientOptions,
): Promise<Record<string, string>> => {
  const accessToken = needsToken(contract.route) ? await (typeof token === "function" ? token() : token) : undefined;
  return {
    ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    ...(accessToken !== undefined &&
      device && { dpop: await proofOf(device, { method: contract.route.method, url, token: accessToken }) }),
    ...(accessToken !== undefined && actingUnder !== undefined && { "acting-under": actingUnder }),
    ...(call.body !== undefined && { "content-type": "application/json" }),
    ...(contract.takesIdempotencyKey && { "idempotency-key": String(call.idempotencyKey ?? crypto.randomUUID()) }),
    ...(contract.takesVersion && { "if-match": `"${call.version}"` }),
    ...(contract.takesCallbackToken && { "x-callback-token": String(call.callbackToken) }),
  };
};

/** What is no part of the path, no body and no header is a query parameter. */
const addressOf = ({ route }: Contract, call: AnyCall): string => {
  const { body, version, idempotencyKey, callbackToken, ...named } = call;
  const query = new URLSearchParams();
  let address: string = route.path;
  for (const [name, value] of Object.entries(named)) {
    if (address.includes(`{${name}}`)) address = address.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${address}?${query}` : address;
};
