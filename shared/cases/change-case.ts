import { randomBytes } from "node:crypto";
import type { Case } from "./case.ts";
import type { CaseStore } from "./case-store.ts";
import type { Change } from "./change.ts";
import { apply } from "./transitions.ts";

/** So many writers in a row would have to get in between; then something other than bad luck is wrong. */
const mostConflicts = 50;

/**
 * The one way in which a stored case changes: `decide` looks at the case as it stands and says what happens to it, or
 * refuses by throwing; the changes go into one conditional write. When another writer was faster, the case is read
 * again and decided again. A write whose reply was lost finds its own mark and counts as done.
 *
 * @param base the case as last read or written; saves the first read
 * @returns the case as written, or as it stands when `decide` found nothing to do
 */
export const changeCase = (cases: CaseStore, base: Case, decide: (current: Case) => readonly Change[]): Promise<Case> =>
  rewriteCase(cases, base, (current) => decide(current).reduce(apply, current));

/**
 * `changeCase` for whoever has applied the changes already.
 * @param rewrite makes of the case as it stands, with nothing told yet, the case as it will be; or returns it as it is
 */
export const rewriteCase = async (cases: CaseStore, base: Case, rewrite: (current: Case) => Case): Promise<Case> => {
  let current = base;
  for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
    const before = untold(current);
    const rewritten = rewrite(before);
    if (rewritten === before) return current;
    const mark = randomBytes(6).toString("base64url");
    const changed = asWritten(rewritten, mark);
    await linkNewParties(cases, current, changed);
    if ((await cases.replace(changed, current.version)) === "replaced") return changed;
    const fresh = await cases.read(base.id);
    if (!fresh) throw new Error(`case ${base.id} was there and is gone`);
    if (fresh.writes.includes(mark)) return fresh;
    current = fresh;
  }
  throw new Error(`case ${base.id} changed under ${mostConflicts} writes in a row`);
};

/** A case before anything happens to it in the next write, which tells of nothing but its own changes. */
export const untold = (current: Case): Case => (current.events.length === 0 ? current : { ...current, events: [] });

/** As the next version, with this writer's mark. */
export const asWritten = (rewritten: Case, mark: string): Case => ({
  ...rewritten,
  version: rewritten.version + 1,
  writes: [...rewritten.writes, mark].slice(-rememberedWrites),
});

/** A writer looks for its mark right after its own failed write; this many others may have come since. */
const rememberedWrites = 6;

/** A link without its case is harmless, a case without its link is lost to its person: so links come first. */
export const linkNewParties = async (cases: Pick<CaseStore, "link">, before: Case, changed: Case): Promise<void> => {
  if (changed.parties === before.parties) return;
  const known = new Set([changed.openedBy, ...before.parties.map(({ person }) => person)]);
  const added = new Set(changed.parties.map(({ person }) => person).filter((person) => !known.has(person)));
  await Promise.all([...added].map((person) => cases.link(changed, person)));
};

/** The same store, to which a person's link is written once however often it is asked for; a failed one is tried anew. */
export const linkingOnce = (cases: CaseStore): CaseStore => {
  const links = new Map<string, Promise<void>>();
  return {
    ...cases,
    link: (opened, person) => {
      const known = links.get(person);
      if (known) return known;
      const link = cases.link(opened, person).catch((error: unknown) => {
        links.delete(person);
        throw error;
      });
      links.set(person, link);
      return link;
    },
  };
};

/**
 * Steps that begin together look at the stored case together: whoever comes while a read is under way has its answer. What
 * it tells stood in the table when the read was served, which is all that a read of one's own could say.
 */
export const readingTogether = (cases: CaseStore): CaseStore => {
  const underWay = new Map<string, ReturnType<CaseStore["read"]>>();
  return {
    ...cases,
    read: (caseId, known) => {
      const read = underWay.get(caseId) ?? cases.read(caseId, known).finally(() => underWay.delete(caseId));
      underWay.set(caseId, read);
      return read;
    },
  };
};
