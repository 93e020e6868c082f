import { readDocument } from "../../../shared/actions/read-documents.ts";
import * as contracts from "../../../shared/api/contracts/certificates.ts";
import { asPdf, describeEndpoint } from "../../wiring/endpoint.ts";
import type { DocumentsWorld } from "../../wiring/worlds.ts";

export const getDocument = describeEndpoint(
  contracts.getDocument,
  async ({ caller, caseId, documentId }, world: DocumentsWorld) => {
    const { record, file, mark } = await readDocument(world, { caller, caseId, documentId });
    return asPdf(file, mark && { name: record.id, by: mark });
  },
);
