import { changeCase } from "../cases/change-case.ts";
import { after, type Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import type { Handover, SessionStore } from "../people/sessions/session-store.ts";
import { isStrongEnough, stepUps } from "../people/step-up.ts";
import { type ReadingWorld, readCase } from "./read-case.ts";
import { isRepeated, requestMark } from "./request-mark.ts";

export type HandoverWorld = ReadingWorld & { readonly sessions: SessionStore };

/** Long enough to pick up a phone, too short to find the code on a screen that somebody has left. */
const lifeMilliseconds = 5 * 60_000;
/** Eight signs of 32: with five minutes and the person's own login beside it, nobody guesses one. */
const length = 8;

/**
 * A one-time code by which its person goes on with this case through another door: from the kiosk to the phone, or back.
 * It is no login: whoever uses it must be logged in as the very same person. Stored is its keyed hash alone.
 * @throws Refusal `case-not-found`, `not-your-case`
 */
export const handOver = async (
  world: HandoverWorld,
  {
    caller,
    caseId,
    idempotencyKey,
  }: { readonly caller: Caller; readonly caseId: string; readonly idempotencyKey: string },
): Promise<{ readonly code: string; readonly until: Instant }> => {
  await readCase(world, { caller, caseId });
  const code = world.hash.of("handover", caller.key, caseId, idempotencyKey).slice(0, length);
  const key = codeKey(world.hash, code);
  const now = world.clock();
  const known = await world.sessions.readHandover(key);
  if (known) return { code, until: known.until };
  const until = after(now, lifeMilliseconds);
  const isStrong = isStrongEnough(caller, stepUps.sign, now);
  await world.sessions.keepHandover({
    key,
    person: caller.key,
    caseId,
    from: caller.channel,
    madeAt: now,
    until,
    isStrong,
  });
  return { code, until };
};

/**
 * Takes a code: the case goes on where its person is now, and says so.
 * @throws Refusal `handover-refused` for a code that is unknown, used, over or another person's, all alike
 */
export const redeemHandover = async (
  world: HandoverWorld,
  { caller, code, idempotencyKey }: { readonly caller: Caller; readonly code: string; readonly idempotencyKey: string },
): Promise<Handover> => {
  const takenBy = world.hash.of("request", caller.key, idempotencyKey);
  const handover = await takeCode(world, code, takenBy, ({ person }) => person === caller.key);
  if (!handover) throw new Refusal("handover-refused", {});
  const found = await world.cases.read(handover.caseId);
  if (!found) throw new Refusal("handover-refused", {});
  const at = world.clock();
  const { from } = handover;
  const mark = requestMark(world, caller, idempotencyKey, { verb: "redeem-handover", code: handover.key });
  await changeCase(world.cases, found, (current) =>
    isRepeated(current, mark)
      ? []
      : [
          { type: "requested", ...mark, at },
          { type: "handed-over", at, from, to: caller.channel },
        ],
  );
  return handover;
};

/** What a code stands for, once: for the first whom it fits, and for that request repeated. */
export const takeCode = async (
  { sessions, hash, clock }: Pick<HandoverWorld, "sessions" | "hash" | "clock">,
  code: string,
  takenBy: string,
  fits: (handover: Handover) => boolean,
): Promise<Handover | undefined> => {
  const handover = await sessions.readHandover(codeKey(hash, code));
  if (!handover || !fits(handover)) return undefined;
  if (handover.takenBy === takenBy) return handover;
  if (clock() >= handover.until) return undefined;
  return (await sessions.takeHandover(handover, takenBy)) === "taken" ? handover : undefined;
};

/** As people type it: in any case, with or without a gap in the middle, letters for the digits they look like. */
const codeKey = (hash: KeyedHash, code: string): string =>
  hash.of("handover-code", code.toLowerCase().replace(/[\s-]/g, "").replaceAll("o", "0").replace(/[il]/g, "1"));
