import * as z from "zod";
import { coreTaxHousing, type SaleRefund } from "../../connectors/core-tax/housing.ts";
import { sum, yuan } from "../../kernel/fen.ts";
import type { Text } from "../../kernel/text.ts";
import type { FactDefinition, Step, StepReading } from "../package.ts";
import { vatIn } from "./after-payment-steps.ts";
import { correctedDeclaration } from "./basis.ts";
import { Corrected, valuesIn } from "./case-values.ts";
import { OfficerFindings } from "./officer-decisions.ts";

const CorrectionFindings = z.strictObject({
  /** Whether what was declared is wrong. */
  isFounded: z.boolean(),
  /** What is true instead. */
  findings: OfficerFindings.optional(),
});

export const factsOfCorrection: Readonly<Record<string, FactDefinition>> = {
  correctionFindings: {
    schema: CorrectionFindings,
    isPrivate: true,
    label: { zh: "更正认定", en: "what is corrected" },
  },
  corrected: { schema: Corrected, isPrivate: true, label: { zh: "更正前的申报", en: "the declaration before" } },
  overpaid: {
    schema: z.array(
      z.object({ billNumber: z.string(), taxes: z.array(z.object({ tax: z.string(), amount: z.string() })) }),
    ),
    holder: "core-tax",
    label: { zh: "多缴税款", en: "taxes paid beyond what is owed" },
  },
  hasOverpaid: {
    schema: z.boolean(),
    holder: "core-tax",
    label: { zh: "有多缴税款", en: "whether too much was paid" },
  },
  overpaidRefunds: {
    schema: z.array(z.object({ billNumber: z.string(), amount: z.string() })),
    holder: "core-tax",
    label: { zh: "退还的多缴税款", en: "what is given back" },
  },
};

/**
 * A filed declaration is put right (更正申报) in its own case: an officer establishes what was wrong, the taxes are reckoned
 * anew under the law of the day on which it was filed, whose taxes change sign again, and only the difference is billed or
 * given back.
 */
export const correctionSteps: readonly Step[] = [
  {
    id: "correction",
    kind: "person",
    name: { zh: "更正申报", en: "The declaration is corrected" },
    needs: [],
    gives: ["corrected"],
    onRequest: {
      by: ["seller", "buyer"],
      once: "file-declaration",
      statement: {
        zh: "申报后发现内容有误的,请说明哪里不对。税务人员核实后按原申报日的规定重新计税:多退少补,税额有变化的一方需重新确认。",
        en: "If something that was declared is wrong, say what. An officer examines it; the taxes are then reckoned anew under the law of the filing day: what is missing is billed, what is too much goes back, and whose taxes change confirm again.",
      },
    },
    asks: { role: "officer", fields: ["correctionFindings"] },
    decide: (facts): StepReading => {
      const { contractEnded, correctionFindings, assessment, declarationNumber, bills, settlement, invoiceNumber } =
        valuesIn(facts);
      if (contractEnded) return { kind: "done", gives: {}, because: nothingLeft };
      if (!correctionFindings?.isFounded) return { kind: "done", gives: {}, because: nothingWrong };
      const corrected: Corrected = {
        filedOn: assessment.filingDate,
        declarationNumber,
        bills,
        ...(settlement && { settlement }),
        ...(invoiceNumber !== undefined && { invoice: { number: invoiceNumber, vat: vatIn(assessment) } }),
        ...(correctionFindings.findings && { findings: correctionFindings.findings }),
      };
      return { kind: "done", gives: { corrected }, reopens: ["assessment"], because: reckonedAnew };
    },
    promise: "P5D",
    basis: correctedDeclaration,
  },
  {
    id: "overpaid-refund",
    kind: "task",
    name: { zh: "退还多缴税款", en: "What was paid too much goes back" },
    needs: ["contract", "declarationNumber", "overpaid"],
    after: ["payment"],
    gives: ["overpaidRefunds"],
    appliesWhen: { fact: "hasOverpaid", equals: true },
    performs: coreTaxHousing.refundOverpaid,
    isIrreversible: true,
    request: (facts) => {
      const { contract, declarationNumber, overpaid } = valuesIn(facts);
      return { contractNumber: contract.contractNumber, declarationNumber, refunds: overpaid };
    },
    read: (answer, facts): StepReading => {
      const { refundNumber, orderedOn, refunds } = answer as SaleRefund;
      const isWhole = (valuesIn(facts).overpaid ?? []).every(({ billNumber, taxes }) => {
        const amount = sum(taxes.map((each) => yuan(each.amount)));
        return refunds.some((each) => each.billNumber === billNumber && yuan(each.amount) === amount);
      });
      if (!isWhole) return { kind: "refused", code: "refund-differs", because: refundDiffers };
      const document = { number: refundNumber, issuedOn: orderedOn };
      return { kind: "done", gives: { overpaidRefunds: refunds }, document };
    },
    resultDocument: { zh: "税收收入退还书", en: "refund order" },
    basis: correctedDeclaration,
  },
];

const nothingWrong: Text = {
  zh: "经核实,原申报无误,不作更正。",
  en: "It was examined: what was declared is right, and stands as it is.",
};

const nothingLeft: Text = {
  zh: "合同已解除,税款已退还或作废,无需更正。",
  en: "The contract has ended and its taxes are taken back: there is nothing left to correct.",
};

const reckonedAnew: Text = {
  zh: "更正成立,已按原申报日的规定重新计税。",
  en: "The correction is founded: the taxes are reckoned anew under the law of the filing day.",
};

const refundDiffers: Text = {
  zh: "退税金额与多缴金额不一致,税务人员会核对并与您联系。",
  en: "The refund differs from what was paid too much. The tax office examines it and will contact you.",
};
