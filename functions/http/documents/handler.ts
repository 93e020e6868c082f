import { composeDocuments } from "../../wiring/compose-documents.ts";
import { serve } from "../../wiring/serve.ts";
import { getCompanyDocument } from "./get-company-document.ts";
import { getDocument } from "./get-document.ts";
import { listDocuments } from "./list-documents.ts";
import { readCompanyFile } from "./read-company-file.ts";

export const endpoints = [listDocuments, getDocument, readCompanyFile, getCompanyDocument] as const;

export const handler = serve(endpoints, composeDocuments);
