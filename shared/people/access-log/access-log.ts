import type { KeyedHash } from "../keyed-hash.ts";
import { type FoundLink, type Head, type Link, nextLink } from "./chain.ts";
import type { ChainStore } from "./chain-store.ts";
import type { AccessEntry } from "./entry.ts";

/** What is to be noted, and in which chain. */
export interface Note {
  readonly chain: string;
  readonly entry: AccessEntry;
}

/** The access log: whoever is about to read a person's data notes it first, and reads only once that is stored. */
export interface AccessLog {
  /** Stores the notes. @throws when it cannot: then nothing may be read */
  note(notes: readonly Note[]): Promise<void>;
  /** The links of a chain from `before` (not included; absent: from its end) backwards, at most so many. */
  latest(chain: string, limit: number, before?: number): Promise<readonly Link[]>;
  /** A whole chain as it lies there, with where it is said to end. */
  whole(chain: string): Promise<{ readonly found: readonly FoundLink[]; readonly head: Head | undefined }>;
}

export interface AccessLogParts {
  readonly store: ChainStore;
  readonly hash: KeyedHash;
  /** Told of each new end of a chain, to be kept where the table's owner cannot reach. */
  readonly anchor?: (chain: string, head: Head) => void;
}

/** So many others in a row would have to get in between. */
const mostConflicts = 50;

/** Ends that a process remembers: it saves the reading of them, and an old one costs no more than that reading. */
const mostRemembered = 2000;

/**
 * The log over a store of chains. Entries of one chain that come while a link is being written go into the next one
 * together.
 */
export const accessLog = ({ store, hash, anchor }: AccessLogParts): AccessLog => {
  const ends = new Map<string, Head>();
  const waiting = new Map<string, { entries: AccessEntry[]; written: Promise<void> }>();
  const underWay = new Map<string, Promise<void>>();

  const append = async (chain: string, entries: readonly AccessEntry[]): Promise<void> => {
    let head = ends.get(chain) ?? (await store.readHead(chain));
    for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
      const link = nextLink(hash, chain, head, entries);
      if ((await store.put(chain, link)) === "put") {
        head = headOf(link);
        await store.writeHead(chain, head);
        ends.delete(chain);
        ends.set(chain, head);
        if (ends.size > mostRemembered) for (const oldest of ends.keys()) if (ends.delete(oldest)) break;
        anchor?.(chain, head);
        return;
      }
      const taken = await store.read(chain, link.number);
      if (!taken?.link) throw new Error("a chain of the access log is damaged at its end");
      // Another process may have written many since we looked: its head says how far, the link before us at least one.
      const stored = await store.readHead(chain);
      head = stored && stored.number > taken.link.number ? stored : headOf(taken.link);
    }
    throw new Error(`a chain of the access log grew under ${mostConflicts} writes in a row`);
  };

  /** What is noted in one chain while a write is under way goes into the next, together. */
  const noteIn = (chain: string, entry: AccessEntry): Promise<void> => {
    const joined = waiting.get(chain);
    if (joined) {
      joined.entries.push(entry);
      return joined.written;
    }
    const entries = [entry];
    const before = underWay.get(chain) ?? Promise.resolve();
    const written = before
      .catch(() => {})
      .then(() => {
        waiting.delete(chain);
        return append(chain, entries);
      })
      .finally(() => {
        if (underWay.get(chain) === written) underWay.delete(chain);
      });
    waiting.set(chain, { entries, written });
    underWay.set(chain, written);
    return written;
  };

  const linksAt = (chain: string, places: readonly number[]) =>
    Promise.all(places.map((place) => store.read(chain, place)));

  return {
    note: async (notes) => {
      await Promise.all(notes.map(({ chain, entry }) => noteIn(chain, entry)));
    },
    latest: async (chain, limit, before) => {
      const end = (before ?? ((await store.readHead(chain))?.number ?? 0) + 1) - 1;
      const places = Array.from({ length: Math.min(limit, Math.max(0, end)) }, (_, index) => end - index);
      return (await linksAt(chain, places)).flatMap((found) => (found?.link ? [found.link] : []));
    },
    whole: async (chain) => {
      const head = await store.readHead(chain);
      const found: FoundLink[] = [];
      // Beyond its head, too: whoever died between link and head left the link; before its first, there may be none any more.
      for (let first = 1, isOver = false; !isOver; first += atOnce) {
        const places = Array.from({ length: atOnce }, (_, index) => first + index);
        const links = await linksAt(chain, places);
        found.push(...links.filter((each) => each !== undefined));
        isOver = first + atOnce > (head?.number ?? 0) && links.every((each) => each === undefined);
      }
      return { found, head };
    },
  };
};

const headOf = ({ number, hash, entries }: Link): Head => {
  const last = entries.at(-1);
  return { number, hash, ...(last && { at: last.at }) };
};

const atOnce = 50;
