import * as z from "zod";
import {
  assessFixedQuota,
  confirmRegistration,
  determineTaxTypes,
  electSimplifiedMethod,
  fileAccountingSystem,
  openEtaxAccount,
  recordAgents,
  registerGeneralTaxpayer,
  registerWithholdingAgent,
} from "../../../connectors/core-tax/newcomer.ts";
import { YuanText } from "../../../connectors/record-shapes.ts";
import type { Step } from "../../package.ts";
import { need, present, want } from "../facts/index.ts";
import { task } from "../tasks.ts";
import { reviewReason } from "../words.ts";
import { actFor, readAct } from "./act.ts";
import { isAdmitted, isNewcomer, newcomerWith } from "./conditions.ts";

/** Tasks 1 to 4 and 7 to 11: who the taxpayer is and which taxes it pays. */
export const registrationConfirmation: Step = task("registration-confirmation", {
  needs: [
    "creditCode",
    "taxpayerName",
    "kind",
    "legalRepresentative",
    "registeredAddress",
    "placeOfBusiness",
    "divisionCode",
    "industryCode",
    "furtherIndustryCodes",
    "licenceDate",
    "keepsAccountsOfItsOwn",
    "registrationReview",
  ],
  wants: ["capital", "currency", "investors", "headOffice"],
  gives: ["taxpayerFile", "taxOffice"],
  appliesWhen: isNewcomer,
  performs: confirmRegistration,
  request: (values) =>
    actFor(
      "registration-confirmation",
      values,
      present({
        taxpayerName: need(values, "taxpayerName"),
        kind: need(values, "kind"),
        legalRepresentative: need(values, "legalRepresentative"),
        registeredAddress: need(values, "registeredAddress"),
        productionAddress: need(values, "placeOfBusiness"),
        divisionCode: need(values, "divisionCode"),
        industryCode: need(values, "industryCode"),
        furtherIndustryCodes: need(values, "furtherIndustryCodes"),
        licenceDate: need(values, "licenceDate"),
        accountsIndependently: need(values, "keepsAccountsOfItsOwn"),
        capital: want(values, "capital"),
        currency: want(values, "currency"),
        investors: want(values, "investors"),
        headOffice: want(values, "headOffice"),
      }),
      need(values, "registrationReview"),
    ),
  read: readAct("taxpayerFile", "taxOffice"),
});

export const realNameVerification: Step = task("real-name-verification", {
  needs: ["creditCode", "agents", "foreignersToCheck"],
  gives: ["verificationRecord"],
  appliesWhen: newcomerWith(isAdmitted),
  performs: recordAgents,
  request: (values) => {
    const review = need(values, "foreignersToCheck").length > 0 ? [reviewReason("foreign-papers")] : [];
    return actFor("real-name-verification", values, { agents: need(values, "agents") }, review);
  },
  read: readAct("verificationRecord"),
});

export const etaxAccountOpening: Step = task("etax-account-opening", {
  needs: ["creditCode", "taxpayerFile", "agents", "verificationRecord"],
  wants: ["email"],
  gives: ["etaxAccount"],
  appliesWhen: isNewcomer,
  performs: openEtaxAccount,
  request: (values) =>
    actFor(
      "etax-account-opening",
      values,
      present({
        taxpayerFile: need(values, "taxpayerFile"),
        agents: need(values, "agents"),
        email: want(values, "email"),
      }),
    ),
  read: readAct("etaxAccount"),
});

export const taxTypeDetermination: Step = task("tax-type-determination", {
  needs: ["creditCode", "taxpayerFile", "licenceDate", "taxTypes", "taxTypesReview"],
  gives: ["taxTypeNotice"],
  appliesWhen: isNewcomer,
  performs: determineTaxTypes,
  request: (values) =>
    actFor(
      "tax-type-determination",
      values,
      {
        taxpayerFile: need(values, "taxpayerFile"),
        taxTypes: need(values, "taxTypes"),
        effectiveFrom: need(values, "licenceDate"),
      },
      need(values, "taxTypesReview"),
    ),
  read: readAct("taxTypeNotice"),
});

export const accountingSystemFiling: Step = task("accounting-system-filing", {
  needs: ["creditCode", "taxpayerFile", "taxTypeNotice", "accountingSystem"],
  gives: [],
  appliesWhen: newcomerWith({ fact: "keepsBooks", equals: true }),
  performs: fileAccountingSystem,
  request: (values) =>
    actFor("accounting-system-filing", values, {
      taxpayerFile: need(values, "taxpayerFile"),
      accountingSystem: need(values, "accountingSystem"),
    }),
  read: readAct(),
});

export const generalTaxpayerRegistration: Step = task("general-taxpayer-registration", {
  needs: ["creditCode", "taxpayerFile", "taxTypeNotice", "generalStatusGrounds", "generalStatusFrom", "keepsBooks"],
  gives: ["generalRegistration"],
  appliesWhen: newcomerWith({ fact: "vatStatus", equals: "general" }),
  performs: registerGeneralTaxpayer,
  request: (values) =>
    actFor("general-taxpayer-registration", values, {
      taxpayerFile: need(values, "taxpayerFile"),
      grounds: need(values, "generalStatusGrounds"),
      effectiveFrom: need(values, "generalStatusFrom"),
      hasSoundAccounting: need(values, "keepsBooks"),
    }),
  read: readAct("generalRegistration"),
});

export const simplifiedMethodFiling: Step = task("simplified-method-filing", {
  needs: ["creditCode", "taxpayerFile", "generalRegistration", "simplifiedElection", "simplifiedReview"],
  gives: [],
  appliesWhen: newcomerWith({ fact: "simplifiedMethodWish", isGiven: true }),
  performs: electSimplifiedMethod,
  request: (values) =>
    actFor(
      "simplified-method-filing",
      values,
      {
        taxpayerFile: need(values, "taxpayerFile"),
        generalRegistration: need(values, "generalRegistration"),
        election: need(values, "simplifiedElection"),
      },
      need(values, "simplifiedReview"),
    ),
  establishes: z.strictObject({
    ratePercent: z
      .string()
      .regex(/^\d{1,2}(?:\.\d{1,2})?$/)
      .optional(),
  }),
  read: readAct(),
});

export const fixedQuotaAssessment: Step = task("fixed-quota-assessment", {
  needs: ["creditCode", "taxpayerFile", "taxTypeNotice", "fixedQuotaWish", "fixedQuotaIsOpen"],
  gives: ["monthlyQuota"],
  appliesWhen: newcomerWith({ fact: "fixedQuotaWish", isGiven: true }),
  performs: assessFixedQuota,
  request: (values) =>
    actFor(
      "fixed-quota-assessment",
      values,
      { taxpayerFile: need(values, "taxpayerFile"), declared: need(values, "fixedQuotaWish") },
      [reviewReason("quota-is-assessed")],
    ),
  establishes: z.strictObject({ monthlyQuota: YuanText }),
  read: readAct("monthlyQuota"),
});

export const withholdingAgentRegistration: Step = task("withholding-agent-registration", {
  needs: ["creditCode", "taxpayerFile", "wagesSince", "insuredEmployees"],
  gives: [],
  appliesWhen: newcomerWith({ fact: "paysWages", equals: true }),
  performs: registerWithholdingAgent,
  request: (values) =>
    actFor("withholding-agent-registration", values, {
      taxpayerFile: need(values, "taxpayerFile"),
      wagesSince: need(values, "wagesSince"),
      employees: need(values, "insuredEmployees"),
    }),
  read: readAct(),
});
