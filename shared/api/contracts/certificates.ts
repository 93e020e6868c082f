import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { describeRoute, PathName } from "../contract.ts";
import {
  CertificateKeyList,
  CertificateView,
  CompanyFileRequest,
  CompanyFileView,
  DocumentList,
} from "../resources/certificate.ts";

/** As people type it; what it can be and cannot says the code itself. */
const CodePath = lazily(() => z.strictObject({ code: z.string().min(1).max(64) }));
const CasePath = lazily(() => z.strictObject({ caseId: PathName() }));
const DocumentPath = lazily(() => z.strictObject({ caseId: PathName(), documentId: PathName() }));
const CompanyDocumentPath = lazily(() => z.strictObject({ documentId: PathName() }));
const Pdf = lazily(() => z.custom<Uint8Array>((value) => value instanceof Uint8Array));

const ofCodes = ["certificate-code-mistyped", "certificate-not-found", "too-many-guesses"] as const;
const ofFiles = { reply: Pdf, replyIs: "bytes" } as const;

export const lookUpCertificate = describeRoute({
  name: "lookUpCertificate",
  summary: { zh: "凭防伪码查验一份证明", en: "What a certificate's code stands for, to compare with the paper" },
  path: CodePath,
  reply: CertificateView,
  takesAddress: true,
  refusals: ofCodes,
});

export const fetchCertificate = describeRoute({
  name: "fetchCertificate",
  summary: { zh: "凭防伪码取得同一文件(PDF)", en: "The very file, by its code (PDF)" },
  path: CodePath,
  ...ofFiles,
  takesAddress: true,
  refusals: [...ofCodes, "certificate-expired", "certificate-revoked", "certificate-erased"],
});

export const listCertificateKeys = describeRoute({
  name: "listCertificateKeys",
  summary: { zh: "验证证明签名的公钥", en: "The public keys by which files can be checked offline" },
  reply: CertificateKeyList,
});

export const listDocuments = describeRoute({
  name: "listDocuments",
  summary: { zh: "办件的证明和结果文书", en: "Certificates and result documents of a case" },
  path: CasePath,
  reply: DocumentList,
  refusals: ["case-not-found"],
});

export const getDocument = describeRoute({
  name: "getDocument",
  summary: { zh: "一份文书(PDF)", en: "One of them (PDF)" },
  path: DocumentPath,
  ...ofFiles,
  refusals: ["case-not-found", "document-not-found", "certificate-erased"],
});

export const readCompanyFile = describeRoute({
  name: "readCompanyFile",
  summary: {
    zh: "本企业的全部文书,限登记的法定代表人和自然人股东",
    en: "A company's documents, for its legal representative and natural-person shareholders on record",
  },
  bodyIs: "required",
  body: CompanyFileRequest,
  reply: CompanyFileView,
  refusals: ["residents-only", "not-your-company", "register-silent"],
});

export const getCompanyDocument = describeRoute({
  name: "getCompanyDocument",
  summary: { zh: "本企业的一份文书(PDF)", en: "One of a company's documents (PDF)" },
  path: CompanyDocumentPath,
  bodyIs: "required",
  body: CompanyFileRequest,
  ...ofFiles,
  refusals: ["residents-only", "not-your-company", "register-silent", "document-not-found"],
});
