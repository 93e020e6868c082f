import type { PersonKey } from "../people/person-key.ts";
import { expiresAt, retentions } from "../people/retention.ts";
import type { Case } from "./case.ts";

/** What of a case says how long it is kept. */
export type CaseDates = Pick<Case, "id" | "openedAt" | "status" | "closedAt">;

/** When a closed case is deleted by the table itself; an open one is not. */
export const endOfCase = ({ status, closedAt }: Pick<Case, "status" | "closedAt">): number | undefined => {
  if (status === "open" || closedAt === undefined) return undefined;
  return expiresAt(status === "withdrawn" ? retentions.withdrawnCase : retentions.finishedCase, closedAt);
};

/** When what lies beside a case is deleted: while it is open, as if it closed within the year. */
export const endBeside = (opened: Pick<Case, "openedAt" | "status" | "closedAt">): number => {
  const usual = expiresAt(retentions.besideCase, opened.openedAt);
  const own = endOfCase(opened);
  return own === undefined || isClose(own, usual) ? usual : own;
};

/** A case that was open for long, or was withdrawn, ends otherwise than what lies beside it was told. */
export const endsOtherwise = (changed: Case): boolean => {
  const own = endOfCase(changed);
  return own !== undefined && !isClose(own, expiresAt(retentions.besideCase, changed.openedAt));
};

/** Neither before the case nor a year after it. */
const isClose = (own: number, usual: number): boolean => usual >= own && usual - own <= 366 * 86_400;

/** Everybody who may have something beside a case. */
export const peopleOf = ({ openedBy, parties }: Case): readonly PersonKey[] => [
  ...new Set([openedBy, ...parties.map(({ person }) => person)]),
];

/** Up to where somebody has read the case's messages: a document beside it, under the reader's keyed hash. */
export const messagesReadBy = (person: PersonKey): string => `messages-read/${person}`;
