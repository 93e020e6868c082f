import type { FactValues } from "../condition.ts";
import type { Ask, Step, StepReading } from "../package.ts";
import { byAuthorisation } from "./basis.ts";
import { type CaseValues, valuesIn } from "./case-values.ts";
import { isSamePerson, partyId } from "./families.ts";

/** What each party has committed to about their marriage, whichever question it answered. */
export const marriagesStated = (values: CaseValues): Readonly<Record<string, string | undefined>> => {
  const statements = { ...values.sellerStatement, ...values.buyerStatement };
  const inStatements = Object.entries(statements).map(([party, { marriage }]) => [party, marriage]);
  return { ...Object.fromEntries(inStatements), ...values.sellerMarriageStated, ...values.buyerMarriageStated };
};

/** Who must state something that no record says: an unknown marriage; a widowed seller's inherited, unregistered homes. */
const whoStates =
  (side: "seller" | "buyer") =>
  (facts: FactValues): StepReading => {
    const values = valuesIn(facts);
    const stated = marriagesStated(values);
    const parties = values[`${side}s`].flatMap((person, index) => {
      const id = partyId(`${side}s`, index);
      const record = values[`${side}Marriages`].find((each) => isSamePerson(each, person));
      const isUnknown = record?.state === "not-found" && stated[id] === undefined;
      const mayHaveInherited = side === "seller" && record?.state === "widowed";
      return isUnknown || mayHaveInherited ? [id] : [];
    });
    return {
      kind: "done",
      gives: { [`${side}sAsked`]: parties, [`${side}sMustState`]: parties.length > 0 },
    };
  };

const statementAsk = (side: "seller" | "buyer"): Ask => ({
  role: side,
  each: true,
  only: `${side}sAsked`,
  needsStepUp: true,
  fields: [`${side}Statement`],
  statement: {
    zh: "登记部门查不到您的有关信息(查不到不等于没有)。请如实填写婚姻状况;丧偶的,请填写已继承但尚未登记的住房套数。本人承诺所填属实,如有不实,承担法律责任并补缴税款。",
    en: "The registers hold no such record of you, which does not mean that there is nothing. Please state your marital status; if you are widowed, the number of homes that you inherited and have not registered. I commit to this being true, and answer for it by law and with the tax.",
  },
});

const name = {
  seller: { zh: "卖方", en: "sellers" },
  buyer: { zh: "买方", en: "buyers" },
} as const;

/** Commitment letters (告知承诺) of those about whom a register is silent for good; the others are asked nothing. */
export const statementSteps = (side: "seller" | "buyer"): readonly Step[] => [
  {
    id: `${side}s-without-record`,
    kind: "rule",
    name: { zh: `核对${name[side].zh}有无登记`, en: `Whether a record is lacking of the ${name[side].en}` },
    needs: [`${side}s`, `${side}Marriages`],
    wants: [`${side}MarriageStated`],
    gives: [`${side}sAsked`, `${side}sMustState`],
    decide: whoStates(side),
  },
  {
    id: `${side}-statement`,
    kind: "person",
    name: { zh: `${name[side].zh}承诺`, en: `The ${name[side].en}' commitment` },
    needs: [`${side}sAsked`],
    gives: [],
    appliesWhen: { fact: `${side}sMustState`, equals: true },
    asks: statementAsk(side),
    promise: "P7D",
    basis: byAuthorisation,
  },
];
