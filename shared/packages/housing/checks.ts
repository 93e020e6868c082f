import { addUpToOne, fraction, type Rate } from "../../kernel/fraction.ts";
import type { Text } from "../../kernel/text.ts";
import type { FactValues } from "../condition.ts";
import type { StepReading } from "../package.ts";
import { forOfficer } from "./assessment.ts";
import { valuesIn } from "./case-values.ts";
import { declaredPriceOf, isForeign } from "./declared-price.ts";
import { type FamilyProblem, familiesOf, isSamePerson } from "./families.ts";
import { findingsNotUnderstood, findingsOf, isApproved } from "./officer-decisions.ts";
import { marriagesStated } from "./statements.ts";

/** Whether the contract and the register speak of the same owners and of the whole unit; otherwise an officer looks. */
export const decideRecordCheck = (facts: FactValues): StepReading => {
  const isPriceOpen = isForeign(valuesIn(facts).contract) && declaredPriceOf(facts) === undefined;
  if (isApproved(facts, "record-check")) return isPriceOpen ? forOfficer([priceForeign]) : { kind: "done", gives: {} };
  const { contract, sellers, buyers, unitOwners } = valuesIn(facts);
  const reasons: Text[] = [];
  // Of a part, each sells no more than is theirs; of the whole, everybody sells all that is theirs.
  const portion = rateOf(contract.portion ?? "1");
  const isEveryOwnerSelling =
    (contract.portion !== undefined || unitOwners.length === sellers.length) &&
    sellers.every((seller) =>
      unitOwners.some((owner) => isSamePerson(owner, seller) && isAtMost(seller.share, portion, owner.share)),
    );
  if (isPriceOpen) reasons.push(priceForeign);
  if (!isEveryOwnerSelling) reasons.push(ownersDiffer);
  if (!addUpToOne(sellers.map(({ share }) => rateOf(share))) || !addUpToOne(buyers.map(({ share }) => rateOf(share)))) {
    reasons.push(sharesNotWhole);
  }
  return reasons.length > 0 ? forOfficer(reasons) : { kind: "done", gives: {} };
};

const rateOf = (share: string): Rate => {
  const [above, below] = share.split("/").map(Number);
  return fraction(above ?? 0, below ?? 1);
};

/** Shares that add up to the whole on both sides and exceed nowhere are equal everywhere. */
const isAtMost = (share: string, portion: Rate, owned: string): boolean => {
  const [sold, most] = [rateOf(share), rateOf(owned)];
  return (
    sold.numerator * portion.numerator * most.denominator <= most.numerator * sold.denominator * portion.denominator
  );
};

/** Whether every spouse is among the people who were asked about; otherwise an officer looks. */
export const decideFamilyCheck = (facts: FactValues): StepReading => {
  if (isApproved(facts, "family-check")) {
    const isUnderstood = findingsOf(facts, ["family-check"]) !== undefined;
    return isUnderstood ? { kind: "done", gives: {} } : forOfficer([findingsNotUnderstood]);
  }
  const values = valuesIn(facts);
  const { sellers, buyers, sellerMarriages, buyerMarriages } = values;
  const ofSellers = familiesOf("sellers", sellers, sellerMarriages, buyers, marriagesStated(values)).problems;
  const ofBuyers = familiesOf("buyers", buyers, buyerMarriages, sellers, marriagesStated(values)).problems;
  const reasons = [
    ...ofSellers.map((problem) => sentence(problem, { zh: "卖方", en: "a seller" })),
    ...ofBuyers.map((problem) => sentence(problem, { zh: "买方", en: "a buyer" })),
  ];
  return reasons.length > 0 ? forOfficer(reasons) : { kind: "done", gives: {} };
};

// Nobody is named: what a marriage record says of one person is not for the others of the case to read.
const sentence = (problem: FamilyProblem, who: Text): Text => {
  switch (problem) {
    case "spouse-not-a-party":
      return {
        zh: `有${who.zh}的配偶不是合同当事人,未经其授权不能查询其住房。`,
        en: `The spouse of ${who.en} is no party to the contract, and may not be asked about without their authorisation.`,
      };
    case "spouse-on-other-side":
      return {
        zh: `有${who.zh}与对方当事人是夫妻。`,
        en: `The spouse of ${who.en} stands on the other side of the contract.`,
      };
    case "marriage-not-found":
      return {
        zh: `婚姻登记中查不到有的${who.zh},查不到不等于未婚,需作出承诺并由税务人员认定。`,
        en: `The marriage register does not know ${who.en}; that is not "single": a commitment and an officer are needed.`,
      };
    case "marriage-abroad":
      return {
        zh: `有${who.zh}持境外证件,没有境内婚姻登记可查,需由税务人员核实其承诺。`,
        en: `The marriage of ${who.en} with a foreign document stands in no register here; an officer examines the commitment.`,
      };
    case "marriages-contradict":
      return {
        zh: `有${who.zh}的婚姻登记与其配偶的登记不一致。`,
        en: `The marriage record of ${who.en} contradicts that of the spouse.`,
      };
  }
};

const ownersDiffer: Text = {
  zh: "网签合同中的卖方及份额与不动产登记的权利人不一致。",
  en: "The sellers and shares in the contract differ from the owners in the real-estate register.",
};

const priceForeign: Text = {
  zh: "合同价款以外币计价,需由税务人员按规定汇率折合人民币。",
  en: "The price is in a foreign currency: an officer converts it into yuan at the rate that the law names.",
};

const sharesNotWhole: Text = {
  zh: "合同中一方的份额之和不等于全部。",
  en: "The shares of one side of the contract do not add up to the whole.",
};
