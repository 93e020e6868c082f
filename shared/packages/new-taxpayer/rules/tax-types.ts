import type { TaxpayerKind } from "../../../connectors/market-regulation/port.ts";
import type { CalendarDate } from "../../../kernel/day.ts";
import { prefectureOf } from "../../../kernel/identifiers/credit-code.ts";
import { type FilingPeriod, specialTaxes, type TaxCode, taxTypeTable } from "../law/tax-types.ts";
import { lawOn } from "./law-on.ts";

export interface TaxTypeFacts {
  readonly creditCode: string;
  readonly kind: TaxpayerKind;
  readonly industryCodes: readonly string[];
  readonly declaredActivities: readonly string[];
  readonly isGeneral: boolean;
  readonly headOfficeCreditCode?: string;
  /** A small-scale taxpayer may file VAT by the month if it likes. */
  readonly periodWish?: "month" | "quarter";
}

export interface TaxTypes {
  readonly taxTypes: readonly { readonly code: TaxCode; readonly period: FilingPeriod }[];
  /** Why an officer determines: the codes of special taxes, and `same-city-branch`. */
  readonly review: readonly string[];
  readonly law: readonly string[];
}

/** Taxes and periods by legal form, VAT status and industry. */
export const taxTypesOf = (facts: TaxTypeFacts, date: CalendarDate): TaxTypes => {
  const table = lawOn(taxTypeTable, date);
  const special = lawOn(specialTaxes, date);
  const { general, smallScale } = table.value.vatPeriod;
  const vatPeriod = facts.isGeneral ? general : (facts.periodWish ?? smallScale);
  const found = Object.entries(special.value).flatMap(([code, { industries, activity }]) => {
    const isOfIndustry = facts.industryCodes.some((own) => industries.some((prefix) => own.startsWith(prefix)));
    return isOfIndustry || facts.declaredActivities.includes(activity) ? [code] : [];
  });
  return {
    taxTypes: [
      ...table.value.everybody.map((code) => ({
        code,
        period: code === "stamp-duty" ? ("quarter" as const) : vatPeriod,
      })),
      ...table.value.byKind[facts.kind],
    ],
    review: [...found, ...(isSameCityBranch(facts) ? ["same-city-branch"] : [])],
    law: [table.id, special.id],
  };
};

/** A branch whose head office is registered in the same prefecture: which of the two files is not the table's to say. */
const isSameCityBranch = ({ creditCode, kind, headOfficeCreditCode }: TaxTypeFacts): boolean =>
  kind === "branch" &&
  headOfficeCreditCode !== undefined &&
  prefectureOf(headOfficeCreditCode) === prefectureOf(creditCode);
