import * as z from "zod";
import { coreTaxHousing, type Settlement } from "../../connectors/core-tax/housing.ts";
import { propertyRegistry, type RegistrationResult } from "../../connectors/property-registry/port.ts";
import { formatYuan, sum, yuan } from "../../kernel/fen.ts";
import type { Text } from "../../kernel/text.ts";
import type { FactDefinition, Step, StepReading } from "../package.ts";
import { dataSharing, registryChecksPayment } from "./basis.ts";
import { type CaseValues, caseValues, valuesIn } from "./case-values.ts";
import { declaredPriceOf } from "./declared-price.ts";
import { partyId, type Side } from "./families.ts";
import { whoPaysNow } from "./payment-words.ts";
import { documents } from "./record-steps.ts";

/** What comes about once the bills are there. */
export const factsAfterPayment: Readonly<Record<string, FactDefinition>> = {
  settlement: {
    schema: caseValues.settlement.unwrap(),
    holder: "core-tax",
    label: { zh: "税款入库", en: "settlement" },
  },
  clearance: {
    schema: z.string(),
    holder: "property-registry",
    label: { zh: "完税信息回执号", en: "clearance receipt" },
  },
  invoiceNumber: { schema: z.string(), holder: "core-tax", label: { zh: "代开发票号码", en: "invoice number" } },
  registrationResult: {
    schema: z.string(),
    holder: "property-registry",
    label: { zh: "登记结果", en: "registration" },
  },
  hasBills: {
    schema: z.boolean(),
    holder: "core-tax",
    label: { zh: "有税款应缴", en: "whether there is anything to pay" },
  },
};

/**
 * From the bills to the registered transfer. Payment and registration are late answers, which may take days; everything
 * between them goes on by itself.
 */
export const stepsAfterPayment: readonly Step[] = [
  {
    id: "payment",
    kind: "task",
    name: { zh: "缴款", en: "Payment" },
    needs: ["contract", "sellers", "buyers", "declarationNumber", "bills"],
    gives: ["settlement"],
    after: ["who-pays"],
    appliesWhen: { fact: "hasBills", equals: true },
    performs: coreTaxHousing.settlement,
    isIrreversible: true,
    request: (facts) => {
      const { contract, sellers, buyers, declarationNumber, bills } = valuesIn(facts);
      const people = new Map([...withIds("sellers", sellers), ...withIds("buyers", buyers)]);
      const due = bills.map(({ payer: party, ...bill }) => ({ ...bill, party, payer: people.get(party) }));
      return { contractNumber: contract.contractNumber, declarationNumber, bills: due };
    },
    read: (answer, facts): StepReading => {
      const { settled } = answer as Settlement;
      const { bills } = valuesIn(facts);
      const isPaid = bills.every(
        ({ billNumber, amount }) =>
          settled.filter((each) => each.billNumber === billNumber && yuan(each.amount) === yuan(amount)).length === 1,
      );
      if (!isPaid || settled.length !== bills.length) {
        return { kind: "refused", code: "settlement-differs", because: settlementDiffers };
      }
      const late = sum(settled.map(({ surcharge }) => yuan(surcharge)));
      const because = late > 0 ? paidLate(formatYuan(late)) : undefined;
      return { kind: "done", gives: { settlement: settled }, ...(because && { because }) };
    },
    meanwhile: {
      zh: "请在缴款单注明的期限前缴清,可用微信、支付宝或银行划缴;全部缴清后自动继续,逾期按日加收滞纳金。",
      en: "Please pay your bill by the day that it names, by WeChat Pay, Alipay or your bank. Once all are paid everything goes on by itself; after that day a surcharge is added for each day.",
    },
    awaitsPeople: whoPaysNow,
    promise: "P15D",
    basis: registryChecksPayment,
  },
  {
    id: "tax-cleared",
    kind: "task",
    name: { zh: "向登记机构推送完税信息", en: "Telling the registry that the taxes are settled" },
    needs: ["contract", "assessment", "declarationNumber"],
    // Where nothing is owed, nothing is waited for.
    wants: ["settlement"],
    after: ["payment"],
    gives: ["clearance"],
    performs: propertyRegistry.taxCleared,
    isIrreversible: true,
    request: (facts) => {
      const { contract, assessment, declarationNumber, settlement = [] } = valuesIn(facts);
      const [clearedOn = assessment.filingDate] = settlement
        .map(({ paidOn }) => paidOn)
        .sort()
        .reverse();
      const { contractNumber, unitNumber } = contract;
      return { contractNumber, unitNumber, declarationNumber, clearedOn };
    },
    read: (answer): StepReading => {
      const { acknowledgement, receivedOn } = answer as { acknowledgement: string; receivedOn: string };
      return {
        kind: "done",
        gives: { clearance: acknowledgement },
        document: { number: acknowledgement, issuedOn: receivedOn },
      };
    },
    resultDocument: { zh: "完税信息接收回执", en: "receipt of the clearance" },
    replaces: {
      forms: 0,
      papers: 2,
      list: { zh: "完税凭证(双方各一份)", en: "payment certificates for the registry" },
    },
    basis: [...registryChecksPayment, ...dataSharing],
  },
  {
    id: "sales-invoice",
    kind: "task",
    name: { zh: "代开增值税发票", en: "The sales invoice" },
    needs: ["contract", "sellers", "buyers", "assessment", "declarationNumber"],
    after: ["payment"],
    gives: ["invoiceNumber"],
    performs: coreTaxHousing.issueSalesInvoice,
    isIrreversible: true,
    request: (facts) => {
      const { contract, sellers, buyers, assessment, declarationNumber, corrected } = valuesIn(facts);
      const { contractNumber, unitNumber } = contract;
      const price = declaredPriceOf(facts);
      const vat = vatIn(assessment);
      const people = { sellers: documents(sellers), buyers: documents(buyers) };
      const sale = { contractNumber, unitNumber, price, vat, ...people };
      const { invoice } = corrected ?? {};
      // Other taxes were corrected: the invoice says what it said, and stands.
      if (invoice?.vat === vat) return { ...sale, declarationNumber: corrected?.declarationNumber };
      return { ...sale, declarationNumber, ...(invoice && { replaces: invoice.number }) };
    },
    read: (answer): StepReading => {
      const { invoiceNumber, issuedOn } = answer as { invoiceNumber: string; issuedOn: string };
      return { kind: "done", gives: { invoiceNumber }, document: { number: invoiceNumber, issuedOn } };
    },
    resultDocument: { zh: "增值税普通发票(代开)", en: "VAT ordinary invoice" },
    replaces: { forms: 1, papers: 0, list: { zh: "代开发票申请表", en: "application for the invoice" } },
  },
  {
    id: "registration",
    kind: "task",
    name: { zh: "转移登记", en: "Registration of the transfer" },
    needs: ["contract", "clearance"],
    gives: ["registrationResult"],
    performs: propertyRegistry.registration,
    isIrreversible: true,
    retriable: {
      by: ["seller", "buyer"],
      statement: {
        zh: "不予登记的原因(如查封)已经消除的,可以再次申请登记;不再交易的,可以在注销合同后申请撤销,已缴税款原路退还。",
        en: "When the reason why it was not registered is gone, a seizure for example, ask for it again. If the sale is off, cancel the contract and ask for the cancellation: the taxes go back.",
      },
    },
    request: (facts) => {
      const { contractNumber, unitNumber } = valuesIn(facts).contract;
      return { contractNumber, unitNumber };
    },
    read: (answer): StepReading => {
      const found = answer as RegistrationResult;
      const gives = { registrationResult: found.result };
      if (found.result === "cancelled") return { kind: "done", gives, because: cancelledBeforeRegistration };
      const document = { number: found.certificateNumber, issuedOn: found.registeredOn };
      return { kind: "done", gives, document };
    },
    promise: "P5D",
    resultDocument: { zh: "不动产权证书", en: "title certificate" },
    basis: dataSharing,
  },
];

const withIds = (side: Side, parties: CaseValues["sellers"]) =>
  parties.map(({ idType, idNumber }, index) => [partyId(side, index), { idType, idNumber }] as const);

export const vatIn = ({ lines }: Pick<CaseValues["assessment"], "lines">): string =>
  lines.find(({ tax }) => tax === "vat")?.amount ?? "0.00";

const paidLate = (surcharge: string): Text => ({
  zh: `逾期缴款,已按日加收滞纳金${surcharge}元。`,
  en: `Paid late: a surcharge of ${surcharge} yuan, reckoned by the day, was added.`,
});

const settlementDiffers: Text = {
  zh: "入库金额与缴款单不一致,税务人员会核对并与您联系,请勿再次缴款。",
  en: "What came in differs from the bills. The tax office examines it and will contact you; please do not pay again.",
};

const cancelledBeforeRegistration: Text = {
  zh: "合同在登记前已解除,已缴税款将原路退还,无需申请。",
  en: "The contract ended before it was registered: the taxes go back the way they came, without an application.",
};
