import { composeChecking } from "../../wiring/compose-checking.ts";
import { serve } from "../../wiring/serve.ts";
import { fetchCertificate } from "./fetch-certificate.ts";
import { listCertificateKeys } from "./list-certificate-keys.ts";
import { lookUpCertificate } from "./look-up-certificate.ts";

export const endpoints = [lookUpCertificate, fetchCertificate, listCertificateKeys] as const;

export const handler = serve(endpoints, composeChecking);
