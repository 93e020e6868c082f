import { listDocuments as list } from "../../../shared/actions/read-documents.ts";
import * as contracts from "../../../shared/api/contracts/certificates.ts";
import { viewDocuments } from "../../../shared/api/views/certificate-view.ts";
import { dayInChina } from "../../../shared/payments/china-time.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { DocumentsWorld } from "../../wiring/worlds.ts";

export const listDocuments = describeEndpoint(
  contracts.listDocuments,
  async ({ caller, caseId }, world: DocumentsWorld) =>
    ok(viewDocuments(await list(world, { caller, caseId }), dayInChina(world.clock()))),
);
