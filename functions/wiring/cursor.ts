import { Refusal } from "../../shared/kernel/refusal.ts";
import type { Caller } from "../../shared/people/caller.ts";
import type { KeyedHash } from "../../shared/people/keyed-hash.ts";

/** A list of one person: a cursor of one is none of another. */
export interface CursorScope {
  readonly list: string;
  readonly caller: Pick<Caller, "key">;
  readonly hash: KeyedHash;
}

/** Wraps where a page ended, so that callers can neither read nor make one. */
export const sealCursor = (from: string, scope: CursorScope): string =>
  `${Buffer.from(from).toString("base64url")}.${sign(from, scope)}`;

/** @throws Refusal cursor-invalid for whatever `sealCursor` did not make for this list and this person */
export const openCursor = (cursor: string, scope: CursorScope): string => {
  const [content = "", signature] = cursor.split(".");
  const from = Buffer.from(content, "base64url").toString();
  // A plain comparison: what could be learnt from its timing is worth one page of one's own list.
  if (sealCursor(from, scope) !== cursor || signature === undefined) throw new Refusal("cursor-invalid");
  return from;
};

const sign = (from: string, { list, caller, hash }: CursorScope): string => hash.of("cursor", list, caller.key, from);
