import type { Step } from "../package.ts";
import { byAuthorisation, declaration } from "./basis.ts";
import { declarationForm } from "./declaration-form.ts";

/** Each party authorises for themselves what is looked up about them; before that nothing is. */
export const sellerAuthorisationStep: Step = {
  id: "seller-authorisation",
  kind: "person",
  name: { zh: "卖方授权查询", en: "The sellers' authorisation" },
  needs: ["contract", "sellers"],
  gives: [],
  asks: {
    role: "seller",
    each: true,
    // Whoever counts their homes otherwise than the register will may say so at once; nobody has to.
    fields: ["sellerHomesDeclared"],
    optional: ["sellerHomesDeclared"],
    shows: ["contract"],
    statement: {
      zh: "本人同意税务机关仅为办理本次房屋交易的税费,向不动产登记、住房建设、民政部门查询本人的不动产登记、广西范围内住房和婚姻登记信息,并使用税务系统中本套房屋的原契税完税信息。",
      en: "I agree that the tax office, only for the taxes of this sale, looks up my real-estate record, my homes in Guangxi and my marriage record with the real-estate register, the housing department and civil affairs, and uses the earlier deed-tax record of this home.",
    },
  },
  promise: "P7D",
  replaces: { forms: 0, papers: 1, list: { zh: "卖方身份证复印件", en: "copy of the sellers' identity cards" } },
  basis: byAuthorisation,
};

export const buyerAuthorisationStep: Step = {
  id: "buyer-authorisation",
  kind: "person",
  name: { zh: "买方授权查询", en: "The buyers' authorisation" },
  needs: ["contract", "buyers"],
  gives: [],
  asks: {
    role: "buyer",
    each: true,
    // Whoever counts their homes otherwise than the register will may say so at once; nobody has to.
    fields: ["buyerHomesDeclared"],
    optional: ["buyerHomesDeclared"],
    shows: ["contract"],
    statement: {
      zh: "本人同意税务机关仅为办理本次房屋交易的税费,向公安、民政、不动产登记、住房建设部门查询本人的婚姻登记、本人的未成年子女,以及本人和未成年子女在购房地的住房信息。",
      en: "I agree that the tax office, only for the taxes of this sale, looks up my marriage record, my minor children, and the homes of myself and my minor children where I buy, with the police, civil affairs, the real-estate register and the housing department.",
    },
  },
  promise: "P7D",
  replaces: { forms: 0, papers: 1, list: { zh: "买方身份证复印件", en: "copy of the buyers' identity cards" } },
  basis: byAuthorisation,
};

/** Each party sees what was found and reckoned, and declares it as their own. */
export const sellerDeclarationStep: Step = {
  id: "seller-declaration",
  kind: "person",
  name: { zh: "卖方确认申报", en: "The sellers' declaration" },
  needs: ["assessment"],
  gives: [],
  asks: {
    role: "seller",
    each: true,
    fields: [],
    shows: ["contract", "unit", "assessment"],
    signs: declarationForm,
    needsStepUp: true,
    statement: {
      zh: "本人已核对合同、房屋和应纳税费信息,确认属实,按此申报增值税及附加、个人所得税,并对申报的真实性承担法律责任。",
      en: "I have checked the contract, the home and the taxes; they are true, and I declare VAT with its surcharges and income tax accordingly, knowing that I answer for it by law.",
    },
  },
  promise: "P7D",
  basis: declaration,
};

export const buyerDeclarationStep: Step = {
  id: "buyer-declaration",
  kind: "person",
  name: { zh: "买方确认申报", en: "The buyers' declaration" },
  needs: ["assessment"],
  gives: [],
  asks: {
    role: "buyer",
    each: true,
    fields: [],
    shows: ["contract", "unit", "assessment"],
    signs: declarationForm,
    needsStepUp: true,
    statement: {
      zh: "本人已核对合同、房屋和应纳税费信息,确认属实,按此申报契税,并对申报的真实性承担法律责任。",
      en: "I have checked the contract, the home and the taxes; they are true, and I declare deed tax accordingly, knowing that I answer for it by law.",
    },
  },
  promise: "P7D",
  replaces: { forms: 1, papers: 0, list: { zh: "契税减免税申报表", en: "deed-tax relief form" } },
  basis: declaration,
};

const orPaidBy = (step: Step, field: string): Step => ({
  ...step,
  ...(step.asks && { asks: { ...step.asks, fields: [field], optional: [field] } }),
});

/** The declarations, with which each may say that another party pays for them. */
export const declarationsWithPayers: readonly Step[] = [
  orPaidBy(sellerDeclarationStep, "sellerPaidBy"),
  orPaidBy(buyerDeclarationStep, "buyerPaidBy"),
];
