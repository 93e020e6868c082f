import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import * as z from "zod";
import { channels } from "../../shared/cases/case.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";
import type { AccessTokenClaims, Caller } from "../../shared/people/caller.ts";
import type { KeyedHash } from "../../shared/people/keyed-hash.ts";

type Claims = APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"]["authorizer"]["jwt"]["claims"];

const roles = ["resident", "officer"] as const;

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

const AccessToken = z.object({
  sub: z.string().min(1),
  name: z.string().min(1),
  id_type: z.enum(["resident-id", "passport", "other"]),
  id_number: z.string().min(1),
  real_name_level: z.coerce.number().pipe(z.literal([1, 2, 3])),
  roles: Roles,
  office: z.string().min(1).exactOptional(),
  channel: z.enum(channels).exactOptional(),
}) satisfies z.ZodType<AccessTokenClaims>;

/**
 * Whoever calls, from the claims of the token that the gateway has verified.
 * @throws Refusal token-required when there are none or they name nobody
 */
export const readCaller = (claims: Claims | undefined, hash: KeyedHash): Caller => {
  const token = AccessToken.safeParse(claims);
  if (!token.success) throw new Refusal("token-required");
  const { name, id_type: idType, id_number: idNumber, real_name_level: realNameLevel, office, channel } = token.data;
  return {
    key: hash.person({ idType, idNumber }),
    person: { name, idType, idNumber },
    roles: token.data.roles,
    ...(office !== undefined && { office }),
    realNameLevel,
    // A token without a channel comes from the provincial e-tax bureau, whose login knows none.
    channel: channel ?? "etax",
  };
};
