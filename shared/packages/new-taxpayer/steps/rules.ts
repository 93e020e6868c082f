import { calendarDate } from "../../../kernel/day.ts";
import { yuan } from "../../../kernel/fen.ts";
import type { FactValues } from "../../condition.ts";
import type { Step } from "../../package.ts";
import { need, present, want } from "../facts/index.ts";
import { agentsOf, handlerOf } from "../rules/agents.ts";
import { accountChoices, accountingSystemFor } from "../rules/bookkeeping.ts";
import { fixedQuotaFor } from "../rules/fixed-quota.ts";
import { planInvoices } from "../rules/invoice-plan.ts";
import { reviewRegistration } from "../rules/registration-check.ts";
import { electionOf } from "../rules/simplified-method.ts";
import { taxTypesOf } from "../rules/tax-types.ts";
import { vatStatusOf } from "../rules/vat-status.ts";
import { basedOn, join, refusalText, reviewReason } from "../words.ts";
import { isNewcomer, newcomerWith } from "./conditions.ts";

const confirmed = ["confirm-form"] as const;

const industriesOf = (values: FactValues): readonly string[] => [
  need(values, "industryCode"),
  ...need(values, "furtherIndustryCodes"),
];

const peopleOf = (values: FactValues) =>
  present({
    legalRepresentative: need(values, "legalRepresentative"),
    financeHead: want(values, "financeHead"),
    taxHandler: want(values, "taxHandler"),
    invoiceCollectors: want(values, "invoiceCollectors"),
  });

/** What the law decides, each with the law that it used. They read facts and ask nobody. */
export const ruleSteps: readonly Step[] = [
  {
    id: "proposal",
    kind: "rule",
    name: { zh: "预设事项", en: "What is proposed" },
    needs: ["kind", "legalRepresentative", "registeredAddress", "industryCode", "furtherIndustryCodes"],
    wants: ["financeHead"],
    gives: ["proposal"],
    appliesWhen: isNewcomer,
    decide: (values, { today }) => {
      const kind = need(values, "kind");
      const vat = vatStatusOf({ industryCodes: industriesOf(values), declaredActivities: [] }, today);
      const isGeneral = vat.status === "general";
      const { regime, limit } = planInvoices({ isGeneral }, today);
      const proposal = {
        taxHandler: handlerOf(peopleOf(values)),
        placeOfBusiness: need(values, "registeredAddress"),
        vatStatus: vat.status,
        accountingSystem: accountingSystemFor({ kind, isGeneral }, today),
        invoices: regime,
        ...(limit && { monthlyQuota: limit.amount }),
      };
      return { kind: "done", gives: { proposal } };
    },
  },
  {
    id: "registration-check",
    kind: "rule",
    name: { zh: "核对登记信息", en: "Check of the registration" },
    needs: [
      "kind",
      "legalRepresentative",
      "registeredAddress",
      "licenceDate",
      "licenceGaps",
      "legalRepresentativeIsTied",
    ],
    wants: [
      "investors",
      "headOffice",
      "financeHead",
      "taxHandler",
      "invoiceCollectors",
      "businessAddress",
      "accountsIndependently",
    ],
    after: confirmed,
    gives: ["registrationReview", "agents", "placeOfBusiness", "keepsAccountsOfItsOwn"],
    appliesWhen: isNewcomer,
    decide: (values, { today }) => {
      const kind = need(values, "kind");
      const review = reviewRegistration(
        present({
          kind,
          licenceDate: need(values, "licenceDate"),
          licenceGaps: need(values, "licenceGaps"),
          legalRepresentativeIsTied: need(values, "legalRepresentativeIsTied"),
          investors: want(values, "investors"),
          headOffice: want(values, "headOffice"),
        }),
        today,
      );
      return {
        kind: "done",
        gives: {
          registrationReview: review.map(reviewReason),
          agents: agentsOf(peopleOf(values)),
          placeOfBusiness: want(values, "businessAddress") ?? need(values, "registeredAddress"),
          keepsAccountsOfItsOwn: want(values, "accountsIndependently") ?? kind !== "branch",
        },
      };
    },
  },
  {
    id: "vat-status",
    kind: "rule",
    name: { zh: "判定增值税纳税人类别", en: "VAT status" },
    needs: ["industryCode", "furtherIndustryCodes"],
    wants: ["declaredActivities", "salesSoFar", "generalStatusWish"],
    after: confirmed,
    gives: ["vatStatus", "generalStatusGrounds", "generalStatusFrom"],
    appliesWhen: isNewcomer,
    decide: (values, { today }) => {
      const sales = want(values, "salesSoFar");
      const vat = vatStatusOf(
        present({
          industryCodes: industriesOf(values),
          declaredActivities: want(values, "declaredActivities") ?? [],
          sales: sales === undefined ? undefined : yuan(sales),
          wish: want(values, "generalStatusWish"),
        }),
        today,
      );
      const isGeneral = vat.status === "general";
      return {
        kind: "done",
        gives: isGeneral
          ? { vatStatus: vat.status, generalStatusGrounds: vat.grounds, generalStatusFrom: vat.effectiveFrom }
          : { vatStatus: vat.status },
        because: join(isGeneral ? generalBecause[vat.grounds] : smallScaleBecause, basedOn(vat.law)),
      };
    },
  },
  {
    id: "bookkeeping",
    kind: "rule",
    name: { zh: "判定设账方式", en: "Bookkeeping" },
    needs: ["kind", "vatStatus"],
    wants: ["accountingWish", "fixedQuotaWish"],
    after: confirmed,
    gives: ["keepsBooks", "accountingSystem"],
    appliesWhen: isNewcomer,
    decide: (values, { today }) => {
      const kind = need(values, "kind");
      const isGeneral = need(values, "vatStatus") === "general";
      const asksForQuota = want(values, "fixedQuotaWish") !== undefined;
      const keepsBooks = !asksForQuota || fixedQuotaFor({ kind, isGeneral }, today).kind === "refused";
      if (!keepsBooks) return { kind: "done", gives: { keepsBooks } };
      const wish = want(values, "accountingWish");
      const accountingSystem = accountingSystemFor(present({ kind, isGeneral, wish }), today);
      return { kind: "done", gives: { keepsBooks, accountingSystem } };
    },
  },
  {
    id: "fixed-quota-eligibility",
    kind: "rule",
    name: { zh: "判定是否适用定期定额", en: "Eligibility for a fixed quota" },
    needs: ["kind", "vatStatus", "fixedQuotaWish"],
    gives: ["fixedQuotaIsOpen"],
    appliesWhen: newcomerWith({ fact: "fixedQuotaWish", isGiven: true }),
    decide: (values, { today }) => {
      const isGeneral = need(values, "vatStatus") === "general";
      const result = fixedQuotaFor({ kind: need(values, "kind"), isGeneral }, today);
      if (result.kind === "refused") {
        return { kind: "refused", code: result.code, because: refusalText(result.code, result.law) };
      }
      return { kind: "done", gives: { fixedQuotaIsOpen: true }, because: basedOn(result.law) };
    },
  },
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
      if (!isEmployer && wagesFrom === undefined) return { kind: "done", gives: { paysWages: false } };
      const insuredSince = isEmployer ? (want(values, "insuredSince") ?? need(values, "licenceDate")) : undefined;
      return { kind: "done", gives: { paysWages: true, wagesSince: insuredSince ?? wagesFrom } };
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
      "hasInvoiceLimit",
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
          hasInvoiceLimit: plan.limit !== undefined,
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

const generalBecause = {
  industry: { zh: "该行业不论销售额均登记为一般纳税人", en: "General status: the trade has it whatever its sales" },
  sales: { zh: "销售额超过登记标准,登记为一般纳税人", en: "General status: sales are above the standard" },
  choice: { zh: "自愿登记为一般纳税人", en: "General status: chosen" },
} as const;

const smallScaleBecause = {
  zh: "小规模纳税人:未达登记标准且未选择",
  en: "Small-scale: below the standard, and not chosen",
};
