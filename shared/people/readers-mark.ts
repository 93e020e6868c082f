import type { Instant } from "../kernel/instant.ts";
import type { Reader, Reason } from "./access-log/entry.ts";
import type { KeyedHash } from "./keyed-hash.ts";

/**
 * What a copy carries that somebody has taken of another's data: who took it, when and what for. The mark stands in the
 * access log, too: whoever finds a copy finds its reader.
 */
export interface ReadersMark {
  readonly mark: string;
  /** By which the bureau resolves who it was; never a name. */
  readonly by: string;
  readonly office?: string;
  readonly at: Instant;
  readonly reason: Reason;
}

/** @param what what was taken, by ids alone: the same reader, thing and moment have one mark */
export const readersMark = (
  hash: KeyedHash,
  { key, office }: Extract<Reader, { readonly key: unknown }>,
  what: readonly string[],
  { at, reason }: Pick<ReadersMark, "at" | "reason">,
): ReadersMark => ({
  mark: hash.of("mark", key, ...what, at).slice(0, 10),
  by: officialNumber(hash, key),
  ...(office !== undefined && { office }),
  at,
  reason,
});

/** The number by which people read of an official in their log, and the bureau knows who that is. */
export const officialNumber = (hash: KeyedHash, key: string): string => hash.of("official", key).slice(0, 6);

/** As the header of a file: the mark, then who, when and what for (RFC 8941). */
export const markHeader = ({ mark, by, office, at, reason }: ReadersMark): string =>
  [
    `"${mark}"`,
    `by="${by}"`,
    ...(office === undefined ? [] : [`office="${office}"`]),
    `at="${at}"`,
    `for="${reason}"`,
  ].join(";");
