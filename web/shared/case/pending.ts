import { readJson } from "../auth/store.ts";

/**
 * What somebody wants done and waits for their second factor, kept with the tab while they are away at the identity
 * provider: an answer, a delegation.
 */
interface Pending<Wish> {
  /** What it is about; it is done there and nowhere else. */
  readonly about: string;
  readonly wish: Wish;
}

const key = "pending-wish";

export const keepPending = <Wish>(about: string, wish: Wish): void =>
  sessionStorage.setItem(key, JSON.stringify({ about, wish } satisfies Pending<Wish>));

/** The wish about this very thing, once. */
export const takePending = <Wish>(about: string): Wish | undefined => {
  const pending = readJson<Pending<Wish>>(key);
  if (pending?.about !== about) return undefined;
  sessionStorage.removeItem(key);
  return pending.wish;
};
