import { coreTaxHousing, type Declaration, type DeclarationReceipt } from "../../connectors/core-tax/housing.ts";
import { canonicalHash } from "../../kernel/canonical-json.ts";
import type { CalendarDate } from "../../kernel/day.ts";
import { formatYuan, sum, yuan } from "../../kernel/fen.ts";
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
  payers: payersOf(values).map(({ id, side, party: { name, idType, idNumber }, taxes }) => ({
    name,
    idType,
    idNumber,
    side,
    form: canonicalHash(declarationFormOf(facts, id)),
    taxes: [...taxes],
  })),
});

/** A bill that differs from what was declared is nobody's to pay. */
const readReceipt = ({ declarationNumber, filedOn, bills }: DeclarationReceipt, facts: FactValues): StepReading => {
  const owed = payersOf(valuesIn(facts)).flatMap(({ id, party, taxes }) => {
    const amount = formatYuan(sum(taxes.map((each) => yuan(each.amount))));
    return amount === "0.00" ? [] : [{ id, party, amount }];
  });
  const issued = owed.flatMap(({ id, party, amount }) => {
    const own = bills.filter(({ payer }) => isSamePerson(payer, party));
    return own.length === 1 && own[0]?.amount === amount ? [{ ...own[0], payer: id }] : [];
  });
  if (issued.length !== owed.length || bills.length !== owed.length) {
    return { kind: "refused", code: "bills-differ", because: billsDiffer };
  }
  return {
    kind: "done",
    gives: { declarationNumber, bills: issued },
    document: { number: declarationNumber, issuedOn: filedOn },
  };
};

const billsDiffer = {
  zh: "核心征管系统开具的缴款单与已确认的申报不一致,请勿缴款,税务人员会与您联系。",
  en: "The bills differ from the declaration that was confirmed. Do not pay them; the tax office will contact you.",
};
