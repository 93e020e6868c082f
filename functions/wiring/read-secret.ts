import type * as z from "zod";
import type { SecretEnvironment, WalletsEnvironment } from "./environment.ts";

/**
 * The bureau's secret: from its environment on a laptop, from Secrets Manager on AWS. The client is loaded only when it
 * is needed; a warm function never needs it.
 */
export const readSecret = async (environment: z.output<typeof SecretEnvironment>): Promise<string> => {
  if ("BUREAU_SECRET" in environment) return environment.BUREAU_SECRET;
  const { fetchSecret } = await import("./secrets-manager.ts");
  const secret = await fetchSecret(environment.BUREAU_SECRET_ARN);
  if (secret === undefined || secret.length < minLength) throw new Error("the bureau's secret is too short");
  return secret;
};

/** The wallets' ids and keys, as JSON, kept and read alike. */
export const readWallets = async (environment: z.output<typeof WalletsEnvironment>): Promise<string> => {
  if ("WALLETS" in environment) return environment.WALLETS;
  const { fetchSecret } = await import("./secrets-manager.ts");
  const text = await fetchSecret(environment.WALLETS_ARN);
  if (text === undefined) throw new Error("the secret of the wallets holds no text");
  return text;
};

const minLength = 32;
