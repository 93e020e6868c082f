import * as z from "zod";
import { debitAgreement } from "../../../connectors/bank/port.ts";
import {
  approveInvoiceLimit,
  approveInvoiceTypes,
  issueInvoices,
  issueInvoicingFacility,
  reportAccounts,
} from "../../../connectors/core-tax/newcomer.ts";
import { YuanText } from "../../../connectors/record-shapes.ts";
import type { FactValues } from "../../condition.ts";
import type { ResultDocument, Step } from "../../package.ts";
import { need, want } from "../facts/index.ts";
import { task } from "../tasks.ts";
import { actFor, readAct } from "./act.ts";
import { hasItsLimitOpen, isTaxControl, mayHaveItsInvoices, newcomerWith } from "./conditions.ts";

const accountsOf = (values: FactValues) => want(values, "bankAccounts") ?? need(values, "openedAccounts");

/** Tasks 5 and 6: the accounts, and the debit from one of them. */
export const bankAccountReport: Step = task("bank-account-report", {
  needs: ["creditCode", "taxpayerFile"],
  wants: ["bankAccounts", "openedAccounts"],
  after: ["account-opening"],
  gives: [],
  appliesWhen: newcomerWith({ fact: "reportsAccounts", equals: true }),
  performs: reportAccounts,
  request: (values) =>
    actFor("bank-account-report", values, {
      taxpayerFile: need(values, "taxpayerFile"),
      bankAccounts: accountsOf(values),
    }),
  read: readAct(),
});

export const tripartiteWithholdingAgreement: Step = task("tripartite-withholding-agreement", {
  needs: ["creditCode", "taxpayerName", "taxOffice", "taxTypeNotice"],
  wants: ["bankAccounts", "openedAccounts"],
  after: ["bank-account-report"],
  gives: ["agreementNumber"],
  appliesWhen: newcomerWith({ fact: "wantsDebit", equals: true }),
  performs: debitAgreement,
  request: (values) => {
    const accounts = accountsOf(values);
    const debited = accounts.find(({ kind }) => kind === "basic") ?? accounts[0];
    return {
      creditCode: need(values, "creditCode"),
      taxpayerName: need(values, "taxpayerName"),
      branchCode: debited?.branchCode,
      accountNumber: debited?.accountNumber,
      taxOffice: need(values, "taxOffice"),
    };
  },
  read: (given) => {
    const answer = given as
      | { status: "signed"; agreementNumber: string; document: ResultDocument }
      | { status: "declined"; zh: string; en: string };
    if (answer.status === "declined") {
      return { kind: "refused", code: "declined-by-the-bank", because: { zh: answer.zh, en: answer.en } };
    }
    return { kind: "done", gives: { agreementNumber: answer.agreementNumber }, document: answer.document };
  },
});

/** Tasks 12 to 15: the first invoices. */
export const invoiceTypeApproval: Step = task("invoice-type-approval", {
  needs: [
    "creditCode",
    "taxpayerFile",
    "taxTypeNotice",
    "verificationRecord",
    "agents",
    "invoiceLines",
    "invoiceTypesReview",
  ],
  gives: ["invoiceApproval"],
  appliesWhen: newcomerWith(isTaxControl, mayHaveItsInvoices),
  performs: approveInvoiceTypes,
  request: (values) => {
    const collectors = need(values, "agents").filter(({ roles }) => roles.includes("invoice-collector"));
    return actFor(
      "invoice-type-approval",
      values,
      {
        taxpayerFile: need(values, "taxpayerFile"),
        lines: need(values, "invoiceLines"),
        collectors: collectors.map(({ name, idType, idNumber }) => ({ name, idType, idNumber })),
      },
      need(values, "invoiceTypesReview"),
    );
  },
  read: readAct("invoiceApproval"),
});

export const invoiceLimitApproval: Step = task("invoice-limit-approval", {
  needs: ["creditCode", "taxpayerFile", "taxTypeNotice", "verificationRecord", "invoiceLimit", "invoiceLimitReview"],
  gives: ["approvedAmount"],
  appliesWhen: newcomerWith(hasItsLimitOpen),
  performs: approveInvoiceLimit,
  request: (values) =>
    actFor(
      "invoice-limit-approval",
      values,
      { taxpayerFile: need(values, "taxpayerFile"), limit: need(values, "invoiceLimit") },
      need(values, "invoiceLimitReview"),
    ),
  // Less may be granted than was asked for.
  establishes: z.strictObject({ approvedAmount: YuanText.optional() }),
  read: readAct("approvedAmount"),
});

export const invoicingFacilityIssuance: Step = task("invoicing-facility-issuance", {
  needs: ["creditCode", "taxpayerFile", "invoiceApproval"],
  after: ["invoice-limit-approval"],
  gives: ["deviceNumber"],
  appliesWhen: newcomerWith(isTaxControl),
  performs: issueInvoicingFacility,
  request: (values) =>
    actFor("invoicing-facility-issuance", values, {
      taxpayerFile: need(values, "taxpayerFile"),
      invoiceApproval: need(values, "invoiceApproval"),
    }),
  read: readAct("deviceNumber"),
});

export const invoiceIssuance: Step = task("invoice-issuance", {
  needs: ["creditCode", "taxpayerFile", "invoiceApproval", "deviceNumber", "paperInvoiceWish"],
  after: ["invoice-limit-approval"],
  gives: ["invoiceNumbers"],
  appliesWhen: newcomerWith(isTaxControl),
  performs: issueInvoices,
  request: (values) =>
    actFor("invoice-issuance", values, {
      taxpayerFile: need(values, "taxpayerFile"),
      invoiceApproval: need(values, "invoiceApproval"),
      deviceNumber: need(values, "deviceNumber"),
      delivery: need(values, "paperInvoiceWish").delivery,
    }),
  read: readAct("invoiceNumbers"),
});
