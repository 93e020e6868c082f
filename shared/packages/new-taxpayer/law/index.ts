import type { Timeline } from "../../../tax/law/timeline.ts";
import { accountDuty, accountingStandards, fixedQuotaKinds } from "./households.ts";
import { digitalQuota, firstInvoices, invoiceRegime } from "./invoices.ts";
import { simplifiedItems, simplifiedMethodLock } from "./simplified-method.ts";
import { specialTaxes, taxTypeTable } from "./tax-types.ts";
import { generalStatusSales, generalStatusStarts, generalStatusTrades } from "./vat-status.ts";

/** All dated law of this package, to be listed and checked. */
export const newTaxpayerLaw = [
  generalStatusSales,
  generalStatusTrades,
  generalStatusStarts,
  invoiceRegime,
  firstInvoices,
  digitalQuota,
  simplifiedMethodLock,
  ...Object.values(simplifiedItems).map(({ law }) => law),
  taxTypeTable,
  specialTaxes,
  fixedQuotaKinds,
  accountingStandards,
  accountDuty,
] as const satisfies readonly Pick<Timeline<unknown>, "id" | "title" | "entries">[];
