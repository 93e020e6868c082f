import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { DeskReply, SeedRecord } from "../authority.ts";

export type JournalEntry =
  | { readonly type: "start"; readonly at: string }
  | {
      readonly type: "act";
      readonly operation: string;
      readonly key: string;
      /** SHA-256 of the request: tells a repeat from another request under a used key. */
      readonly bodyHash: string;
      readonly reply: DeskReply;
      readonly reference: string;
      readonly writes: readonly SeedRecord[];
      /** The last number given of each series that the act used. */
      readonly numbers: Record<string, number>;
      readonly notice?: { readonly url: string; readonly token: string; readonly dueAt: number };
    }
  | { readonly type: "repeat"; readonly operation: string; readonly key: string; readonly isSame: boolean }
  | { readonly type: "delivered"; readonly operation: string; readonly key: string }
  /** A record changed from outside: a story's turn of events. */
  | ({ readonly type: "record" } & SeedRecord);

/** What an authority remembers over a crash: one line per entry, written before the answer leaves. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  append(entry: JournalEntry): void;
  close(): void;
}

export const memoryJournal = (): Journal => ({ entries: [], append: () => {}, close: () => {} });

/** Opens a journal file. A last line that a crash cut off never happened: it is removed. */
export const openJournal = (path: string): Journal => {
  mkdirSync(dirname(path), { recursive: true });
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const entries = whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => parseLine(path, line, index));
  const file = openSync(path, "a");
  if (whole.length < text.length) ftruncateSync(file, Buffer.byteLength(whole));
  let isOpen = true;
  return {
    entries,
    // In the kernel's hands when this returns: a killed process loses nothing that it answered.
    append: (entry) => {
      if (!isOpen) throw new Error("The sandbox is closing");
      writeSync(file, `${JSON.stringify(entry)}\n`);
    },
    close: () => {
      isOpen = false;
      closeSync(file);
    },
  };
};

const parseLine = (path: string, line: string, index: number): JournalEntry => {
  try {
    return JSON.parse(line) as JournalEntry;
  } catch (cause) {
    throw new Error(`The sandbox's journal ${path} is damaged in line ${index + 1}. Remove the folder to start anew.`, {
      cause,
    });
  }
};
