import { listCertificateKeys as listKeys } from "../../../shared/actions/look-up-certificate.ts";
import * as contracts from "../../../shared/api/contracts/certificates.ts";
import { viewKeys } from "../../../shared/api/views/certificate-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { CheckingWorld } from "../../wiring/worlds.ts";

export const listCertificateKeys = describeEndpoint(
  contracts.listCertificateKeys,
  async (_request, world: CheckingWorld) => ok(viewKeys(await listKeys(world))),
);
