import { viewCase } from "../../../shared/api/views/case-view.ts";
import type { Case } from "../../../shared/cases/case.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { ok } from "../../wiring/endpoint.ts";
import type { ChangingWorld } from "../../wiring/worlds.ts";

/** The answer to every change: the case as it stands now. */
export const changed = (world: ChangingWorld, current: Case, caller: Caller) =>
  ok(viewCase(world.packages, current, caller), { version: current.version });
