import * as contracts from "../../../shared/api/contracts/catalogue.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";

/** Says that the API and its functions answer. It asks nothing else, so that a load balancer's probe costs nothing. */
export const getHealth = describeEndpoint(contracts.getHealth, async () => ok({ status: "ok" }));
