import type { KeyedHash } from "../keyed-hash.ts";
import type { PersonKey } from "../person-key.ts";
import { isErased } from "./erased.ts";
import { type FoundPeople, findPeople, numberedPerson, openMembers } from "./find-people.ts";

/** A value without its people, and what was taken out of it, person by person; places are numbered. */
export interface Concealed {
  readonly rest: unknown;
  readonly taken: ReadonlyMap<PersonKey, readonly string[]>;
}

/*
 * Where something was taken out stands a mark: whose it is, and which of theirs. Text that holds the mark's own sign
 * already has it doubled by an empty mark.
 */
const sign = "\ue000";
const end = "\ue001";
const emptyMark = `${sign}${end}`;

/**
 * Takes whatever identifies a natural person out of a value: every text in an object that carries an identity number, but
 * for what the other party's tax record needs; and their number, name and telephone wherever else they are written. Each
 * text is taken once, however often it stands there.
 */
export const conceal = (value: unknown, hash: KeyedHash): Concealed => {
  const people = findPeople(value, hash);
  if (people.order.size === 0) return { rest: value, taken: new Map() };
  const taken = new Map<PersonKey, Map<string, number>>();
  for (const [person, number] of people.order) taken.set(person, new Map([[number, 0]]));
  const rest = concealed(value, { people, take: takeInto(taken) }, undefined);
  return { rest, taken: new Map([...taken].map(([person, texts]) => [person, [...texts.keys()]])) };
};

type Take = (person: PersonKey, text: string) => string;
interface Concealing {
  readonly people: FoundPeople;
  readonly take: Take;
}

const takeInto = (taken: ReadonlyMap<PersonKey, Map<string, number>>): Take => {
  const places = new Map([...taken.keys()].map((person, index) => [person, index]));
  return (person, text) => {
    const texts = taken.get(person) as Map<string, number>;
    const known = texts.get(text);
    const place = known ?? texts.size;
    if (known === undefined) texts.set(text, place);
    return `${sign}${places.get(person)}.${place}${end}`;
  };
};

/** @param owner the person in whose object the value stands */
const concealed = (value: unknown, how: Concealing, owner: PersonKey | undefined): unknown => {
  if (typeof value === "string") return owner === undefined ? spoken(value, how) : taken(value, how, owner);
  if (Array.isArray(value)) return value.map((each) => concealed(each, how, owner));
  if (typeof value !== "object" || value === null) return value;
  const document = numberedPerson(value);
  const own = document && ownerOf(document, how.people);
  const inner = document ? own : owner;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      concealed(part, how, openMembers.has(name) ? undefined : inner),
    ]),
  );
};

/** Who was erased is nobody any more, and who stands beyond the most people has no key. */
const ownerOf = (document: Parameters<FoundPeople["keyOf"]>[0], people: FoundPeople): PersonKey | undefined => {
  if (isErased(document.idNumber)) return undefined;
  const key = people.keyOf(document);
  return people.order.has(key) ? key : undefined;
};

const taken = (text: string, { take }: Concealing, owner: PersonKey): string =>
  text === "" || isErased(text) ? text : take(owner, text);

/** Text outside of people's own objects: only what names them is taken out of it. */
const spoken = (text: string, { people, take }: Concealing): string => {
  if (!text.includes(sign) && !people.pattern?.test(text)) return text;
  const escaped = text.replaceAll(sign, emptyMark);
  if (!people.pattern) return escaped;
  return escaped.replaceAll(people.everywhere, (found) => take(people.named.get(found) as PersonKey, found));
};

const marks = /\ue000(?:(\d+)\.(\d+))?\ue001/g;

/**
 * Puts back what was taken out.
 * @param texts of each person, in the order in which they were taken
 */
export const reveal = (rest: unknown, texts: readonly ((place: number) => string)[]): unknown => {
  if (typeof rest === "string") {
    if (!rest.includes(sign)) return rest;
    return rest.replaceAll(marks, (_, person?: string, place?: string) =>
      person === undefined ? sign : (texts[Number(person)]?.(Number(place)) ?? lost()),
    );
  }
  if (Array.isArray(rest)) return rest.map((each) => reveal(each, texts));
  if (typeof rest !== "object" || rest === null) return rest;
  return Object.fromEntries(Object.entries(rest).map(([name, part]) => [name, reveal(part, texts)]));
};

const lost = (): never => {
  throw new Error("what was taken out of this is not in the envelope of its person");
};
