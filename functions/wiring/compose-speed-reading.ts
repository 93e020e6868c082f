import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { composeExpectedTime } from "./compose-expected-time.ts";
import { SecretEnvironment } from "./environment.ts";
import { readSecret } from "./read-secret.ts";
import type { SpeedReadingWorld } from "./worlds.ts";

/** What the report takes: the figures, and the secret by which its reader is known. */
export const composeSpeedReading = async (environment: NodeJS.ProcessEnv = process.env): Promise<SpeedReadingWorld> => {
  const secret = await readSecret(SecretEnvironment.parse(environment));
  return { ...composeExpectedTime(environment), hash: keyedHash(secret) };
};
