import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { KeyedHash } from "../keyed-hash.ts";
import { isOver, retentions } from "../retention.ts";
import type { AccessEntry } from "./entry.ts";

/** One write to a chain: what was read together, bound by a keyed hash to its place and to all that came before. */
export interface Link {
  /** From 1, without a gap. */
  readonly number: number;
  readonly entries: readonly AccessEntry[];
  /** The hash of the link before; empty for the first. */
  readonly previous: string;
  /** When the link before was written: tells afterwards whether it is lawfully gone. */
  readonly formerAt?: Instant;
  readonly hash: string;
}

/** Where a chain ends: kept apart from its links, so that the last cannot be taken away unseen. */
export interface Head {
  readonly number: number;
  readonly hash: string;
  readonly at?: Instant;
}

/** A link as it was found under its key. */
export interface FoundLink {
  readonly place: number;
  /** Absent when its content does not open: it was altered. */
  readonly link?: Link;
}

/** The keyed hash without which nobody can make a link. */
const hashOf = (
  hash: KeyedHash,
  chain: string,
  { number, entries, previous, formerAt = "" as Instant }: Omit<Link, "hash">,
): string => hash.of("access-link", chain, String(number), previous, formerAt, canonicalJson(entries));

/** The link that follows a chain's end. */
export const nextLink = (
  hash: KeyedHash,
  chain: string,
  head: Head | undefined,
  entries: readonly AccessEntry[],
): Link => {
  const former = head?.at === undefined ? {} : { formerAt: head.at };
  const link = { number: (head?.number ?? 0) + 1, entries, previous: head?.hash ?? "", ...former };
  return { ...link, hash: hashOf(hash, chain, link) };
};

/** What is wrong with a chain, and with which of its links. */
export type Finding =
  | { readonly kind: "altered"; readonly number: number }
  | { readonly kind: "removed"; readonly number: number }
  | { readonly kind: "reordered"; readonly number: number; readonly foundAt: number };

/**
 * Checks a whole chain: every link is what was written, stands where it was written, and none is missing up to the last
 * that is known of.
 * @param anchors ends of the chain as they were told outside the table, by the head item and the function's log
 * @param now links before the first that is there may be gone by then, as the period of the access log ends; absent: none may
 * @returns every fault, by the number of its link; none for a whole chain
 */
export const verifyChain = (
  hash: KeyedHash,
  chain: string,
  found: readonly FoundLink[],
  anchors: readonly Head[],
  now?: Instant,
): readonly Finding[] => {
  const findings: Finding[] = [];
  const whole = new Map<number, Link>();
  for (const { place, link } of found) {
    if (!link || hashOf(hash, chain, link) !== link.hash) findings.push({ kind: "altered", number: place });
    else {
      if (link.number !== place) findings.push({ kind: "reordered", number: link.number, foundAt: place });
      whole.set(link.number, link);
    }
  }
  const altered = new Set(findings.flatMap((each) => (each.kind === "altered" ? [each.number] : [])));
  const last = Math.max(0, ...whole.keys(), ...altered, ...anchors.map(({ number }) => number));
  for (let number = firstKept(whole, now); number <= last; number += 1) {
    const link = whole.get(number);
    if (!link) {
      if (!altered.has(number)) findings.push({ kind: "removed", number });
      continue;
    }
    const follower = whole.get(number + 1);
    const isAsTold = anchors.every((anchor) => anchor.number !== number || anchor.hash === link.hash);
    // Written anew by somebody who has the key: what follows, or what was told outside, remembers the former one.
    if (!isAsTold || (follower && follower.previous !== link.hash)) findings.push({ kind: "altered", number });
  }
  return findings.sort((one, other) => one.number - other.number);
};

/** The first link that must be there: those before it were deleted when their period had ended. */
const firstKept = (whole: ReadonlyMap<number, Link>, now: Instant | undefined): number => {
  if (now === undefined || whole.size === 0) return 1;
  const first = Math.min(...whole.keys());
  const { formerAt } = whole.get(first) as Link;
  return formerAt !== undefined && isOver(retentions.accessLog, formerAt, now) ? first : 1;
};
