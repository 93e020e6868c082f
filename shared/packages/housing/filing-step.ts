import { coreTaxHousing, type Declaration, type DeclarationReceipt } from "../../connectors/core-tax/housing.ts";
import { canonicalHash } from "../../kernel/canonical-json.ts";
import type { CalendarDate } from "../../kernel/day.ts";
import { fen, sum, yuan } from "../../kernel/fen.ts";
import type { FactValues } from "../condition.ts";
import type { Step, StepReading } from "../package.ts";
import { registryChecksPayment } from "./basis.ts";
import { type CaseValues, valuesIn } from "./case-values.ts";
import { declarationFormOf } from "./declaration-form.ts";
import { isSamePerson, partyId, type Side } from "./families.ts";

/** Files what everybody has declared; the core tax system numbers it and issues the bills. */
export const filingStep: Step = {
  id: "file-declaration",
  kind: "task",
  name: { zh: "申报并开具缴款单", en: "Filing, and the bills" },
  needs: ["contract", "sellers", "buyers", "assessment"],
  after: ["seller-declaration", "buyer-declaration", "contract-again", "unit-again"],
  gives: ["declarationNumber", "bills"],
  performs: coreTaxHousing.fileDeclaration,
  isIrreversible: true,
  request: (facts) => declarationOf(facts),
  read: (answer, facts) => readReceipt(answer as DeclarationReceipt, facts),
  resultDocument: { zh: "存量房交易税费申报回执", en: "receipt of the declaration" },
  basis: registryChecksPayment,
};

/** The same where the money is followed: whether there is anything to pay, and to give back after a correction. */
export const filingAndBillingStep: Step = {
  ...filingStep,
  gives: [...filingStep.gives, "hasBills", "overpaid", "hasOverpaid"],
  read: (answer, facts): StepReading => {
    const receipt = answer as DeclarationReceipt;
    const reading = readReceipt(receipt, facts);
    if (reading.kind !== "done") return reading;
    const { overpaid = [] } = receipt;
    const hasBills = (reading.gives.bills as readonly unknown[]).length > 0;
    return { ...reading, gives: { ...reading.gives, hasBills, overpaid, hasOverpaid: overpaid.length > 0 } };
  },
};

interface Payer {
  readonly id: string;
  readonly side: Side;
  readonly party: CaseValues["sellers"][number];
  readonly taxes: readonly { readonly tax: string; readonly amount: string }[];
}

const payersOf = ({ sellers, buyers, assessment }: CaseValues): readonly Payer[] => {
  const onSide = (side: Side, parties: CaseValues["sellers"]) =>
    parties.map((party, index) => {
      const id = partyId(side, index);
      const taxes = assessment.lines
        .filter((line) => line.side === side)
        .flatMap(({ tax, payers }) => payers.filter((payer) => payer.id === id).map(({ amount }) => ({ tax, amount })));
      return { id, side, party, taxes };
    });
  return [...onSide("sellers", sellers), ...onSide("buyers", buyers)].filter(({ taxes }) => taxes.length > 0);
};

const declarationOf = (facts: FactValues, values = valuesIn(facts)): Declaration => ({
  contractNumber: values.contract.contractNumber,
  unitNumber: values.contract.unitNumber,
  // The assessment was made with a calendar day and wrote it down.
  filingDate: values.assessment.filingDate as CalendarDate,
  ...(values.assessment.taxablePrice !== undefined && { taxablePrice: values.assessment.taxablePrice }),
  payers: payersOf(values).map(({ id, side, party: { name, idType, idNumber, share }, taxes }) => ({
    name,
    idType,
    idNumber,
    side,
    share,
    form: canonicalHash(declarationFormOf(facts, id)),
    taxes: [...taxes],
  })),
  ...(values.corrected && {
    corrects: {
      declarationNumber: values.corrected.declarationNumber,
      paid: paidBefore(values).map(({ billNumber }) => billNumber),
    },
  }),
});

/** The bills of a corrected declaration that were paid: they stand, with what they brought. */
const paidBefore = ({ corrected }: CaseValues) =>
  (corrected?.bills ?? []).filter(({ billNumber }) =>
    corrected?.settlement?.some((each) => each.billNumber === billNumber),
  );

/** A bill that differs from what was declared is nobody's to pay; after a correction, from what it adds to what was paid. */
const readReceipt = (receipt: DeclarationReceipt, facts: FactValues): StepReading => {
  const { declarationNumber, filedOn, bills, overpaid = [] } = receipt;
  const paid = paidBefore(valuesIn(facts));
  const unsettled = payersOf(valuesIn(facts)).map(({ id, party, taxes }) => ({
    id,
    party,
    owed: sum([
      ...taxes.map(({ amount }) => yuan(amount)),
      ...paid.filter(({ payer }) => payer === id).map(({ amount }) => fen(-yuan(amount))),
    ]),
    back: sum(
      overpaid
        .filter(({ billNumber }) => paid.some((bill) => bill.billNumber === billNumber && bill.payer === id))
        .flatMap(({ taxes: parts }) => parts.map(({ amount }) => yuan(amount))),
    ),
  }));
  const issued = unsettled.flatMap(({ id, party, owed, back }) => {
    const own = bills.filter(({ payer }) => isSamePerson(payer, party));
    const billed = sum(own.map(({ amount }) => yuan(amount)));
    return own.length <= 1 && billed - back === owed ? [own.map((bill) => ({ ...bill, payer: id }))] : [];
  });
  if (issued.length !== unsettled.length || issued.flat().length !== bills.length) {
    return { kind: "refused", code: "bills-differ", because: billsDiffer };
  }
  const all = [...paid, ...issued.flat()];
  return {
    kind: "done",
    gives: { declarationNumber, bills: all },
    document: { number: declarationNumber, issuedOn: filedOn },
  };
};

const billsDiffer = {
  zh: "核心征管系统开具的缴款单与已确认的申报不一致,请勿缴款,税务人员会与您联系。",
  en: "The bills differ from the declaration that was confirmed. Do not pay them; the tax office will contact you.",
};
