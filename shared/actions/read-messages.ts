import * as z from "zod";
import { messagesReadBy } from "../cases/beside-case.ts";
import type { Case, Message } from "../cases/case.ts";
import { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import { type ReadingWorld, readCase, rolesIn } from "./read-case.ts";
import type { World } from "./world.ts";

/** The messages of a case that concern a reader, and up to which they have read. */
export interface Mailbox {
  readonly case: Case;
  readonly messages: readonly Message[];
  /** One mark for each time that the reader read on. */
  readonly marks: readonly ReadMark[];
}

/** All messages up to this number were read at this moment. */
const ReadMark = z.object({ upTo: z.int().min(1), at: Instant });
export type ReadMark = z.output<typeof ReadMark>;

/** @throws Refusal `case-not-found` */
export const readMessages = async (
  world: ReadingWorld,
  { caller, caseId }: { readonly caller: Caller; readonly caseId: string },
): Promise<Mailbox> => {
  const found = await readCase(world, { caller, caseId });
  return { case: found, messages: messagesFor(found, caller), marks: await marksOf(world.cases, caseId, caller) };
};

/**
 * Notes that the reader has read up to a message. Harmless when repeated, and no change of the case: what others are
 * about to do with it goes on undisturbed.
 * @throws Refusal `case-not-found`, `message-not-found` for a number beyond the reader's last message
 */
export const markRead = async (
  world: ReadingWorld,
  { caller, caseId, upTo }: { readonly caller: Caller; readonly caseId: string; readonly upTo: number },
): Promise<Mailbox> => {
  const mailbox = await readMessages(world, { caller, caseId });
  if ((mailbox.messages.at(-1)?.number ?? 0) < upTo) throw new Refusal("message-not-found", { caseId, message: upTo });
  if ((mailbox.marks.at(-1)?.upTo ?? 0) >= upTo) return mailbox;
  const marks = [...mailbox.marks, { upTo, at: world.clock() }];
  await world.cases.writeDocument(mailbox.case, messagesReadBy(caller.key), marks);
  return { ...mailbox, marks };
};

/** What concerns everybody, and what is addressed to the reader; officers of the case read all. */
const messagesFor = (found: Case, caller: Caller): readonly Message[] => {
  const isOfficer = rolesIn(found, caller).includes("officer");
  return (found.messages ?? []).filter(({ to }) => {
    if (to === undefined || isOfficer) return true;
    if (to.role === "opener") return found.openedBy === caller.key;
    if (to.person !== undefined && to.person !== caller.key) return false;
    const own = found.parties.filter(({ person, role }) => person === caller.key && role === to.role);
    return own.some(({ parties = [] }) => to.parties === undefined || parties.some((id) => to.parties?.includes(id)));
  });
};

const marksOf = async (cases: World["cases"], caseId: string, caller: Caller): Promise<readonly ReadMark[]> =>
  z.array(ReadMark).parse((await cases.readDocument(caseId, messagesReadBy(caller.key))) ?? []);
