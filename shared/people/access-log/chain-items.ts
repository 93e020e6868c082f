import * as z from "zod";
import { Instant } from "../../kernel/instant.ts";
import { expiresAt, retentions } from "../retention.ts";
import type { Vault } from "../vault.ts";
import type { FoundLink, Head, Link } from "./chain.ts";

/** Chains lie in the one table under keys of their own; functions' rights name this prefix. */
export const accessPartitionPrefix = "ACCESS#";

export const linkKey = (chain: string, place: number) => ({
  pk: `${accessPartitionPrefix}${chain}`,
  sk: `LINK#${String(place).padStart(10, "0")}`,
});

export const headKey = (chain: string) => ({ pk: `${accessPartitionPrefix}${chain}`, sk: "HEAD" });

export const contextOf = (chain: string): string => `access/${chain}`;

export const toLinkItem = (chain: string, link: Link, vault: Vault): Record<string, unknown> => ({
  ...linkKey(chain, link.number),
  sealed: vault.seal(link, contextOf(chain)),
  ...expiryOf(link),
});

const expiryOf = ({ entries }: Link): { readonly expiresAt?: number } => {
  const last = entries.at(-1);
  return last === undefined ? {} : { expiresAt: expiresAt(retentions.accessLog, last.at) };
};

/** An end outlives its last link, so that a chain is begun anew only where none of it is left. */
export const endOfHead = ({ at }: Head): { readonly expiresAt?: number } =>
  at === undefined ? {} : { expiresAt: expiresAt(retentions.accessLog, at) + lateSeconds };

/** A deletion by the table may be late. */
const lateSeconds = 90 * 86_400;

/** What was altered does not open, or is no link; that is a finding, not an error. */
export const fromLinkItem = (chain: string, place: number, item: { sealed?: unknown }, vault: Vault): FoundLink => {
  try {
    const link = LinkShape.parse(vault.open(item.sealed as Uint8Array, contextOf(chain)));
    return { place, link: link as unknown as Link };
  } catch {
    return { place };
  }
};

const LinkShape = z.object({
  number: z.int().positive(),
  entries: z.array(z.object({ at: z.string() }).loose()),
  previous: z.string(),
  formerAt: Instant.exactOptional(),
  hash: z.string(),
});

export const HeadShape = z.object({ number: z.int().positive(), hash: z.string(), at: Instant.exactOptional() });
