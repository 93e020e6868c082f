import { createPrivateKey } from "node:crypto";
import type * as z from "zod";
import { codesUnder } from "../../shared/actions/certificate-codes.ts";
import type { IssuingWorld } from "../../shared/actions/issue-certificates.ts";
import { dynamodbCaseStore } from "../../shared/cases/dynamodb-case-store.ts";
import { checkAddress } from "../../shared/certificates/check-address.ts";
import { dynamodbCertificateStore } from "../../shared/certificates/dynamodb-certificate-store.ts";
import { renderCertificate } from "../../shared/certificates/render-certificate.ts";
import { localSigner, type Signer } from "../../shared/certificates/signing.ts";
import { packagesOf } from "../../shared/packages/index.ts";
import { dynamodbBillStore } from "../../shared/payments/dynamodb-bill-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { localities } from "../../shared/tax/localities/index.ts";
import { openCertificateFont } from "./certificate-font.ts";
import { composeVault } from "./compose-vault.ts";
import {
  CommonEnvironment,
  IssuingEnvironment,
  SecretEnvironment,
  SigningEnvironment,
  TableEnvironment,
} from "./environment.ts";
import { once } from "./once.ts";
import { readSecret } from "./read-secret.ts";
import { systemClock } from "./system-clock.ts";
import { tableClient } from "./table-client.ts";

/** What issuing takes: cases and bills to read, certificates to write, the font, and the key that signs. */
export const composeIssuing = async (environment: NodeJS.ProcessEnv = process.env): Promise<IssuingWorld> => {
  const { LOCALITY } = CommonEnvironment.parse(environment);
  const { PUBLIC_URL, CLIENTS_URL } = IssuingEnvironment.parse(environment);
  const { TABLE_NAME: tableName, ...place } = TableEnvironment.parse(environment);
  const locality = Object.hasOwn(localities, LOCALITY) ? localities[LOCALITY] : undefined;
  if (!locality) throw new Error(`no law is held for the locality ${LOCALITY}`);
  const client = tableClient({ TABLE_NAME: tableName, ...place });
  const secret = await readSecret(SecretEnvironment.parse(environment));
  const vault = await composeVault(environment, { client, tableName, secret });
  const hash = keyedHash(secret);
  const font = once(openCertificateFont);
  return {
    cases: dynamodbCaseStore(client, tableName, vault),
    bills: dynamodbBillStore(client, tableName),
    certificates: dynamodbCertificateStore({ client, tableName, vault, hash }),
    packages: packagesOf(LOCALITY),
    signer: await signerOf(SigningEnvironment.parse(environment)),
    render: async (content) => renderCertificate(content, await font()),
    codeOf: codesUnder(hash),
    checkUrl: checkAddress({ api: PUBLIC_URL, clients: CLIENTS_URL }),
    officeName: locality.taxOffice.zh,
    clock: systemClock,
    hash,
  };
};

/** The key service is loaded only where there is one. */
const signerOf = async (environment: z.output<typeof SigningEnvironment>): Promise<Signer> => {
  if ("SIGNING_KEY" in environment) return localSigner(createPrivateKey(environment.SIGNING_KEY));
  const { kmsSigner } = await import("../../shared/certificates/kms-signer.ts");
  return kmsSigner(environment.SIGNING_KEY_ARN);
};
