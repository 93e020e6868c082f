import { randomBytes } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { z } from "zod";
import { keptIn } from "../data-folder.ts";

/** Private keys of the sandbox's identity provider; they sign for invented people only. */
export interface ProviderKeys {
  readonly signing: JWK & { readonly kid: string };
  readonly cookies: string;
}

const Keys: z.ZodType<ProviderKeys> = z.object({
  signing: z.looseObject({
    kty: z.literal("RSA"),
    kid: z.string().min(1),
    alg: z.literal("RS256"),
    use: z.literal("sig"),
    n: z.string().min(1),
    d: z.string().min(1),
  }),
  cookies: z.string().min(32),
});

/** The keys of a data folder: made at its first start, so that a token outlives a restart. */
export const providerKeys = (folder: string): Promise<ProviderKeys> =>
  keptIn(`${folder}/identity-provider/keys.json`, Keys, async () => ({
    signing: await newSigningKey(),
    cookies: randomBytes(32).toString("base64url"),
  }));

export const newSigningKey = async (): Promise<JWK & { readonly kid: string }> => {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg: "RS256", use: "sig", kid: await calculateJwkThumbprint(jwk) };
};
