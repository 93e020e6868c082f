import { yuan } from "../../../kernel/fen.ts";
import type { FactValues } from "../../condition.ts";
import type { Step } from "../../package.ts";
import { need, present, want } from "../facts/index.ts";
import { agentsOf, handlerOf } from "../rules/agents.ts";
import { accountingSystemFor } from "../rules/bookkeeping.ts";
import { fixedQuotaFor } from "../rules/fixed-quota.ts";
import { planInvoices } from "../rules/invoice-plan.ts";
import { reviewRegistration } from "../rules/registration-check.ts";
import { vatStatusOf } from "../rules/vat-status.ts";
import { basedOn, join, refusalText, reviewReason } from "../words.ts";
import { isNewcomer, newcomerWith } from "./conditions.ts";
import { confirmed, industriesOf } from "./rule-facts.ts";

const peopleOf = (values: FactValues) =>
  present({
    legalRepresentative: need(values, "legalRepresentative"),
    financeHead: want(values, "financeHead"),
    taxHandler: want(values, "taxHandler"),
    invoiceCollectors: want(values, "invoiceCollectors"),
  });

/** Who the taxpayer is before the law: registration, VAT status, books. They read facts and ask nobody. */
export const statusRules: readonly Step[] = [
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
      return { kind: "done", gives: { proposal }, because: proposedBecause };
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
        because: review.length === 0 ? registrationIsPlain : registrationIsNotPlain,
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
      if (!keepsBooks) return { kind: "done", gives: { keepsBooks }, because: booksBecause.quota };
      const wish = want(values, "accountingWish");
      const accountingSystem = accountingSystemFor(present({ kind, isGeneral, wish }), today);
      const because = booksBecause[wish === undefined ? "usual" : "wished"];
      return { kind: "done", gives: { keepsBooks, accountingSystem }, because };
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
];

const proposedBecause = {
  zh: "按登记信息和当日规定预设,均可修改",
  en: "proposed from the register and the rules of the day; all of it can be changed",
};

const registrationIsPlain = {
  zh: "登记信息齐全,相互一致,无须人工核实",
  en: "the register is complete and agrees with itself: no officer has to look at it",
};

const registrationIsNotPlain = {
  zh: "登记信息有须人工核实之处",
  en: "something in the register is for an officer to look at",
};

const booksBecause = {
  quota: { zh: "申请定期定额,不设账", en: "no books: a fixed quota was asked for" },
  usual: { zh: "按单位类型和纳税人类别适用的会计制度", en: "books: the system that is usual for its form and status" },
  wished: { zh: "按申请人选定的会计制度", en: "books: the system that the applicant chose" },
} as const;

const generalBecause = {
  industry: { zh: "该行业不论销售额均登记为一般纳税人", en: "General status: the trade has it whatever its sales" },
  sales: { zh: "销售额超过登记标准,登记为一般纳税人", en: "General status: sales are above the standard" },
  choice: { zh: "自愿登记为一般纳税人", en: "General status: chosen" },
} as const;

const smallScaleBecause = {
  zh: "小规模纳税人:未达登记标准且未选择",
  en: "Small-scale: below the standard, and not chosen",
};
