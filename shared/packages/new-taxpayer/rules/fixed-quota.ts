import type { TaxpayerKind } from "../../../connectors/market-regulation/port.ts";
import type { CalendarDate } from "../../../kernel/day.ts";
import { fixedQuotaKinds } from "../law/households.ts";
import { lawOn } from "./law-on.ts";

export type FixedQuotaResult =
  | { readonly kind: "open"; readonly law: readonly string[] }
  | {
      readonly kind: "refused";
      readonly code: "kind-keeps-books" | "general-taxpayer-keeps-books";
      readonly law: readonly string[];
    };

/** Whether a household may ask for a fixed quota instead of keeping books. */
export const fixedQuotaFor = (
  { kind, isGeneral }: { readonly kind: TaxpayerKind; readonly isGeneral: boolean },
  date: CalendarDate,
): FixedQuotaResult => {
  const { id, value } = lawOn(fixedQuotaKinds, date);
  if (!value.includes(kind)) return { kind: "refused", code: "kind-keeps-books", law: [id] };
  if (isGeneral) return { kind: "refused", code: "general-taxpayer-keeps-books", law: [id] };
  return { kind: "open", law: [id] };
};
