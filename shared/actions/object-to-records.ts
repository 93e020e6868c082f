import type { Case } from "../cases/case.ts";
import { packageOf } from "../cases/engine.ts";
import { canBeHeard, objectionTo } from "../cases/objections.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { requestChange } from "./change-and-run.ts";
import { readCaseUnnoted } from "./read-case.ts";
import type { World } from "./world.ts";

export interface ObjectToRecords {
  readonly caller: Caller;
  readonly caseId: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * Somebody whom a record of the case names, and who is no party to it (an absent spouse, a child, a parent who is not
 * there), objects to its use (个人信息保护法 第四十四条、第五十条). From this write on the record is used no further: an
 * officer examines it, and looks it up anew or leaves it out. Whatever version of the case they have seen, which they
 * have not, it is done.
 * @throws Refusal `case-not-found`, which tells no more than if there were no such case; `belongs-to-case` to its own
 * people, `objected-already`, `objection-too-late` once something irreversible was done on the record, `case-closed`,
 * `idempotency-key-reused`
 */
export const objectToRecords = async (world: World, request: ObjectToRecords): Promise<Case> => {
  const { caller, caseId, reason } = request;
  const found = await readCaseUnnoted(world, { caller, caseId });
  const definition = packageOf(world.packages, found);
  return requestChange(world, found, { ...request, content: { verb: "object", reason } }, (current, at) => {
    const { name, idType, idNumber } = caller.person;
    const objection = { person: caller.key, statement: { name, idType, idNumber, reason }, at };
    const change = objectionTo(world.hash, definition, current, objection);
    if (!change) throw new Refusal("objected-already", { caseId });
    if (!canBeHeard(current, change)) throw new Refusal("objection-too-late", { caseId });
    return [change];
  });
};
