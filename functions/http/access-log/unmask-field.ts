import { unmaskField as unmask } from "../../../shared/actions/unmask-field.ts";
import * as contracts from "../../../shared/api/contracts/access-log.ts";
import { describeEndpoint, ok } from "../../wiring/endpoint.ts";
import type { ReadingWorld } from "../../wiring/worlds.ts";

export const unmaskField = describeEndpoint(
  contracts.unmaskField,
  async ({ caller, caseId, body }, world: ReadingWorld) => {
    const { fact, path, reason, note } = body;
    const { value, mark } = await unmask(world, { caller, caseId, fact, path, reason, note });
    return ok({ caseId, fact, path: [...path], value, mark });
  },
);
