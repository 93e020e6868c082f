import type { FoundLink, Head, Link } from "./chain.ts";

/** Where chains are kept. Each method is one call of the table. */
export interface ChainStore {
  readHead(chain: string): Promise<Head | undefined>;
  /** Notes where a chain ends; an end before the one that is known changes nothing. */
  writeHead(chain: string, head: Head): Promise<void>;
  /** Writes a link where none is; answers `taken` when another writer was faster. */
  put(chain: string, link: Link): Promise<"put" | "taken">;
  /** What lies at a place; nothing when there is none. */
  read(chain: string, place: number): Promise<FoundLink | undefined>;
}
