import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import * as z from "zod";
import { channels } from "../../shared/cases/case.ts";
import { type Instant, toInstant } from "../../shared/kernel/instant.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";
import { acrValues, type Login } from "../../shared/people/authentication.ts";
import type { AccessTokenClaims, Caller } from "../../shared/people/caller.ts";
import type { KeyedHash } from "../../shared/people/keyed-hash.ts";
import { roles } from "../../shared/people/policy.ts";

type Claims = APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"]["authorizer"]["jwt"]["claims"];

/** The gateway hands every claim over as text: a list as `[resident officer]`, a number as `3`. */
const Roles = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .replace(/^\[|\]$/g, "")
          .split(/[\s,]+/)
          .filter(Boolean)
      : value,
  z.array(z.string()).transform((names) => roles.filter((role) => names.includes(role))),
);

/** The last second of the year 9999. */
const maxSeconds = 253_402_300_799;

const AccessToken = z.object({
  sub: z.string().min(1),
  name: z.string().min(1),
  id_type: z.enum(["resident-id", "passport", "other"]),
  id_number: z.string().min(1),
  real_name_level: z.coerce.number().pipe(z.literal([1, 2, 3])),
  roles: Roles,
  office: z.string().min(1).exactOptional(),
  channel: z.enum(channels).exactOptional(),
  acr: z.string().exactOptional(),
  // The gateway prints large numbers as Go does: 1.7e+09.
  auth_time: z.coerce.number().positive().max(maxSeconds).exactOptional(),
}) satisfies z.ZodType<AccessTokenClaims>;

/** The gateway prints a map as Go does: `map[jkt:...]`. */
const Confirmation = z
  .string()
  .transform((text) => /\bjkt"?:"?([\w-]{43})\b/.exec(text)?.[1])
  .pipe(z.string());

const KeyBound = z.object({
  cnf: Confirmation,
  jti: z.string().min(1),
  exp: z.coerce.number().positive().max(maxSeconds),
});

/** What binds a token to a device's key, with the token's own name and end. */
export interface KeyBinding {
  readonly thumbprint: string;
  readonly token: string;
  readonly until: Instant;
}

/** Nothing for a token that whoever holds it may use. @throws Refusal token-required for a binding that cannot be read */
export const readKeyBinding = (claims: Claims | undefined): KeyBinding | undefined => {
  if (claims?.cnf === undefined) return undefined;
  const bound = KeyBound.safeParse(claims);
  if (!bound.success) throw new Refusal("token-required");
  const { cnf: thumbprint, jti: token, exp } = bound.data;
  return { thumbprint, token, until: toInstant(Math.floor(exp) * 1000) };
};

/**
 * Whoever calls, from the claims of the token that the gateway has verified.
 * @throws Refusal token-required when there are none or they name nobody
 */
export const readCaller = (claims: Claims | undefined, hash: KeyedHash): Caller => {
  const token = AccessToken.safeParse(claims);
  if (!token.success) throw new Refusal("token-required");
  const { name, id_type: idType, id_number: idNumber, real_name_level: realNameLevel, office, channel } = token.data;
  const { acr, auth_time: authTime } = token.data;
  return {
    key: hash.person({ idType, idNumber }),
    person: { name, idType, idNumber },
    roles: token.data.roles,
    ...(office !== undefined && { office }),
    realNameLevel,
    // A token without a channel comes from the provincial e-tax bureau, whose login knows none.
    channel: channel ?? "etax",
    ...(acr !== undefined && { login: loginOf(acr, authTime) }),
  };
};

const loginOf = (acr: string, authTime: number | undefined): Login => ({
  hasSecondFactor: acr === acrValues.twoFactor,
  ...(authTime !== undefined && { at: toInstant(Math.floor(authTime) * 1000) }),
});
