import type { Case } from "../cases/case.ts";
import type { Change } from "../cases/change.ts";
import { changeCase } from "../cases/change-case.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Request } from "./change-and-run.ts";
import type { ReadingWorld } from "./read-case.ts";
import { isRepeated, requestMark } from "./request-mark.ts";

export type RecordingWorld = ReadingWorld;

export interface RecordRequest extends Omit<Request, "deadline" | "takesRefused" | "takesClosed"> {
  /** A case takes it whatever became of it. */
  readonly takesAny?: boolean;
}

/**
 * A change for a person's request that starts nothing: no step hangs on it, so no authority need be at hand. A repeated
 * request changes nothing, and one made from an older version is refused.
 *
 * @param decide asked once, about the case as found; the write decides whether that still holds
 * @throws Refusal `idempotency-key-reused`, `case-changed`, `case-closed`, and what `decide` refuses
 */
export const recordChange = async (
  { cases, hash, clock }: RecordingWorld,
  found: Case,
  { caller, idempotencyKey, expectedVersion, content, takesAny = false }: RecordRequest,
  decide: (found: Case, now: Instant) => Promise<readonly Change[]>,
): Promise<Case> => {
  const mark = requestMark({ hash }, caller, idempotencyKey, content);
  if (isRepeated(found, mark)) return found;
  const demandTaken = ({ id: caseId, status, version }: Case): void => {
    if (status !== "open" && !takesAny) throw new Refusal("case-closed", { caseId, status });
    if (expectedVersion !== undefined && version !== expectedVersion) {
      throw new Refusal("case-changed", { caseId, expectedVersion, foundVersion: version });
    }
  };
  demandTaken(found);
  const now = clock();
  const changes = await decide(found, now);
  return changeCase(cases, found, (current) => {
    if (isRepeated(current, mark)) return [];
    demandTaken(current);
    return [{ type: "requested", ...mark, at: now }, ...changes];
  });
};
