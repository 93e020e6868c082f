import * as z from "zod";
import { Bill } from "../../connectors/core-tax/housing.ts";
import { ContractNumber } from "../../connectors/housing-contracts/port.ts";
import { liuzhou } from "../../tax/localities/liuzhou.ts";
import type { Locality } from "../../tax/locality.ts";
import { definePackage } from "../define-package.ts";
import type { FactDefinition, Package, Step } from "../package.ts";
import { factsAfterPayment, stepsAfterPayment } from "./after-payment-steps.ts";
import { decideAssessment, ownPartOf } from "./assessment.ts";
import { cancellationSteps, factsOfCancellation } from "./cancellation-steps.ts";
import { caseValues, PriceAnswer, Statement } from "./case-values.ts";
import { decideFamilyCheck, decideRecordCheck } from "./checks.ts";
import { correctionSteps, factsOfCorrection } from "./correction-steps.ts";
import { disputeSteps } from "./dispute-steps.ts";
import { filingAndBillingStep, filingStep } from "./filing-step.ts";
import { homeSteps } from "./home-steps.ts";
import { OfficerFindings } from "./officer-decisions.ts";
import { factsOfPayers, whoPaysStep } from "./payer-steps.ts";
import {
  buyerAuthorisationStep,
  buyerDeclarationStep,
  declarationsWithPayers,
  sellerAuthorisationStep,
  sellerDeclarationStep,
} from "./people-steps.ts";
import { recheckSteps } from "./recheck-steps.ts";
import {
  assessedPriceStep,
  buyerMarriageStep,
  contractStep,
  earlierDeedTaxStep,
  householdStep,
  sellerMarriageStep,
  unitStep,
} from "./record-steps.ts";
import { statementSteps } from "./statements.ts";

const held = (name: keyof typeof caseValues, holder: FactDefinition["holder"], zh: string, en: string) => ({
  schema: caseValues[name],
  ...(holder && { holder }),
  label: { zh, en },
});

const sealed = (...definition: Parameters<typeof held>) => ({ ...held(...definition), isPrivate: true });

const flag = (zh: string, en: string): FactDefinition => ({ schema: z.boolean(), label: { zh, en } });
const partyIds = (zh: string, en: string): FactDefinition => ({
  schema: z.array(z.string()),
  isPrivate: true,
  label: { zh, en },
});
const ofEach = (schema: z.ZodType, zh: string, en: string): FactDefinition => ({
  schema,
  isPerParty: true,
  isPrivate: true,
  label: { zh, en },
});
const MarriageStated = Statement.shape.marriage.unwrap();
const HomesDeclared = z.int().min(0).max(200);

const facts: Package["facts"] = {
  contractNumber: { schema: ContractNumber, label: { zh: "网签合同编号", en: "contract number" } },
  contract: held("contract", "housing-contracts", "网签合同", "contract of sale"),
  sellers: sealed("sellers", "housing-contracts", "卖方", "sellers"),
  buyers: sealed("buyers", "housing-contracts", "买方", "buyers"),
  unit: held("unit", "property-registry", "房屋", "home"),
  unitOwners: sealed("unitOwners", "property-registry", "登记权利人", "registered owners"),
  unitAddress: sealed("unitAddress", "property-registry", "房屋坐落", "address of the home"),
  earlierDeedTax: held("earlierDeedTax", "core-tax", "原契税完税信息", "earlier deed tax"),
  assessedPrice: held("assessedPrice", "core-tax", "评估价格", "assessed price"),
  sellerMarriages: sealed("sellerMarriages", "civil-affairs", "卖方婚姻登记", "sellers' marriage records"),
  buyerMarriages: sealed("buyerMarriages", "civil-affairs", "买方婚姻登记", "buyers' marriage records"),
  minorChildren: sealed("minorChildren", "public-security", "买方未成年子女", "buyers' minor children"),
  hasMinorChildren: sealed("hasMinorChildren", "public-security", "买方有未成年子女", "buyers have minor children"),
  sellerHomes: sealed("sellerHomes", "property-registry", "卖方住房", "sellers' homes"),
  sellerPresaleHomes: sealed("sellerPresaleHomes", "housing-contracts", "卖方预售住房", "sellers' homes off-plan"),
  buyerHomes: sealed("buyerHomes", "property-registry", "买方住房", "buyers' homes"),
  buyerPresaleHomes: sealed("buyerPresaleHomes", "housing-contracts", "买方预售住房", "buyers' homes off-plan"),
  childrenHomes: sealed("childrenHomes", "property-registry", "未成年子女住房", "children's homes"),
  childrenPresaleHomes: sealed(
    "childrenPresaleHomes",
    "housing-contracts",
    "未成年子女预售住房",
    "children's homes off-plan",
  ),
  reckonedOn: { schema: z.string(), label: { zh: "计税日", en: "day of the reckoning" } },
  recordsAsOf: held("recordsAsOf", "property-registry", "登记信息查询日", "day of the records"),
  sellersAsked: partyIds("需承诺的卖方", "sellers who commit"),
  buyersAsked: partyIds("需承诺的买方", "buyers who commit"),
  sellersMustState: flag("卖方需承诺", "sellers must commit"),
  buyersMustState: flag("买方需承诺", "buyers must commit"),
  sellerStatement: ofEach(Statement, "卖方承诺", "sellers' commitment"),
  buyerStatement: ofEach(Statement, "买方承诺", "buyers' commitment"),
  sellerMarriageStated: ofEach(MarriageStated, "卖方承诺的婚姻状况", "marital status as the sellers commit"),
  buyerMarriageStated: ofEach(MarriageStated, "买方承诺的婚姻状况", "marital status as the buyers commit"),
  sellerHomesDeclared: ofEach(
    HomesDeclared,
    "本次房屋以外,全区内其他住房套数(如有异议)",
    "other homes in Guangxi, if counted otherwise",
  ),
  buyerHomesDeclared: ofEach(
    HomesDeclared,
    "购房地已有住房套数(如有异议)",
    "homes where one buys, if counted otherwise",
  ),
  sellersCounting: partyIds("套数不一致的卖方", "sellers whose count differs"),
  buyersCounting: partyIds("套数不一致的买方", "buyers whose count differs"),
  doSellersCount: flag("卖方套数不一致", "the sellers' count differs"),
  doBuyersCount: flag("买方套数不一致", "the buyers' count differs"),
  sellerCountAccepted: ofEach(z.boolean(), "接受登记套数", "the registered count is accepted"),
  buyerCountAccepted: ofEach(z.boolean(), "接受登记套数", "the registered count is accepted"),
  isPriceLow: flag("申报价格低于评估价格", "the price lies below the assessed one"),
  priceQuestion: held("priceQuestion", undefined, "申报价格与评估价格", "declared and assessed price"),
  sellerPriceAnswer: {
    schema: PriceAnswer,
    label: { zh: "卖方对评估价格的意见", en: "the sellers on the assessed price" },
  },
  buyerPriceAnswer: {
    schema: PriceAnswer,
    label: { zh: "买方对评估价格的意见", en: "the buyers on the assessed price" },
  },
  priceDecision: held("priceDecision", undefined, "计税价格的确定", "which price is taken"),
  priceReview: held("priceReview", undefined, "价格审核结论", "outcome of the price review"),
  assessment: { ...held("assessment", undefined, "应纳税费", "taxes due"), shownTo: ownPartOf },
  declarationNumber: { schema: z.string(), holder: "core-tax", label: { zh: "申报表编号", en: "declaration number" } },
  bills: {
    schema: z.array(Bill.omit({ payer: true }).extend({ payer: z.string() })),
    holder: "core-tax",
    label: { zh: "缴款单", en: "bills" },
  },
};

const recordCheckStep: Step = {
  id: "record-check",
  kind: "rule",
  name: { zh: "核对合同与登记", en: "Contract against register" },
  needs: ["contract", "sellers", "buyers", "unitOwners"],
  gives: [],
  decide: decideRecordCheck,
  compares: [
    { label: { zh: "卖方与登记权利人", en: "Sellers and registered owners" }, facts: ["sellers", "unitOwners"] },
  ],
  promise: "P1D",
};

const familyCheckStep: Step = {
  id: "family-check",
  kind: "rule",
  name: { zh: "核对家庭成员", en: "The families" },
  needs: ["sellers", "buyers", "sellerMarriages", "buyerMarriages"],
  wants: ["sellerStatement", "buyerStatement", "sellerMarriageStated", "buyerMarriageStated"],
  gives: [],
  decide: decideFamilyCheck,
  compares: [
    {
      label: { zh: "卖方的婚姻登记与承诺", en: "The sellers' marriages as registered and as stated" },
      facts: ["sellerMarriages", "sellerMarriageStated", "sellerStatement"],
    },
    {
      label: { zh: "买方的婚姻登记与承诺", en: "The buyers' marriages as registered and as stated" },
      facts: ["buyerMarriages", "buyerMarriageStated", "buyerStatement"],
    },
  ],
  establishes: OfficerFindings,
  promise: "P1D",
};

const recordsNeeded = [
  "contract",
  "sellers",
  "buyers",
  "unit",
  "earlierDeedTax",
  "assessedPrice",
  "sellerMarriages",
  "buyerMarriages",
  "minorChildren",
  "sellerHomes",
  "sellerPresaleHomes",
  "buyerHomes",
  "buyerPresaleHomes",
];

const assessmentStep = (locality: Locality): Step => ({
  id: "assessment",
  kind: "rule",
  name: { zh: "计算税费", en: "The taxes" },
  needs: recordsNeeded,
  wants: [
    "childrenHomes",
    "childrenPresaleHomes",
    "sellerStatement",
    "buyerStatement",
    "sellerHomesDeclared",
    "buyerHomesDeclared",
    "sellerCountAccepted",
    "buyerCountAccepted",
    "priceDecision",
    "priceReview",
  ],
  after: ["record-check", "family-check", "open-questions"],
  gives: ["assessment"],
  decide: decideAssessment(locality),
  compares: [
    {
      label: { zh: "卖方住房:登记与申报", en: "The sellers' homes as registered and as declared" },
      facts: ["sellerHomes", "sellerHomesDeclared"],
    },
    {
      label: { zh: "买方住房:登记与申报", en: "The buyers' homes as registered and as declared" },
      facts: ["buyerHomes", "buyerHomesDeclared"],
    },
  ],
  establishes: OfficerFindings,
  promise: "P1D",
  replaces: { forms: 1, papers: 0, list: { zh: "家庭唯一生活用房承诺书", en: "only-home commitment" } },
});

interface Options {
  /** Beyond the bills: payment, clearance at the registry, invoice, registration, and what may undo or correct them. */
  readonly isFollowedThrough?: boolean;
}

/**
 * Second-hand housing tax for a place: opened by a contract number alone, everything else is fetched once the people
 * whom it concerns have agreed. Version 1 ends with the bills; cases that were opened under it end there.
 */
export const secondHandHousingIn = (locality: Locality, { isFollowedThrough = true }: Options = {}): Package =>
  definePackage({
    id: "second-hand-housing",
    version: isFollowedThrough ? 2 : 1,
    name: { zh: "存量房交易税费", en: "Second-hand housing tax" },
    summary: {
      zh: "凭网签合同编号办理:房屋、住房套数和婚姻信息由税务机关查询,买卖双方核对后确认申报,不用交任何纸质材料。",
      en: "Opened by the contract's number: the home, the number of homes and the marriage records are looked up by the tax office; both sides check and declare, and nobody brings a paper.",
    },
    opensWith: ["contractNumber"],
    openedBy: ["seller", "buyer"],
    roles: {
      seller: { name: { zh: "卖方", en: "seller" }, listedIn: "sellers" },
      buyer: { name: { zh: "买方", en: "buyer" }, listedIn: "buyers" },
    },
    facts: isFollowedThrough ? { ...facts, ...factsFollowedThrough } : facts,
    steps: [
      contractStep(locality),
      sellerAuthorisationStep,
      buyerAuthorisationStep,
      unitStep,
      earlierDeedTaxStep,
      assessedPriceStep,
      sellerMarriageStep,
      buyerMarriageStep,
      householdStep,
      ...homeSteps(locality),
      recordCheckStep,
      ...statementSteps("seller"),
      ...statementSteps("buyer"),
      familyCheckStep,
      ...disputeSteps(locality, recordsNeeded),
      assessmentStep(locality),
      ...(isFollowedThrough
        ? followedThrough
        : [sellerDeclarationStep, buyerDeclarationStep, ...recheckSteps, filingStep]),
    ],
    // Papers before: seller 9, buyer 6 in the plain case, counted by us from the published requirements.
    before: {
      visits: 1,
      duration: "P5D",
      source: "柳州市公布:办结由5天缩短为2分钟;至少到场一次(需提交纸质材料),次数未公布",
    },
    visits: 0,
  });

const factsFollowedThrough: Package["facts"] = {
  ...factsOfPayers,
  ...factsAfterPayment,
  ...factsOfCancellation,
  ...factsOfCorrection,
};

const followedThrough: readonly Step[] = [
  ...declarationsWithPayers,
  // A correction is of what was true then: what the records say today does not matter to it.
  ...recheckSteps.map((step): Step => ({ ...step, appliesWhen: { fact: "corrected", isGiven: false } })),
  whoPaysStep,
  filingAndBillingStep,
  ...stepsAfterPayment,
  ...cancellationSteps,
  ...correctionSteps,
];

/** Second-hand housing tax in Liuzhou, to the registered transfer. */
export const secondHandHousing: Package = secondHandHousingIn(liuzhou);

/** As it was offered first, to the bills. */
export const secondHandHousingToTheBills: Package = secondHandHousingIn(liuzhou, { isFollowedThrough: false });
