import * as z from "zod";
import { Instant } from "../../kernel/instant.ts";
import { pack, unpack } from "./pack.ts";

/** What a write of a case or a bill tells the world. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The item that was written, in the version that the write made. */
export interface Written {
  readonly id: string;
  readonly version: number;
}

/** The name under which an event is acted on once: it follows from the write that tells it. */
export const eventId = ({ id, version }: Written, index: number): string => `${id}-${version}-${index}`;

/**
 * The events of one write as an attribute of its item, none when it tells nothing. They are packed and not sealed: they
 * say nothing of anybody, and the functions behind the stream hold no key. Ids are left out, as they follow.
 */
export const eventsAttribute = (events: readonly StoredEvent[]): { readonly events?: Uint8Array } =>
  events.length === 0 ? {} : { events: pack(events.map(({ id: _id, ...told }) => told)) };

/**
 * Events as they were written.
 * @param stored the attribute: bytes in the table, base64 in the stream's records; a list in what was stored before
 *   events were packed; absent when the write told nothing
 * @throws Error when it is none of these
 */
export const eventsOf = (stored: unknown, written: Written): readonly StoredEvent[] =>
  Events.parse(listIn(stored)).map((event, index) => ({ id: eventId(written, index), ...event }));

const Events = z.array(
  z.object({ id: z.string().exactOptional(), type: z.string(), at: Instant, data: z.record(z.string(), z.unknown()) }),
);

const listIn = (stored: unknown): unknown => {
  if (stored instanceof Uint8Array) return unpack(stored);
  if (typeof stored === "string") return unpack(Buffer.from(stored, "base64"));
  return stored ?? [];
};
