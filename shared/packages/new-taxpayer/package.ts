import { definePackage } from "../define-package.ts";
import { facts } from "./facts/index.ts";
import { confirmForm } from "./steps/confirm-form.ts";
import { recordSteps } from "./steps/records.ts";
import { consequenceRules } from "./steps/rules-of-consequences.ts";
import { statusRules } from "./steps/rules-of-status.ts";
import * as bankAndInvoices from "./steps/tasks-of-bank-and-invoices.ts";
import * as registration from "./steps/tasks-of-registration.ts";

/** Fifteen tasks of a new taxpayer, from one form that is already filled in. */
export const newTaxpayer = definePackage({
  id: "new-taxpayer",
  version: 1,
  name: { zh: "新办纳税人套餐", en: "New taxpayer package" },
  summary: {
    zh: "登记信息确认、票种核定等十五项业务,一张表、一次确认,全部办结。",
    en: "Fifteen tasks, from the registration to the first invoices: one form, confirmed once.",
  },
  opensWith: ["creditCode"],
  openedBy: ["applicant"],
  roles: {
    applicant: { name: { zh: "申请人", en: "Applicant" }, listedIn: "authorisedPeople" },
  },
  facts,
  steps: [
    ...recordSteps,
    confirmForm,
    ...statusRules,
    ...consequenceRules,
    registration.registrationConfirmation,
    registration.realNameVerification,
    registration.etaxAccountOpening,
    registration.taxTypeDetermination,
    bankAndInvoices.bankAccountReport,
    bankAndInvoices.tripartiteWithholdingAgreement,
    registration.accountingSystemFiling,
    registration.generalTaxpayerRegistration,
    registration.simplifiedMethodFiling,
    registration.fixedQuotaAssessment,
    registration.withholdingAgentRegistration,
    bankAndInvoices.invoiceTypeApproval,
    bankAndInvoices.invoiceLimitApproval,
    bankAndInvoices.invoicingFacilityIssuance,
    bankAndInvoices.invoiceIssuance,
  ],
  before: { visits: 3, duration: "P1D", source: "柳州公布数据(1天);到场次数为参数,未核实" },
  visits: 0,
});
