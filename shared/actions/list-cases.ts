import type { Case } from "../cases/case.ts";
import type { Page } from "../cases/case-store.ts";
import { type QueueList, queueOf } from "../cases/table.ts";
import type { Caller } from "../people/caller.ts";
import { demandOfficer } from "./decide-step.ts";
import { mandatesOf, maySee } from "./read-case.ts";
import type { World } from "./world.ts";

export interface ListRequest {
  readonly caller: Caller;
  readonly limit: number;
  readonly cursor?: string;
}

export interface CaseList {
  readonly cases: readonly Case[];
  readonly next?: string;
}

/** The caller's own cases, and those in which they may act for somebody for as long as they may, the latest first. */
export const listCases = async (
  { cases, clock }: Pick<World, "cases" | "clock">,
  { caller, limit, cursor }: ListRequest,
): Promise<CaseList> => {
  const page = await cases.listOfPerson(caller.key, { limit, ...(cursor !== undefined && { from: cursor }) });
  const now = clock();
  return load({ cases }, page, (found) => maySee(found, caller) || mandatesOf(found, caller, now).length > 0);
};

/** The cases of an officer's office on one of its lists, the most urgent first. @throws Refusal `officer-only` */
export const listQueue = async (
  { cases }: Pick<World, "cases">,
  { caller, limit, cursor, list = "officer" }: ListRequest & { readonly list?: QueueList },
): Promise<CaseList> => {
  demandOfficer(caller);
  const page = await cases.listQueue(queueOf(caller.office ?? "", list), {
    limit,
    ...(cursor !== undefined && { from: cursor }),
  });
  return load({ cases }, page, (found) => maySee(found, caller));
};

/**
 * Indexes lag behind their cases, so each is read as it stands; a link whose case was never written, or to which somebody
 * no longer belongs, is passed over.
 */
const load = async (
  { cases }: Pick<World, "cases">,
  { caseIds, next }: Page,
  isTheirs: (found: Case) => boolean,
): Promise<CaseList> => {
  const found = await Promise.all([...new Set(caseIds)].map((caseId) => cases.read(caseId)));
  const visible = found.filter((each) => each !== undefined).filter(isTheirs);
  return next === undefined ? { cases: visible } : { cases: visible, next };
};
