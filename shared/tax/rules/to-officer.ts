import type { TaxId } from "../assessment.ts";
import type { OfficerCode } from "../explain/notes.ts";
import type { Line } from "../line.ts";
import type { Sheet } from "../sheet.ts";
import type { Computation } from "./computation.ts";

const sellersTaxes = [
  "vat",
  "urban-maintenance-tax",
  "education-surcharge",
  "local-education-surcharge",
  "land-vat",
  "stamp-duty",
  "income-tax",
] as const satisfies readonly TaxId[];
const buyersTaxes = ["stamp-duty", "deed-tax"] as const satisfies readonly TaxId[];

/** Every tax left to an officer, for one reason. */
export const toOfficer = (sheet: Sheet, officer: OfficerCode): Computation => {
  const line = (tax: TaxId, side: "sellers" | "buyers"): Line => ({
    tax,
    side,
    payers: sheet[side],
    evidence: useOf(sheet),
    status: "open",
    open: [{ officer }],
  });
  return {
    lines: [...sellersTaxes.map((tax) => line(tax, "sellers")), ...buyersTaxes.map((tax) => line(tax, "buyers"))],
  };
};

const useOf = (sheet: Sheet) => {
  const evidence = sheet.evidence();
  evidence.fact("/property/use", sheet.facts.property.use);
  return evidence;
};
