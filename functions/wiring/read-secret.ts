import type * as z from "zod";
import type { SecretEnvironment } from "./environment.ts";

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

const minLength = 32;
