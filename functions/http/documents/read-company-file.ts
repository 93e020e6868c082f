import { readCompanyFile as read } from "../../../shared/actions/read-company-file.ts";
import * as contracts from "../../../shared/api/contracts/certificates.ts";
import { viewCompanyFile } from "../../../shared/api/views/certificate-view.ts";
import { dayInChina } from "../../../shared/payments/china-time.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { DocumentsWorld } from "../../wiring/worlds.ts";

export const readCompanyFile = describeEndpoint(
  contracts.readCompanyFile,
  async ({ caller, body }, world: DocumentsWorld) => {
    const file = await read(world, { caller, creditCode: body.creditCode });
    return ok(viewCompanyFile(file, dayInChina(world.clock())));
  },
);
