import { Refusal } from "../kernel/refusal.ts";
import { hiddenUntil } from "../people/access-log/delays.ts";
import type { Reason } from "../people/access-log/entry.ts";
import type { Caller } from "../people/caller.ts";
import { readersMark } from "../people/readers-mark.ts";
import { demandStepUp } from "../people/step-up.ts";
import { noteEntries, peopleIn, readerOf } from "./note-reading.ts";
import { type ReadingWorld, readCaseUnnoted } from "./read-case.ts";

export interface UnmaskField {
  readonly caller: Caller;
  readonly caseId: string;
  readonly fact: string;
  /** Where in the fact's value: `["0", "idNumber"]`; empty for a plain value. */
  readonly path: readonly string[];
  readonly reason: Reason;
  readonly note: string;
}

export interface Unmasked {
  readonly value: string | number | boolean;
  /** Stands in the access log, too: whoever finds a copy finds its reader. */
  readonly mark: string;
}

/**
 * One field of one private fact in full, for an official with a reason and a fresh login. The read is noted in the chains
 * of everybody whom the fact names, before it is shown.
 * @throws Refusal `case-not-found`, `field-not-found`, `step-up-required`
 */
export const unmaskField = async (world: ReadingWorld, request: UnmaskField): Promise<Unmasked> => {
  const { caller, caseId, fact: name, path, reason, note } = request;
  const found = await readCaseUnnoted(world, { caller, caseId });
  const reader = readerOf(found, caller);
  const fact = found.facts[name];
  const value = fact?.isPrivate ? valueAt(fact.value, path) : undefined;
  if (!reader || value === undefined) throw new Refusal("field-not-found", { caseId });
  const at = world.clock();
  demandStepUp(caller, "unmask", at);
  const { mark } = readersMark(world.hash, reader, [caseId, name, path.join("/")], { at, reason });
  const until = hiddenUntil(reason, at);
  const named = [...peopleIn(world.hash, found)].filter(([, facts]) => facts.includes(name));
  // A fact that names nobody, an address for example, is about everybody of the case.
  const concerned = named.length > 0 ? named.map(([person]) => person) : [...peopleIn(world.hash, found).keys()];
  const fields = [[name, ...path].join("/")];
  const done = { does: "unmasks", reason, note, mark, ...(until !== undefined && { hiddenUntil: until }) } as const;
  await noteEntries(world, found, reader, done, new Map(concerned.map((person) => [person, fields])));
  return { value, mark };
};

const valueAt = (value: unknown, path: readonly string[]): string | number | boolean | undefined => {
  let part = value;
  for (const name of path) {
    if (typeof part !== "object" || part === null || !Object.hasOwn(part, name)) return undefined;
    part = (part as Readonly<Record<string, unknown>>)[name];
  }
  return typeof part === "string" || typeof part === "number" || typeof part === "boolean" ? part : undefined;
};
