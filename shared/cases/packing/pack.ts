import { deflateRawSync, inflateRawSync } from "node:zlib";
import { words1 } from "./words-1.ts";

/** The words that packed bytes build on, by version; whatever was once packed with one is opened with it. */
const words: Readonly<Record<number, Buffer>> = { 1: Buffer.from(words1) };
const present = 1;

/**
 * The first byte names the version, in a form with which deflated bytes cannot begin: their two bits for the kind of block
 * would name the fourth kind, of which there are three. So what was deflated before there were words is still known.
 */
const mark = 0b110;
const markOf = (version: number): number => (version << 3) | mark;

/** A value as few bytes: a write is billed by them. Deflated JSON over the words that cases and their events repeat. */
export const pack = (value: unknown): Buffer => {
  const deflated = deflateRawSync(JSON.stringify(value), { dictionary: words[present] as Buffer });
  return Buffer.concat([Uint8Array.of(markOf(present)), deflated]);
};

/** @throws Error when the bytes were packed with words that are not known here, or were never packed */
export const unpack = (packed: Uint8Array): unknown => {
  const [first = 0] = packed;
  if ((first & mark) !== mark) return parsed(inflateRawSync(packed));
  const dictionary = words[first >> 3];
  if (!dictionary || markOf(first >> 3) !== first) throw new Error(`nothing unpacks what begins with ${first}`);
  return parsed(inflateRawSync(packed.subarray(1), { dictionary }));
};

const parsed = (bytes: Buffer): unknown => JSON.parse(bytes.toString("utf8"));
