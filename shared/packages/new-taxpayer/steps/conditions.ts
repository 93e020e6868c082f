import type { Condition } from "../../condition.ts";

/** Who is registered already is no newcomer: nothing is to be done. */
export const isNewcomer: Condition = { fact: "isRegistered", equals: false };

export const newcomerWith = (...conditions: readonly Condition[]): Condition => ({ all: [isNewcomer, ...conditions] });

/**
 * A legal representative who is tied to an abnormal household locks everything until an officer has let the registration
 * pass; for everybody else the real-name check runs beside the registration.
 */
export const isAdmitted: Condition = {
  any: [
    { fact: "legalRepresentativeIsTied", equals: false },
    { fact: "taxpayerFile", isGiven: true },
  ],
};

export const isTaxControl: Condition = { fact: "invoiceRegime", equals: "tax-control" };

/** Only special invoices of a general taxpayer wait until it is one. */
export const mayHaveItsInvoices: Condition = {
  any: [
    { fact: "invoicesWaitForGeneralStatus", equals: false },
    { fact: "generalRegistration", isGiven: true },
  ],
};

/** A digital quota stands alone; a limit of special invoices follows the approval of their kind. */
export const hasItsLimitOpen: Condition = {
  any: [
    { fact: "invoiceRegime", equals: "digital" },
    {
      all: [
        { fact: "invoiceLimit", isGiven: true },
        { fact: "invoiceApproval", isGiven: true },
      ],
    },
  ],
};
