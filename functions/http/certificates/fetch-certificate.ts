import { fetchCertificate as fetch } from "../../../shared/actions/look-up-certificate.ts";
import * as contracts from "../../../shared/api/contracts/certificates.ts";
import { asPdf, describeEndpoint } from "../../wiring/endpoint.ts";
import type { CheckingWorld } from "../../wiring/worlds.ts";

export const fetchCertificate = describeEndpoint(
  contracts.fetchCertificate,
  async ({ code, address }, world: CheckingWorld) => asPdf((await fetch(world, { code, address })).file),
);
