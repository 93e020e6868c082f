import type { Vault } from "../vault.ts";
import type { Head } from "./chain.ts";
import { fromLinkItem, linkKey, toLinkItem } from "./chain-items.ts";
import type { ChainStore } from "./chain-store.ts";

/** Chains in memory, as the table keeps them. `items` is for tests that tamper. */
export const memoryChainStore = (
  vault: Vault,
  items: Map<string, { sealed?: unknown }> = new Map(),
): ChainStore & { readonly heads: Map<string, Head> } => {
  const heads = new Map<string, Head>();
  const nameOf = (chain: string, place: number) => JSON.stringify(linkKey(chain, place));
  return {
    heads,
    readHead: async (chain) => heads.get(chain),
    writeHead: async (chain, head) => {
      if ((heads.get(chain)?.number ?? 0) < head.number) heads.set(chain, head);
    },
    put: async (chain, link) => {
      const name = nameOf(chain, link.number);
      if (items.has(name)) return "taken";
      items.set(name, toLinkItem(chain, link, vault));
      return "put";
    },
    read: async (chain, place) => {
      const item = items.get(nameOf(chain, place));
      return item && fromLinkItem(chain, place, item, vault);
    },
  };
};
