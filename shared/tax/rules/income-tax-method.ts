import { formatYuan } from "../../kernel/fen.ts";
import type { Rate } from "../../kernel/fraction.ts";
import type { Evidence, Open } from "../evidence.ts";
import { deemedLevyFrame, takenHomeNeedsEarlierCost } from "../law/income-tax.ts";
import type { Sheet } from "../sheet.ts";

export type Method =
  | { readonly name: "actual" }
  | { readonly name: "deemed"; readonly rate: Rate; readonly isChosen: boolean }
  | { readonly name: "open"; readonly open: readonly Open[] };

const takenModes: readonly string[] = ["gift-from-kin", "inheritance", "divorce"];

/** Actual where the original value is on record; deemed only where it cannot be proven, or the locality lets one choose. */
export const methodFor = (sheet: Sheet, evidence: Evidence): Method => {
  const { acquisition, incomeTaxMethod, property, sale } = sheet.facts;
  if (acquisition.mode === "gift-from-others") return { name: "open", open: [{ officer: "gift-from-others" }] };
  if (sheet.facts.sellers.some(({ acquiredApart }) => acquiredApart === true)) {
    return { name: "open", open: [{ officer: "acquired-apart" }] };
  }
  const isTaken = takenModes.includes(acquisition.mode);
  const record = "previous" in acquisition ? acquisition.previous : isTaken ? undefined : acquisition;
  const path = isTaken ? "/acquisition/previous" : "/acquisition";
  const price = record === undefined || !("price" in record) ? undefined : record.price;
  if (isTaken) {
    evidence.use(takenHomeNeedsEarlierCost);
    evidence.say("income-earlier-cost", {});
  }
  const deemed = () => {
    evidence.use(deemedLevyFrame);
    const rates = evidence.use(sheet.locality.deemedIncomeTax);
    if (sale.judicialAuction !== undefined) evidence.fact("/sale/judicialAuction", String(sale.judicialAuction));
    if (sale.judicialAuction === true) return rates.judicialAuction;
    return property.use === "housing" ? rates.housing : rates.nonResidential;
  };
  if (incomeTaxMethod === "deemed" && !isTaken) {
    evidence.fact("/incomeTaxMethod", incomeTaxMethod);
    if (evidence.use(sheet.locality.incomeTaxPolicy) === "taxpayer-may-choose") {
      return { name: "deemed", rate: deemed(), isChosen: true };
    }
  }
  if (price === undefined) return { name: "open", open: [{ missing: `${path}/price` }] };
  if (price === null) {
    evidence.fact(`${path}/price`, "null");
    if (isTaken) return { name: "open", open: [{ officer: "earlier-cost-unknown" }] };
    return { name: "deemed", rate: deemed(), isChosen: false };
  }
  evidence.fact(`${path}/price`, formatYuan(price));
  const taxes = record !== undefined && "taxesAndFees" in record ? record.taxesAndFees : undefined;
  if (taxes === undefined) return { name: "open", open: [{ missing: `${path}/taxesAndFees` }] };
  evidence.fact(`${path}/taxesAndFees`, taxes === null ? "null" : formatYuan(taxes));
  if (incomeTaxMethod === "deemed" && !isTaken) evidence.say("income-deemed-not-granted", {});
  return { name: "actual" };
};
