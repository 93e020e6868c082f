import { calendarDate } from "../../../kernel/day.ts";
import type { Step } from "../../package.ts";
import { need, present, want } from "../facts/index.ts";
import { accountChoices } from "../rules/bookkeeping.ts";
import { planInvoices } from "../rules/invoice-plan.ts";
import { electionOf } from "../rules/simplified-method.ts";
import { taxTypesOf } from "../rules/tax-types.ts";
import { basedOn, refusalText, reviewReason } from "../words.ts";
import { isNewcomer, newcomerWith } from "./conditions.ts";
import { confirmed, industriesOf } from "./rule-facts.ts";

/** What follows from the status: taxes, withholding, accounts, invoices, methods. Each result names the law it used. */
export const consequenceRules: readonly Step[] = [
  {
    id: "tax-type-rules",
    kind: "rule",
    name: { zh: "判定税(费)种", en: "Tax types by form and industry" },
    needs: ["creditCode", "kind", "industryCode", "furtherIndustryCodes", "vatStatus"],
    wants: ["declaredActivities", "filingPeriodWish", "headOffice"],
    after: confirmed,
    gives: ["taxTypes", "taxTypesReview"],
    appliesWhen: isNewcomer,
    decide: (values, { today }) => {
      const result = taxTypesOf(
        present({
          creditCode: need(values, "creditCode"),
          kind: need(values, "kind"),
          industryCodes: industriesOf(values),
          declaredActivities: want(values, "declaredActivities") ?? [],
          isGeneral: need(values, "vatStatus") === "general",
          headOfficeCreditCode: want(values, "headOffice")?.creditCode,
          periodWish: want(values, "filingPeriodWish"),
        }),
        today,
      );
      const gives = { taxTypes: result.taxTypes, taxTypesReview: result.review.map(reviewReason) };
      return { kind: "done", gives, because: basedOn(result.law) };
    },
  },
  {
    id: "payroll",
    kind: "rule",
    name: { zh: "判定扣缴义务", en: "Duty to withhold" },
    needs: ["insuredEmployees", "licenceDate"],
    wants: ["insuredSince", "wagesFrom"],
    after: confirmed,
    gives: ["paysWages", "wagesSince"],
    appliesWhen: isNewcomer,
    decide: (values) => {
      const isEmployer = need(values, "insuredEmployees") > 0;
      const wagesFrom = want(values, "wagesFrom");
      if (!isEmployer && wagesFrom === undefined) {
        return { kind: "done", gives: { paysWages: false }, because: payrollBecause.nobody };
      }
      const insuredSince = isEmployer ? (want(values, "insuredSince") ?? need(values, "licenceDate")) : undefined;
      const gives = { paysWages: true, wagesSince: insuredSince ?? wagesFrom };
      return { kind: "done", gives, because: payrollBecause[isEmployer ? "insured" : "stated"] };
    },
  },
  {
    id: "account-choices",
    kind: "rule",
    name: { zh: "判定账户报告和划缴", en: "Accounts and debit" },
    needs: ["kind", "hasAccount"],
    wants: ["debitChoice"],
    after: confirmed,
    gives: ["reportsAccounts", "wantsDebit"],
    appliesWhen: isNewcomer,
    decide: (values, { today }) => {
      const known = { kind: need(values, "kind"), hasAccount: need(values, "hasAccount") };
      const choices = accountChoices(present({ ...known, debitChoice: want(values, "debitChoice") }), today);
      const { law, ...gives } = choices;
      return { kind: "done", gives, because: basedOn(law) };
    },
  },
  {
    id: "invoice-plan",
    kind: "rule",
    name: { zh: "判定发票事项", en: "Invoices and limits" },
    needs: ["vatStatus"],
    wants: ["paperInvoiceWish", "quotaWish"],
    after: confirmed,
    gives: [
      "invoiceRegime",
      "invoiceLines",
      "invoiceTypesReview",
      "invoicesWaitForGeneralStatus",
      "invoiceLimit",
      "invoiceLimitReview",
    ],
    appliesWhen: isNewcomer,
    decide: (values, { today }) => {
      const isGeneral = need(values, "vatStatus") === "general";
      const wishes = present({ isGeneral, paper: want(values, "paperInvoiceWish"), quota: want(values, "quotaWish") });
      const plan = planInvoices(wishes, today);
      return {
        kind: "done",
        gives: {
          invoiceRegime: plan.regime,
          invoiceTypesReview: plan.typesReview.map(reviewReason),
          invoicesWaitForGeneralStatus: plan.waitsForGeneralStatus,
          invoiceLimitReview: plan.limitReview.map(reviewReason),
          ...(plan.lines.length > 0 && { invoiceLines: plan.lines }),
          ...(plan.limit && { invoiceLimit: plan.limit }),
        },
        because: basedOn(plan.law),
      };
    },
  },
  {
    id: "simplified-method-rules",
    kind: "rule",
    name: { zh: "判定是否适用简易办法", en: "Eligibility for the simplified method" },
    needs: ["industryCode", "furtherIndustryCodes", "vatStatus", "simplifiedMethodWish"],
    wants: ["generalStatusFrom"],
    gives: ["simplifiedElection", "simplifiedReview"],
    appliesWhen: newcomerWith({ fact: "simplifiedMethodWish", isGiven: true }),
    decide: (values, { today }) => {
      const generalFrom = want(values, "generalStatusFrom");
      const result = electionOf(
        present({
          ...need(values, "simplifiedMethodWish"),
          industryCodes: industriesOf(values),
          generalFrom: generalFrom === undefined ? undefined : calendarDate(generalFrom),
        }),
        today,
      );
      if (result.kind === "refused") {
        return { kind: "refused", code: result.code, because: refusalText(result.code, result.law) };
      }
      const gives = { simplifiedElection: result.election, simplifiedReview: result.review.map(reviewReason) };
      return { kind: "done", gives, because: basedOn(result.law) };
    },
  },
];

const payrollBecause = {
  nobody: { zh: "无参保职工,也未填发放工资的月份", en: "nobody is insured, and no wages were stated" },
  insured: { zh: "有参保职工,负有扣缴义务", en: "it has insured employees, so it has to withhold" },
  stated: { zh: "已填发放工资的月份,负有扣缴义务", en: "it stated wages, so it has to withhold" },
} as const;
