import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import { composeChecking } from "./compose-checking.ts";
import { composeReading } from "./compose-reading.ts";
import { AuthoritiesEnvironment, SecretEnvironment } from "./environment.ts";
import { loggedCalls } from "./logged-calls.ts";
import { readSecret } from "./read-secret.ts";
import type { DocumentsWorld } from "./worlds.ts";

/** What showing documents to their people takes: their cases, and the register that says whose a company is. */
export const composeDocuments = async (environment: NodeJS.ProcessEnv = process.env): Promise<DocumentsWorld> => {
  const { AUTHORITY_URLS } = AuthoritiesEnvironment.parse(environment);
  const secret = await readSecret(SecretEnvironment.parse(environment));
  const { certificates } = await composeChecking(environment);
  return {
    ...(await composeReading(environment)),
    certificates,
    call: loggedCalls(httpAuthorities({ urls: AUTHORITY_URLS, secret })),
  };
};
