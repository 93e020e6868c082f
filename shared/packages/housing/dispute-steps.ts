import { Refusal } from "../../kernel/refusal.ts";
import type { Text } from "../../kernel/text.ts";
import type { Assessment } from "../../tax/assessment.ts";
import type { Locality } from "../../tax/locality.ts";
import type { FactValues } from "../condition.ts";
import type { Step, StepContext, StepReading } from "../package.ts";
import { explainedAssessment, outdatedReckoning } from "./assessment.ts";
import { priceAssessment } from "./basis.ts";
import { type CaseValues, valuesIn } from "./case-values.ts";

const sides = ["seller", "buyer"] as const;
type Side = (typeof sides)[number];

const names = { seller: { zh: "卖方", en: "sellers" }, buyer: { zh: "买方", en: "buyers" } } as const;

/**
 * What only people can settle before the taxes are certain: an assessed price above the declared one, and a number of
 * homes that somebody counts otherwise than the register. Found by reckoning once with all that is known.
 */
export const disputeSteps = (locality: Locality, needs: readonly string[]): readonly Step[] => [
  {
    id: "open-questions",
    kind: "rule",
    name: { zh: "核对价格与套数", en: "Prices and home counts compared" },
    needs,
    wants: ["childrenHomes", "childrenPresaleHomes", "sellerStatement", "buyerStatement", ...declaredCounts],
    after: ["record-check", "family-check"],
    // Reckoned as of a day: on another day this, and what follows from it, is reckoned anew.
    isOutdated: outdatedReckoning,
    gives: [
      "reckonedOn",
      "priceQuestion",
      "isPriceLow",
      "sellersCounting",
      "doSellersCount",
      "buyersCounting",
      "doBuyersCount",
    ],
    decide: decideOpenQuestions(locality),
  },
  ...sides.map(priceStep),
  {
    id: "price-answers",
    kind: "rule",
    name: { zh: "汇总双方对评估价格的意见", en: "What both sides say to the assessed price" },
    needs: ["sellerPriceAnswer", "buyerPriceAnswer"],
    appliesWhen: { fact: "isPriceLow", equals: true },
    gives: ["priceDecision"],
    decide: (facts) => {
      const { sellerPriceAnswer, buyerPriceAnswer } = valuesIn(facts);
      const doAccept = sellerPriceAnswer?.accepts === true && buyerPriceAnswer?.accepts === true;
      return { kind: "done", gives: { priceDecision: doAccept ? "accepts-assessed" : "contested" } };
    },
  },
  priceReviewStep,
  ...sides.map(countStep),
];

const declaredCounts = ["sellerHomesDeclared", "buyerHomesDeclared"];

const decideOpenQuestions =
  (locality: Locality) =>
  (facts: FactValues, { today }: StepContext): StepReading => {
    const assessment = trial(facts, today, locality);
    const values = valuesIn(facts);
    const [declared, assessed] = assessment?.alternatives ?? [];
    const doCountsDiffer = (tax: "income-tax" | "deed-tax") =>
      assessment?.officer.some(({ code, taxes }) => code === "home-counts-differ" && taxes.includes(tax)) ?? false;
    const counting = (differs: boolean, said: CaseValues["sellerHomesDeclared"]) =>
      differs ? Object.keys(said ?? {}) : [];
    const sellersCounting = counting(doCountsDiffer("income-tax"), values.sellerHomesDeclared);
    const buyersCounting = counting(doCountsDiffer("deed-tax"), values.buyerHomesDeclared);
    const alternatives = [declared, assessed].flatMap((each) =>
      each ? [{ zh: each.zh, en: each.en, sellers: each.totals.sellers, buyers: each.totals.buyers }] : [],
    );
    return {
      kind: "done",
      gives: {
        reckonedOn: today,
        isPriceLow: alternatives.length > 0,
        priceQuestion: { declared: values.contract.price, assessed: values.assessedPrice.price ?? "", alternatives },
        sellersCounting,
        doSellersCount: sellersCounting.length > 0,
        buyersCounting,
        doBuyersCount: buyersCounting.length > 0,
      },
    };
  };

/** Records that no law can reckon with are no question to the parties: the assessment itself says so to an officer. */
const trial = (facts: FactValues, today: StepContext["today"], locality: Locality): Assessment | undefined => {
  try {
    return explainedAssessment(facts, today, locality);
  } catch (error) {
    if (error instanceof Refusal || (error as Error).name === "ZodError") return undefined;
    throw error;
  }
};

const priceStep = (side: Side): Step => ({
  id: `${side}-price`,
  kind: "person",
  name: { zh: `${names[side].zh}确认计税价格`, en: `The ${names[side].en} on the assessed price` },
  needs: ["isPriceLow"],
  gives: [],
  appliesWhen: { fact: "isPriceLow", equals: true },
  asks: {
    role: side,
    fields: [`${side}PriceAnswer`],
    shows: ["priceQuestion"],
    signs: ({ priceQuestion }) => priceQuestion,
    statement: {
      zh: "申报价格低于评估价格。您可以接受按评估价格计税,也可以说明正当理由,由税务人员审核;对结果不服的,可以申请复议。",
      en: "The declared price lies below the assessed one. You may accept the assessed price, or give a reason for the lower one, which an officer examines; against the outcome you may ask for a review.",
    },
  },
  promise: "P7D",
  basis: priceAssessment,
});

const priceReviewStep: Step = {
  id: "price-review",
  kind: "person",
  name: { zh: "审核价格偏低理由", en: "The reason for the lower price, examined" },
  needs: ["priceDecision"],
  gives: [],
  appliesWhen: { fact: "priceDecision", equals: "contested" },
  asks: {
    role: "officer",
    fields: ["priceReview"],
    shows: ["priceQuestion", "sellerPriceAnswer", "buyerPriceAnswer"],
  },
  decide: ({ priceReview }): StepReading =>
    priceReview === "reassess"
      ? { kind: "again", steps: ["assessed-price"], because: assessedAgain }
      : { kind: "done", gives: {} },
  promise: "P2D",
  basis: priceAssessment,
};

const countStep = (side: Side): Step => ({
  id: `${side}-count`,
  kind: "person",
  name: { zh: `${names[side].zh}核对住房套数`, en: `The ${names[side].en}' number of homes` },
  needs: [`${side}sCounting`],
  gives: [],
  appliesWhen: { fact: side === "seller" ? "doSellersCount" : "doBuyersCount", equals: true },
  asks: {
    role: side,
    each: true,
    only: `${side}sCounting`,
    fields: [`${side}CountAccepted`],
    statement: {
      zh: "登记的住房套数与您申报的不一致。您可以接受登记套数;不接受的,由税务人员核实认定。",
      en: "The registers count your homes otherwise than you do. You may accept their number; if you do not, an officer examines it.",
    },
  },
  promise: "P7D",
});

const assessedAgain: Text = {
  zh: "税务人员同意重新评估,正在重新取得评估价格。",
  en: "An officer agreed to have the home assessed again; the new price is being fetched.",
};
