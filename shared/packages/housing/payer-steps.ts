import * as z from "zod";
import type { Text } from "../../kernel/text.ts";
import type { FactDefinition, FactReader, Step, StepReading } from "../package.ts";
import { valuesIn } from "./case-values.ts";
import { partyId } from "./families.ts";

/** A party by its place in the contract. */
const PartyId = z.string().regex(/^(?:seller|buyer)-\d{1,2}$/);

const paidBy = (zh: string, en: string): FactDefinition => ({
  schema: PartyId,
  isPerParty: true,
  label: { zh, en },
});

/** By taxpayer, whoever pays for them: `{"seller-1": "buyer-1"}`. Each reads what concerns them. */
const ownAgreements = (value: unknown, { parties }: FactReader): unknown =>
  Object.fromEntries(
    Object.entries(value as Readonly<Record<string, string>>).filter(
      ([taxpayer, payer]) => parties.includes(taxpayer) || parties.includes(payer),
    ),
  );

export const factsOfPayers: Readonly<Record<string, FactDefinition>> = {
  sellerPaidBy: paidBy("约定代本人缴款的当事人", "the party who pays for me, if another does"),
  buyerPaidBy: paidBy("约定代本人缴款的当事人", "the party who pays for me, if another does"),
  payers: {
    schema: z.record(PartyId, PartyId),
    label: { zh: "代缴约定", en: "who pays for whom" },
    shownTo: ownAgreements,
  },
};

/**
 * Parties may agree who bears the money: whoever is named is shown the bill and may pay it. The taxpayer in law stays
 * the taxpayer, so that neither the declaration nor the certificate changes.
 */
export const whoPaysStep: Step = {
  id: "who-pays",
  kind: "rule",
  name: { zh: "确认缴款人", en: "Who pays" },
  needs: ["sellers", "buyers", "assessment"],
  wants: ["sellerPaidBy", "buyerPaidBy"],
  after: ["seller-declaration", "buyer-declaration"],
  gives: ["payers"],
  decide: (facts): StepReading => {
    const { sellers, buyers, sellerPaidBy, buyerPaidBy } = valuesIn(facts);
    const known = new Set([
      ...sellers.map((_, index) => partyId("sellers", index)),
      ...buyers.map((_, index) => partyId("buyers", index)),
    ]);
    const named = Object.entries({ ...sellerPaidBy, ...buyerPaidBy }).filter(([taxpayer, payer]) => payer !== taxpayer);
    const agreed = named.filter(([, payer]) => known.has(payer));
    if (named.length === 0) return { kind: "done", gives: {} };
    const gives = agreed.length > 0 ? { payers: Object.fromEntries(agreed) } : {};
    return { kind: "done", gives, because: agreed.length === named.length ? paidByOthers : nobodyOfThatName };
  },
};

const paidByOthers: Text = {
  zh: "已约定由其他当事人代缴,缴款单同时显示给约定的缴款人;纳税人不变。",
  en: "Another party pays for somebody, as agreed: they see that bill too. Who owes the tax by law does not change.",
};

const nobodyOfThatName: Text = {
  zh: "约定的缴款人不是本合同当事人,相应税款由纳税人本人缴纳。",
  en: "Somebody named as paying is no party to the contract: those taxes are paid by the taxpayer.",
};
