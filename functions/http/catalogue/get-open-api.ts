import * as contracts from "../../../shared/api/contracts/catalogue.ts";
import { openApiDocument } from "../../../shared/api/openapi.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";

export const getOpenApi = describeEndpoint(contracts.getOpenApi, async () => ok(openApiDocument()));
