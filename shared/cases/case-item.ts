import * as z from "zod";
import { Instant, toMilliseconds } from "../kernel/instant.ts";
import type { Sealing } from "../people/sealing.ts";
import { endOfCase } from "./beside-case.ts";
import { type Case, type StepState, scores } from "./case.ts";
import { eventsAttribute, eventsOf } from "./packing/events.ts";
import { caseKey, duePartition, dueShardOf, personPartition, queueOf, queuePartition, table } from "./table.ts";

/**
 * A case as an item of the table. What operators, indexes and the stream read stands open and says nothing of anybody;
 * everything else - people, facts, the history of each step - is one packed and sealed attribute, or the promise of it
 * where the keys are fetched first.
 */
export const toItem = (opened: Case, vault: Pick<Sealing, "seal">): Record<string, unknown> => {
  const { openedBy, parties, consents, facts, steps, messages, drafts, early, requests, writes, ...rest } = opened;
  const { mandates, acts, ratings, objections, events, ...open } = rest;
  const sealed = {
    openedBy,
    parties,
    consents,
    facts,
    steps,
    messages,
    drafts,
    early,
    requests,
    writes,
    mandates,
    acts,
    ratings,
    objections,
  };
  return {
    ...caseKey(opened.id),
    ...indexKeysOf(opened),
    ...open,
    ...eventsAttribute(events),
    ...expiryOf(opened),
    sealed: vault.seal(sealed, contextOf(opened.id)),
  };
};

export const fromItem = (item: Record<string, unknown>, vault: Pick<Sealing, "open">): Case => {
  const { sealed, events, ...open } = OpenPart.parse(item);
  const rest = SealedPart.parse(vault.open(sealed, contextOf(open.id)));
  return { ...open, ...rest, events: eventsOf(events, open) } as unknown as Case;
};

/** Sealed bytes of one case cannot pass for another's. */
export const contextOf = (caseId: string): string => `case/${caseId}`;

const expiryOf = (opened: Case): Record<string, number> => {
  const end = endOfCase(opened);
  return end === undefined ? {} : { [table.timeToLive]: end };
};

/** Nor one document for another. */
export const documentContext = (caseId: string, name: string): string => `${caseId}/document/${name}`;

const indexKeysOf = (opened: Case): Record<string, string> => ({
  personPk: personPartition(opened.openedBy),
  personSk: personSortKey(opened),
  ...(opened.due && { duePk: duePartition(dueShardOf(opened.id)) }),
  ...queueKeysOf(opened),
});

/** The latest case first when read backwards. */
export const personSortKey = ({ openedAt, id }: Pick<Case, "openedAt" | "id">): string => `${openedAt}#${id}`;

/**
 * A case stands in its office's queue while one of its steps waits for an officer, by the most urgent promise; else,
 * while somebody is late with what was promised, among those that an officer should look after.
 */
const queueKeysOf = (opened: Case): Record<string, string> => {
  if (opened.status !== "open") return {};
  const waiting = Object.values(opened.steps).filter(({ status }) => status === "waiting");
  const ofOfficers = mostUrgentOf(waiting.filter(({ waitsFor }) => waitsFor === "officer"));
  const ofOthers = mostUrgentOf(waiting.filter(({ isOverdue }) => isOverdue));
  const first = ofOfficers ?? ofOthers;
  if (first === undefined) return {};
  const queue = queueOf(opened.office, ofOfficers ? "officer" : "overdue");
  return { queuePk: queuePartition(queue), queueSk: `${first}#${opened.id}` };
};

const mostUrgentOf = (steps: readonly StepState[]): Instant | undefined =>
  steps
    .map(({ promisedBy, since }) => promisedBy ?? since)
    .sort((one, other) => toMilliseconds(one) - toMilliseconds(other))[0];

/** What every stored case has; it strips the keys of table and indexes. The rest was checked when it was made. */
const OpenPart = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  packageId: z.string(),
  packageVersion: z.number().int().positive(),
  status: z.enum(["open", "completed", "refused", "withdrawn"]),
  channel: z.enum(["mobile", "kiosk", "etax", "console"]),
  office: z.string(),
  openedAt: Instant,
  closedAt: Instant.optional(),
  events: z.unknown().optional(),
  isReopened: z.boolean().optional(),
  lease: z.object({ owner: z.string(), until: Instant }).optional(),
  due: Instant.optional(),
  sealed: z.instanceof(Uint8Array),
});

const SealedPart = z.object({
  openedBy: z.string(),
  parties: z.array(z.object({ person: z.string(), role: z.string(), parties: z.array(z.string()).optional() })),
  consents: z.array(z.object({ person: z.string(), purpose: z.literal("data-sharing"), at: Instant }).loose()),
  facts: z.record(z.string(), z.object({ value: z.unknown() }).loose()),
  steps: z.record(z.string(), z.object({ status: z.string(), since: Instant }).loose()),
  messages: z.array(z.object({ number: z.int(), at: Instant, kind: z.string() }).loose()).optional(),
  drafts: z
    .array(z.object({ step: z.string(), person: z.string(), answers: z.record(z.string(), z.unknown()), at: Instant }))
    .optional(),
  mandates: z.array(z.object({ id: z.string(), from: z.string(), to: z.string(), until: Instant }).loose()).optional(),
  acts: z.array(z.object({ by: z.string(), for: z.string(), verb: z.string(), at: Instant }).loose()).optional(),
  ratings: z.array(z.object({ person: z.string(), score: z.literal(scores), at: Instant })).optional(),
  objections: z.array(z.object({ person: z.string(), steps: z.array(z.string()), at: Instant }).loose()).optional(),
  early: z.record(z.string(), z.object({ answer: z.unknown(), at: Instant })),
  requests: z.array(z.object({ key: z.string(), body: z.string() })),
  writes: z.array(z.string()),
});
