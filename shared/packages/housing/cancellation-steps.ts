import * as z from "zod";
import { coreTaxHousing, type SaleRefund } from "../../connectors/core-tax/housing.ts";
import { type ContractRecord, housingContracts } from "../../connectors/housing-contracts/port.ts";
import { yuan } from "../../kernel/fen.ts";
import type { Text } from "../../kernel/text.ts";
import type { FactDefinition, Step, StepReading } from "../package.ts";
import { cancelledSale, dataSharing } from "./basis.ts";
import { valuesIn } from "./case-values.ts";

export const factsOfCancellation: Readonly<Record<string, FactDefinition>> = {
  contractEnded: {
    schema: z.boolean(),
    holder: "housing-contracts",
    label: { zh: "合同已解除", en: "contract ended" },
  },
  refunds: {
    schema: z.array(z.object({ billNumber: z.string(), amount: z.string() })),
    holder: "core-tax",
    label: { zh: "退税", en: "refunds" },
  },
};

/**
 * A contract may end before its transfer is registered. Whoever asks for it need not prove it: the housing department
 * knows. What was billed is then taken back, and what was paid goes back the way it came.
 */
export const cancellationSteps: readonly Step[] = [
  {
    id: "cancellation",
    kind: "record",
    name: { zh: "合同解除,撤销申报", en: "The contract has ended: the declaration is taken back" },
    needs: ["contract"],
    gives: ["contractEnded"],
    onRequest: {
      by: ["seller", "buyer"],
      once: "file-declaration",
      until: "registration",
      statement: {
        zh: "网签合同已在住房建设部门注销的,可以申请撤销申报:未缴的缴款单作废,已缴的税款原路退还。系统会自行核实合同状态。",
        en: "If the contract has been cancelled with the housing department, ask for this: unpaid bills are void, and taxes paid go back the way they came. The state of the contract is looked up.",
      },
    },
    looksUp: dataSharing.map((byLaw) => ({ byLaw })),
    performs: housingContracts.contract,
    request: (facts) => ({ contractNumber: valuesIn(facts).contract.contractNumber }),
    read: (answer, facts): StepReading => {
      const { status } = answer as ContractRecord;
      if (status !== "cancelled") return { kind: "done", gives: {}, because: contractStands };
      if (valuesIn(facts).bills === undefined) return { kind: "done", gives: {}, because: beingCorrected };
      const ends = ["correction", "payment", "tax-cleared", "sales-invoice", "registration", "overpaid-refund"];
      return { kind: "done", gives: { contractEnded: true }, ends, because: contractEnded };
    },
    basis: cancelledSale,
  },
  {
    id: "refund",
    kind: "task",
    name: { zh: "合同解除退税", en: "Refund, as the contract has ended" },
    needs: ["contract", "declarationNumber", "bills"],
    wants: ["settlement", "invoiceNumber"],
    gives: ["refunds"],
    appliesWhen: {
      any: [
        { fact: "registrationResult", equals: "cancelled" },
        { fact: "contractEnded", equals: true },
      ],
    },
    performs: coreTaxHousing.refundSale,
    isIrreversible: true,
    request: (facts) => {
      const { contract, declarationNumber, bills, invoiceNumber } = valuesIn(facts);
      const { contractNumber } = contract;
      const numbers = bills.map(({ billNumber }) => billNumber);
      return {
        contractNumber,
        declarationNumber,
        bills: numbers,
        ...(invoiceNumber !== undefined && { invoiceNumber }),
      };
    },
    read: (answer, facts): StepReading => {
      const { refundNumber, orderedOn, refunds } = answer as SaleRefund;
      const { bills, settlement = [] } = valuesIn(facts);
      // The tax goes back; what was added for paying it late does not follow from the sale.
      const isWhole = bills.every(({ billNumber, amount }) =>
        refunds.some((each) => each.billNumber === billNumber && yuan(each.amount) === yuan(amount)),
      );
      if (!isWhole || refunds.length !== bills.length) {
        return { kind: "refused", code: "refund-differs", because: refundDiffers };
      }
      const paid = refunds.filter(({ billNumber }) => settlement.some((each) => each.billNumber === billNumber));
      return { kind: "done", gives: { refunds: paid }, document: { number: refundNumber, issuedOn: orderedOn } };
    },
    resultDocument: { zh: "税收收入退还书", en: "refund order" },
    basis: cancelledSale,
  },
];

const contractStands: Text = {
  zh: "该合同在住房建设部门仍然有效,申报继续。请先办理合同注销,再来申请。",
  en: "The contract still stands with the housing department, so that the declaration goes on. Please have it cancelled there first, and ask again.",
};

const beingCorrected: Text = {
  zh: "申报正在更正,请在更正完成后再申请撤销。",
  en: "The declaration is being corrected; please ask again once that is done.",
};

const contractEnded: Text = {
  zh: "合同已解除:未缴的缴款单作废,已缴的税款原路退还,无需另行申请。",
  en: "The contract has ended: unpaid bills are void, and taxes paid go back the way they came, without an application.",
};

const refundDiffers: Text = {
  zh: "退税金额与已缴金额不一致,税务人员会核对并与您联系。",
  en: "The refund differs from what was paid. The tax office examines it and will contact you.",
};
