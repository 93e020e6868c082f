import { homesFreeOfLandVat, homesFreeOfStampDuty } from "../law/suspended.ts";
import type { Line } from "../line.ts";
import type { Sheet } from "../sheet.ts";

/** Stamp duty of both sides and the sellers' land VAT: nothing for a home, and the reason why. */
export const suspendedTaxesOn = (sheet: Sheet): readonly Line[] => {
  const stamp = () => {
    const evidence = sheet.evidence();
    evidence.use(homesFreeOfStampDuty);
    evidence.fact("/property/use", sheet.facts.property.use);
    evidence.say("stamp-duty-suspended", {});
    return { tax: "stamp-duty", status: "exempt", relief: "homes-of-individuals", evidence } as const;
  };
  const land = sheet.evidence();
  land.use(homesFreeOfLandVat);
  land.fact("/property/use", sheet.facts.property.use);
  land.say("land-vat-suspended", {});
  return [
    {
      tax: "land-vat",
      side: "sellers",
      payers: sheet.sellers,
      status: "exempt",
      relief: "homes-of-individuals",
      evidence: land,
    },
    { ...stamp(), side: "sellers", payers: sheet.sellers },
    { ...stamp(), side: "buyers", payers: sheet.buyers },
  ];
};
