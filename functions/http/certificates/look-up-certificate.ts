import { lookUpCertificate as lookUp } from "../../../shared/actions/look-up-certificate.ts";
import * as contracts from "../../../shared/api/contracts/certificates.ts";
import { viewCertificate } from "../../../shared/api/views/certificate-view.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { CheckingWorld } from "../../wiring/worlds.ts";

export const lookUpCertificate = describeEndpoint(
  contracts.lookUpCertificate,
  async ({ code, address }, world: CheckingWorld) => ok(viewCertificate(await lookUp(world, { code, address }))),
);
