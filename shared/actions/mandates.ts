import type { Case } from "../cases/case.ts";
import { isInForce, type Mandate } from "../cases/mandate.ts";
import { after, type Instant } from "../kernel/instant.ts";
import { type FieldProblem, Refusal } from "../kernel/refusal.ts";
import type { Text } from "../kernel/text.ts";
import type { Person } from "../packages/package.ts";
import type { Caller } from "../people/caller.ts";
import type { Scope } from "../people/policy.ts";
import { demandStepUp } from "../people/step-up.ts";
import type { Request } from "./change-and-run.ts";
import { readCase } from "./read-case.ts";
import { type RecordingWorld, recordChange } from "./record-change.ts";

export type CaseRequest = Pick<Request, "caller" | "idempotencyKey" | "expectedVersion"> & { readonly caseId: string };

export interface GiveDelegation extends CaseRequest {
  readonly delegate: Pick<Person, "name" | "idType" | "idNumber">;
  readonly scopes: readonly Scope[];
  readonly until: Instant;
}

/** A delegation that outlives this is given anew: who remembers, after a year, whom they let in? */
const longestMilliseconds = 365 * 86_400_000;

/**
 * One of a case's people lets somebody act for them in it: what, and until when. Reading comes with everything else.
 * @throws Refusal `mandate-invalid` for an end that is past or too far, and for oneself; `step-up-required`,
 * `case-not-found`, `not-your-case`, `case-changed`, `case-closed`, `idempotency-key-reused`
 */
export const giveDelegation = async (world: RecordingWorld, request: GiveDelegation): Promise<Case> => {
  const { caller, caseId, delegate, until, idempotencyKey } = request;
  const found = await readCase(world, { caller, caseId });
  const scopes: readonly Scope[] = [...new Set<Scope>(["read", ...request.scopes])];
  const to = world.hash.person(delegate);
  const content = { verb: "give-delegation", to, scopes, until };
  // A link without its mandate opens nothing; a mandate without its link would be lost to the delegate.
  return recordChange(world, found, { ...request, content }, async (_current, now) => {
    if (to === caller.key) throw invalid("/delegate", "is-oneself", words.oneself);
    if (until <= now || until > after(now, longestMilliseconds)) throw invalid("/until", "out-of-range", words.until);
    demandStepUp(caller, "delegate", now);
    await world.cases.link(found, to);
    const id = mandateId(world, caller, caseId, idempotencyKey);
    const { name } = delegate;
    const giver = caller.person.name;
    const mandate: Mandate = { id, kind: "delegated", from: caller.key, to, name, giver, scopes, since: now, until };
    return [{ type: "mandate-given", at: now, mandate }];
  });
};

/** Two requests of one key are one mandate. */
export const mandateId = ({ hash }: RecordingWorld, caller: Caller, caseId: string, idempotencyKey: string): string =>
  hash.of("mandate", caseId, caller.key, idempotencyKey);

const words = {
  oneself: { zh: "不能委托给自己。", en: "Nobody delegates to themselves." },
  until: { zh: "期限须在现在之后、一年之内。", en: "It must end after now and within a year." },
} as const satisfies Record<string, Text>;

const invalid = (path: string, code: string, reason: Text): Refusal => {
  const field: FieldProblem = { path, code, reason };
  return new Refusal("mandate-invalid", { fields: [field] });
};

/** Whether a mandate is somebody's: given by them, or to them. */
const isTheirs = ({ from, to }: Mandate, { key }: Caller): boolean => from === key || to === key;

/**
 * The mandates of a case that concern the caller, the ended ones included; officers of the case see all.
 * @throws Refusal `case-not-found`
 */
export const listDelegations = async (
  world: Parameters<typeof readCase>[0],
  { caller, caseId }: { readonly caller: Caller; readonly caseId: string },
): Promise<{ readonly case: Case; readonly mandates: readonly Mandate[]; readonly inForce: ReadonlySet<string> }> => {
  const found = await readCase(world, { caller, caseId });
  const seesAll = caller.roles.includes("officer") && caller.office === found.office;
  const mandates = (found.mandates ?? []).filter((mandate) => seesAll || isTheirs(mandate, caller));
  const now = world.clock();
  const inForce = new Set(mandates.filter((mandate) => isInForce(mandate, now)).map(({ id }) => id));
  return { case: found, mandates, inForce };
};

/**
 * Ends a mandate before its time: whoever gave it, or whoever has it. What was done under it stays done.
 * @throws Refusal `mandate-not-found`, `case-not-found`, `case-changed`, `idempotency-key-reused`
 */
export const endDelegation = async (
  world: RecordingWorld,
  request: CaseRequest & { readonly delegationId: string },
): Promise<Case> => {
  const { caller, caseId, delegationId: id } = request;
  const found = await readCase(world, { caller, caseId });
  const content = { verb: "end-delegation", id };
  return recordChange(world, found, { ...request, content, takesAny: true }, async (current, now) => {
    const mandate = current.mandates?.find((each) => each.id === id && isTheirs(each, caller));
    if (!mandate) throw new Refusal("mandate-not-found", { caseId });
    return [{ type: "mandate-ended", at: now, id }];
  });
};
