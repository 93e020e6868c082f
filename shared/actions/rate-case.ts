import type { Case, Score } from "../cases/case.ts";
import { changeCase } from "../cases/change-case.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { type ReadingWorld, readCase } from "./read-case.ts";
import { isRepeated, requestMark } from "./request-mark.ts";

export interface RateCase {
  readonly caller: Caller;
  readonly caseId: string;
  readonly score: Score;
  readonly idempotencyKey: string;
}

/**
 * One of a case's people says how satisfied they were: once the case is over, however it ended, and once only. Nothing
 * is run by it.
 * @throws Refusal `case-not-found`, `not-your-case`, `case-not-over`, `rated-already`, `idempotency-key-reused`
 */
export const rateCase = async (world: ReadingWorld, request: RateCase): Promise<Case> => {
  const { caller, caseId, score, idempotencyKey } = request;
  const found = await readCase(world, { caller, caseId });
  const mark = requestMark(world, caller, idempotencyKey, { verb: "rate", caseId, score });
  return changeCase(world.cases, found, (current) => {
    if (isRepeated(current, mark)) return [];
    if (current.status === "open") throw new Refusal("case-not-over", { caseId });
    if (ratingOf(current, caller)) throw new Refusal("rated-already", { caseId });
    const at = world.clock();
    return [
      { type: "requested", ...mark, at },
      { type: "rated", person: caller.key, score, at },
    ];
  });
};

export const ratingOf = ({ ratings = [] }: Case, { key }: Pick<Caller, "key">) =>
  ratings.find(({ person }) => person === key);
