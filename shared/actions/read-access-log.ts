import { Refusal } from "../kernel/refusal.ts";
import { type Finding, verifyChain } from "../people/access-log/chain.ts";
import { type AccessEntry, chainOfOffice, chainOfPerson } from "../people/access-log/entry.ts";
import type { Caller } from "../people/caller.ts";
import { peopleIn } from "./note-reading.ts";
import type { World } from "./world.ts";

type LogWorld = Pick<World, "access" | "hash" | "clock">;

/** A page of what was read of the caller, the latest first; what they may not be told of yet is left out. */
export const readAccessLog = async (
  { access, clock }: LogWorld,
  { caller, limit, before }: { readonly caller: Caller; readonly limit: number; readonly before?: number },
): Promise<{ readonly entries: readonly AccessEntry[]; readonly next?: number }> => {
  const links = await access.latest(chainOfPerson(caller.key), limit, before);
  const now = clock();
  const entries = links
    .flatMap((link) => [...link.entries].reverse())
    .filter(({ hiddenUntil }) => hiddenUntil === undefined || hiddenUntil <= now);
  const last = links.at(-1)?.number ?? 1;
  return last > 1 ? { entries, next: last } : { entries };
};

/** One chain as an auditor's check finds it. */
export interface CheckedChain {
  /** `office`, or the people of the case, one after the other: their keys are told to nobody. */
  readonly whose: string;
  readonly links: number;
  readonly findings: readonly Finding[];
}

/**
 * Checks the chain of the auditor's office, or the chains of all people whom a case names.
 * @throws Refusal `case-not-found` for a case of another office
 */
export const checkAccessLog = async (
  { access, hash, cases, clock }: LogWorld & Pick<World, "cases">,
  { caller, caseId }: { readonly caller: Caller; readonly caseId?: string },
): Promise<readonly CheckedChain[]> => {
  const check = async (whose: string, chain: string): Promise<CheckedChain> => {
    const { found, head } = await access.whole(chain);
    return { whose, links: found.length, findings: verifyChain(hash, chain, found, head ? [head] : [], clock()) };
  };
  if (caseId === undefined) return [await check("office", chainOfOffice(caller.office ?? ""))];
  const found = await cases.read(caseId);
  if (!found || found.office !== caller.office) throw new Refusal("case-not-found", { caseId });
  const people = [...peopleIn(hash, found).keys()];
  return Promise.all(people.map((person, index) => check(`person-${index + 1}`, chainOfPerson(person))));
};
