import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import { z } from "zod";
import { channels } from "../../../shared/cases/case.ts";
import { acrValues } from "../../../shared/people/authentication.ts";
import type { AccessTokenClaims } from "../../../shared/people/caller.ts";
import { type Login, people } from "../sandbox/population/people.ts";
import type { Inhabitant } from "../sandbox/population/person.ts";
import { newSigningKey, type ProviderKeys } from "./keys.ts";
import type { SandboxKiosk } from "./kiosks.ts";

/** What our API names as its audience, here and in `cdk.json`. */
export const audience = "one-window";
export const lifetimeSeconds = 3600;

export const findInhabitant = (login: string): Inhabitant | undefined =>
  Object.hasOwn(people, login) ? people[login as Login] : undefined;

/** What an access token says of a person beside the standard claims. */
export const claimsOf = (person: Inhabitant): Omit<AccessTokenClaims, "sub" | "channel" | "acr" | "auth_time"> => ({
  name: person.name,
  id_type: person.idType,
  id_number: person.idNumber,
  real_name_level: person.realNameLevel,
  roles: person.roles,
  ...(person.office !== undefined && { office: person.office }),
});

const Seconds = z.number().int();

/** The order of a sandbox token. All but `login` is for tests that need a token with something wrong with it. */
export const TokenOrder = z.strictObject({
  login: z.string().refine((login) => findInhabitant(login) !== undefined, "Nobody has this login"),
  channel: z.enum(channels).optional(),
  /** Counted from now; negative for one that has expired already. */
  expiresInSeconds: Seconds.default(lifetimeSeconds),
  validInSeconds: Seconds.optional(),
  issuedInSeconds: Seconds.default(0),
  audience: z.union([z.string(), z.array(z.string())]).default(audience),
  issuer: z.string().optional(),
  realNameLevel: z.literal([1, 2, 3]).optional(),
  /** False for a login by one factor; `null` for an issuer that says nothing of it. */
  secondFactor: z.boolean().nullable().default(true),
  /** How long ago the person logged in; `null` for an issuer that does not say. */
  loggedInSecondsAgo: Seconds.min(0).nullable().default(0),
  /** The kiosk of the sandbox to whose key the token is bound; it comes through that channel. */
  kiosk: z.string().optional(),
  /** `stranger`: signed by a key that nobody published, under our key's name. */
  signedBy: z.enum(["issuer", "stranger"]).default("issuer"),
});
export type TokenOrder = z.input<typeof TokenOrder>;

/** Signs an access token without a login. Only the sandbox can: no real identity provider has such a door. */
export const mintToken = async (
  input: TokenOrder,
  issuer: string,
  keys: ProviderKeys,
  kiosks: readonly SandboxKiosk[],
): Promise<string> => {
  const order = TokenOrder.parse(input);
  const kiosk = order.kiosk === undefined ? undefined : kiosks.find(({ id }) => id === order.kiosk);
  const channel = kiosk ? "kiosk" : order.channel;
  const person = findInhabitant(order.login) as Inhabitant;
  const key = order.signedBy === "issuer" ? keys.signing : await newSigningKey();
  const now = Math.floor(Date.now() / 1000);
  const token = new SignJWT({
    ...claimsOf(person),
    ...(order.realNameLevel !== undefined && { real_name_level: order.realNameLevel }),
    ...(channel !== undefined && { channel }),
    ...(kiosk && { cnf: { jkt: kiosk.thumbprint } }),
    ...(order.secondFactor !== null && {
      acr: order.secondFactor ? acrValues.twoFactor : acrValues.singleFactor,
      amr: order.secondFactor ? ["pwd", "otp", "mfa"] : ["pwd"],
    }),
    ...(order.loggedInSecondsAgo !== null && { auth_time: now - order.loggedInSecondsAgo }),
    client_id: "sandbox",
    scope: "cases",
  })
    .setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid: keys.signing.kid })
    .setIssuer(order.issuer ?? issuer)
    .setSubject(person.login)
    .setAudience(order.audience)
    .setIssuedAt(now + order.issuedInSeconds)
    .setExpirationTime(now + order.expiresInSeconds)
    .setJti(randomUUID());
  if (order.validInSeconds !== undefined) token.setNotBefore(now + order.validInSeconds);
  return token.sign(await importJWK(key, "RS256"));
};
