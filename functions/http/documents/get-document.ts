import { readDocument } from "../../../shared/actions/read-documents.ts";
import * as contracts from "../../../shared/api/contracts/certificates.ts";
import { asPdf, describeEndpoint } from "../../wiring/endpoint.ts";
import type { DocumentsWorld } from "../../wiring/worlds.ts";

export const getDocument = describeEndpoint(
  contracts.getDocument,
  async ({ caller, caseId, documentId }, world: DocumentsWorld) =>
    asPdf((await readDocument(world, { caller, caseId, documentId })).file),
);
