import { readCompanyDocument } from "../../../shared/actions/read-company-file.ts";
import * as contracts from "../../../shared/api/contracts/certificates.ts";
import { asPdf, describeEndpoint } from "../../wiring/endpoint.ts";
import type { DocumentsWorld } from "../../wiring/worlds.ts";

export const getCompanyDocument = describeEndpoint(
  contracts.getCompanyDocument,
  async ({ caller, documentId, body }, world: DocumentsWorld) =>
    asPdf((await readCompanyDocument(world, { caller, documentId, creditCode: body.creditCode })).file),
);
