import type { ProcessLife } from "./process-life.ts";
import { throttled } from "./table.ts";

type Member = (...inputs: never[]) => Promise<unknown>;

/** By the name of a store's method, whether it changes nothing. */
export const isRead = (name: string): boolean => /^(read|list|open)/.test(name);

/** A store as one process reaches it: each call is a point, and is refused as a busy table refuses. */
export const reachedBy = <Store extends object>(life: ProcessLife, what: string, store: Store): Store =>
  Object.fromEntries(
    Object.entries(store).map(([name, member]: [string, Member | object]) => [
      name,
      typeof member === "function"
        ? (...inputs: never[]) =>
            life.call("store", `${what} ${name}`, () => member(...inputs), {
              broken: throttled,
              readsOnly: isRead(name),
            })
        : member,
    ]),
  ) as Store;
