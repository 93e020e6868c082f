import type { Sheet } from "../../sheet.ts";
import type { Computation } from "../computation.ts";
import { surchargesOn } from "../surcharges.ts";
import { unitDeedTaxOn } from "./deed-tax.ts";
import { unitIncomeTaxOn } from "./income-tax.ts";
import { landVatOn } from "./land-vat.ts";
import { stampDutyOn } from "./stamp-duty.ts";
import { unitTurnoverTaxOn } from "./vat.ts";

/** A shop, an office: computed where the law is certain, and always confirmed by an officer. */
export const computeNonResidential = (sheet: Sheet): Computation => {
  const turnover = unitTurnoverTaxOn(sheet);
  const surcharges = surchargesOn(sheet, turnover);
  const stamp = stampDutyOn(sheet, turnover, "sellers");
  const landVat = landVatOn(sheet, turnover, [...surcharges, stamp]);
  return {
    lines: [
      turnover.line,
      ...surcharges,
      landVat,
      stamp,
      stampDutyOn(sheet, turnover, "buyers"),
      ...unitIncomeTaxOn(sheet, turnover, [...surcharges, stamp, landVat]),
      unitDeedTaxOn(sheet, turnover),
    ],
    taxablePrice: turnover.price.status === "known" ? turnover.price.price : undefined,
    officer: ["non-residential"],
  };
};
