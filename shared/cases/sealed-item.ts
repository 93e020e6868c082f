import type { Sealing } from "../people/sealing.ts";
import type { Case } from "./case.ts";
import { contextOf, fromItem, toItem } from "./case-item.ts";

type Item = Record<string, unknown>;

/** A case as it is put, once the keys of its people are there. */
export const sealedItem = async (opened: Case, vault: Sealing): Promise<Item> => {
  const item = toItem(opened, vault);
  return { ...item, sealed: await item.sealed };
};

/** A case as it was got, with its people as far as their keys are there. */
export const openItem = async (item: Item, vault: Sealing): Promise<Case> => {
  const opened = await vault.open(item.sealed as Uint8Array, contextOf(String(item.id)));
  return fromItem(item, { open: () => opened });
};
