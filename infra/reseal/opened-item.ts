import { contextOf as caseContext, documentContext } from "../../shared/cases/case-item.ts";
import { accessPartitionPrefix, contextOf as chainContext } from "../../shared/people/access-log/chain-items.ts";
import type { Vault } from "../../shared/people/vault.ts";

type Item = Readonly<Record<string, unknown>>;

/** The attributes that the bureau's vault seals. */
const sealedAttributes = ["sealed", "content"] as const;

/** To which places an item's bytes may be bound; certificates are bound to their whole key. */
const contextsOf = (pk: string, sk: string): readonly string[] => {
  const whole = `${pk}/${sk}`;
  if (pk.startsWith(accessPartitionPrefix)) return [chainContext(pk.slice(accessPartitionPrefix.length)), whole];
  const caseId = pk.slice(pk.indexOf("#") + 1);
  if (sk === "CASE") return [caseContext(caseId), whole];
  return [documentContext(caseId, sk.slice(sk.indexOf("#") + 1)), whole];
};

/** What an item holds under the bureau's seal, and where; nothing for an item that holds nothing sealed. */
export const openedItem = (
  vault: Vault,
  item: Item,
): { readonly attribute: string; readonly context: string; readonly value: unknown } | undefined => {
  const attribute = sealedAttributes.find((name) => item[name] instanceof Uint8Array);
  if (attribute === undefined) return undefined;
  for (const context of contextsOf(String(item.pk), String(item.sk))) {
    try {
      return { attribute, context, value: vault.open(item[attribute] as Uint8Array, context) };
    } catch {
      // Sealed for another place, or altered.
    }
  }
  throw new Error(`${item.pk} ${item.sk} is opened by no key of the bureau`);
};
