import type { Records } from "./records.ts";

/** An authority's desks over records that change: each answers at once, or says only that it has taken the matter in. */
export type Fake = (records: () => Records) => Readonly<Record<string, Answer>>;
export type Answer = (request: never, key: string) => unknown;

/** Taken in; somebody says later what came of it. */
export const later = Symbol("later");

interface Asked {
  readonly persons: readonly { readonly idType: string; readonly idNumber: string }[];
}
export const eachOf = ({ persons }: Asked, more: object) =>
  persons.map(({ idType, idNumber }) => ({ idType, idNumber, ...more }));
export const withoutHomes = (asked: Asked) => ({ persons: eachOf(asked, { homes: [] }) });
