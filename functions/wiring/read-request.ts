import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer, Context } from "aws-lambda";
import type * as z from "zod";
import type { Contract } from "../../shared/api/contract.ts";
import type { ProblemCode } from "../../shared/api/problems.ts";
import { checkFields } from "../../shared/kernel/check-fields.ts";
import { after, type Clock } from "../../shared/kernel/instant.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";
import type { Caller } from "../../shared/people/caller.ts";
import type { KeyedHash } from "../../shared/people/keyed-hash.ts";
import type { LoginRules } from "../../shared/people/login-rules.ts";
import type { SessionStore } from "../../shared/people/sessions/session-store.ts";
import type { RequestOf } from "./endpoint.ts";
import { readIfMatch } from "./entity-tag.ts";
import { readBody, readBytes } from "./read-body.ts";

/** Both kinds of event that the gateway sends: behind its authorizer, and without. */
export type HttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;

export interface ReadingParts {
  readonly clock: Clock;
  /** Absent where no route of the function knows its caller. */
  readonly hash?: KeyedHash;
  /** Absent where no kiosk calls. */
  readonly sessions?: SessionStore;
  readonly loginRules?: LoginRules;
  /** Under which clients call, where they are served from another address than the API's: a proof names that one. */
  readonly clientsHost?: string;
}

/** Time left for the last write and the answer once nothing new is begun. */
const closingMilliseconds = 1500;

/** Parses a request by its route's contract, once it is known who calls. @throws Refusal for whatever is wrong with it */
export const readRequest = <C extends Contract>(
  contract: C,
  event: HttpEvent,
  context: Pick<Context, "getRemainingTimeInMillis">,
  { clock }: Pick<ReadingParts, "clock">,
  caller: Caller | undefined,
): RequestOf<C> => {
  const { headers } = event;
  const path = readPath(contract.path(), event.pathParameters ?? {});
  const query = read(contract.query(), event.queryStringParameters ?? {}, "query-invalid", "/query");
  const token = contract.takesCallbackToken && { token: readCallbackToken(headers["x-callback-token"]) };
  const key = contract.takesIdempotencyKey && { idempotencyKey: readIdempotencyKey(headers["idempotency-key"]) };
  const expectedVersion = contract.takesVersion && { expectedVersion: readIfMatch(headers["if-match"]) };
  const body =
    contract.bodyIs === "bytes"
      ? { sent: { headers, body: readBytes(event) } }
      : contract.bodyIs !== "none" && { body: parseBody(contract, readBody(event, contract.bodyIs)) };
  const remaining = context.getRemainingTimeInMillis() - closingMilliseconds;
  return {
    ...path,
    ...query,
    ...body,
    ...(caller && { caller }),
    ...expectedVersion,
    ...key,
    ...token,
    ...(contract.takesAddress && { address: event.requestContext.http.sourceIp }),
    deadline: after(clock(), Math.max(0, remaining)),
  } as RequestOf<C>;
};

const parseBody = (contract: Contract, json: unknown): unknown =>
  contract.readBody ? contract.readBody(json) : read(contract.body(), json, "body-invalid", "");

const read = (schema: z.ZodType, value: unknown, code: ProblemCode, at: string): object => {
  const checked = checkFields(schema, value, at);
  if (!checked.isValid) throw new Refusal(code, { fields: checked.fields });
  return checked.value as object;
};

const notFoundCodes: Readonly<Record<string, ProblemCode>> = {
  caseId: "case-not-found",
  stepId: "step-not-found",
  packageId: "package-not-found",
  documentId: "document-not-found",
  code: "certificate-code-mistyped",
  delegationId: "mandate-not-found",
  billId: "bill-not-found",
  paymentId: "payment-not-found",
  differenceId: "difference-not-found",
};

/** A name that cannot exist is answered like one that does not. */
const readPath = (schema: z.ZodType, parameters: APIGatewayProxyEventV2["pathParameters"]): object => {
  const checked = checkFields(schema, parameters);
  if (checked.isValid) return checked.value as object;
  const name = checked.fields[0]?.path.slice(1) ?? "";
  throw new Refusal(notFoundCodes[name] ?? "route-not-found");
};

const readIdempotencyKey = (header: string | undefined): string => {
  if (header === undefined || header === "") throw new Refusal("idempotency-key-missing");
  if (!/^[A-Za-z0-9._:-]{8,128}$/.test(header)) throw new Refusal("idempotency-key-invalid");
  return header;
};

const readCallbackToken = (header: string | undefined): string => {
  if (header === undefined || header.length > 200) throw new Refusal("callback-refused");
  return header;
};
