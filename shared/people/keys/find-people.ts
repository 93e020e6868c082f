import type { KeyedHash } from "../keyed-hash.ts";
import type { PersonKey } from "../person-key.ts";
import { isErased } from "./erased.ts";

/** An identity document as records name people by it. */
interface Numbered {
  readonly idType: string;
  readonly idNumber: string;
}

/**
 * Of a person's object these stay in the clear: what kind of document it is, and what the tax of somebody else is
 * reckoned from.
 */
export const openMembers: ReadonlySet<string> = new Set(["idType", "id", "role", "side", "share"]);

/**
 * Packages ask for a hundred at the most. A draft is not checked, and must not make keys without end: whoever stands
 * there beyond is sealed under the bureau's key alone.
 */
export const mostPeople = 200;

/** By these a person is named in texts that are not their own. */
const namingMembers = ["idNumber", "name", "phone", "mobile"] as const;

export interface FoundPeople {
  /** Everybody, with the number as it first stands. */
  readonly order: ReadonlyMap<PersonKey, string>;
  /** Whom a text names. */
  readonly named: ReadonlyMap<string, PersonKey>;
  /** Whether a text names anybody, and every place where it does; absent: nobody can be named. */
  readonly pattern: RegExp | undefined;
  readonly everywhere: RegExp;
  readonly keyOf: (document: Numbered) => PersonKey;
}

/** Every natural person of whom a value carries the identity number, and by what else they are named in it. */
export const findPeople = (value: unknown, hash: KeyedHash): FoundPeople => {
  const keys = new Map<string, PersonKey>();
  const keyOf = ({ idType, idNumber }: Numbered): PersonKey => {
    const name = `${idType} ${idNumber}`;
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = hash.person({ idType: idType as "other", idNumber });
    keys.set(name, key);
    return key;
  };
  const order = new Map<PersonKey, string>();
  const named = new Map<string, PersonKey>();
  for (const person of numberedIn(value)) {
    const key = keyOf(person);
    if (!order.has(key) && order.size === mostPeople) continue;
    if (!order.has(key)) order.set(key, person.idNumber);
    for (const member of namingMembers) {
      const text = person[member];
      if (typeof text === "string" && isTelling(member, text) && !named.has(text)) named.set(text, key);
    }
  }
  // The longest first: a number that begins with another one is found whole.
  const source = [...named.keys()]
    .sort((one, other) => other.length - one.length)
    .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))
    .join("|");
  const pattern = source === "" ? undefined : new RegExp(source);
  return { order, named, pattern, everywhere: new RegExp(source, "g"), keyOf };
};

type NumberedObject = Numbered & Readonly<Record<string, unknown>>;

/** The object itself where it is a person's: it carries an identity document. */
export const numberedPerson = (value: object): NumberedObject | undefined => {
  const { idType, idNumber } = value as Readonly<Record<string, unknown>>;
  const isNumbered = typeof idType === "string" && typeof idNumber === "string" && idNumber !== "";
  return isNumbered ? (value as NumberedObject) : undefined;
};

function* numberedIn(value: unknown): Generator<NumberedObject> {
  if (typeof value !== "object" || value === null) return;
  const person = Array.isArray(value) ? undefined : numberedPerson(value);
  if (person && !isErased(person.idNumber)) yield person;
  for (const part of Object.values(value)) yield* numberedIn(part);
}

const shortestNumber = 6;

/** What may be a word of our own, or stand in any sum, tells of nobody: it is taken only out of the person's own object. */
const isTelling = (member: (typeof namingMembers)[number], text: string): boolean =>
  member === "name"
    ? text.length >= 2 && !/^[a-z0-9 _-]*$/.test(text)
    : text.length >= shortestNumber && /\d/.test(text);
