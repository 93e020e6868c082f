import * as z from "zod";
import { certificateKinds, revocationReasons } from "../../certificates/certificate.ts";
import { signatureAlgorithms } from "../../certificates/signing.ts";
import { CreditCode } from "../../kernel/identifiers/credit-code.ts";
import { lazily } from "../../kernel/lazily.ts";
import { InstantView } from "./common.ts";

const RevocationView = lazily(() => z.object({ at: InstantView(), reason: z.enum(revocationReasons) }));

/** What stands on the paper's head, and how it stands with it. */
const Head = lazily(() =>
  z.object({
    kind: z.enum(certificateKinds),
    title: z.string(),
    number: z.string(),
    office: z.string(),
    issuedOn: z.iso.date(),
    validTo: z.iso.date().meta({ description: "The last day on which the code is answered for, China Standard Time" }),
    status: z.enum(["valid", "expired", "revoked"]),
    revocation: RevocationView().optional(),
  }),
);

/** What anybody who has a code may compare with the paper before them, and nothing more. */
export const CertificateView = lazily(() =>
  Head().extend({
    holder: z.string().optional().meta({ description: "While valid; a person's name is masked" }),
    total: z.string().optional().meta({ description: "Yuan; while valid" }),
    sha256: z.string().optional().meta({ description: "Of the file, hexadecimal; while valid" }),
    keyId: z.string().meta({ description: "The key among GET /v1/certificate-keys by which the file can be checked" }),
  }),
);
export type CertificateView = z.output<ReturnType<typeof CertificateView>>;

export const CertificateKeyList = lazily(() =>
  z.object({
    keys: z.array(
      z.object({
        keyId: z.string(),
        algorithm: z.enum(signatureAlgorithms),
        publicKey: z.string().meta({ description: "PEM" }),
      }),
    ),
  }),
);
export type CertificateKeyList = z.output<ReturnType<typeof CertificateKeyList>>;

/** A certificate or result document as its holder sees it. */
export const CertificateOfCase = lazily(() =>
  Head().extend({
    id: z.string(),
    holder: z.string(),
    code: z.string().meta({ description: "The anti-forgery code" }),
    total: z.string().optional(),
    sha256: z.string(),
    bytes: z.int(),
    keyId: z.string(),
  }),
);

export const DocumentList = lazily(() => z.object({ documents: z.array(CertificateOfCase()) }));
export type DocumentList = z.output<ReturnType<typeof DocumentList>>;

export const CompanyFileRequest = lazily(() => z.strictObject({ creditCode: CreditCode }));

export const CompanyFileView = lazily(() => DocumentList().extend({ name: z.string() }));
export type CompanyFileView = z.output<ReturnType<typeof CompanyFileView>>;
