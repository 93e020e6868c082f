import type { CallOf } from "../../shared/api/client.ts";
import type { Contracts } from "../../shared/api/contracts/index.ts";

type Facts = CallOf<Contracts["estimateHousingTax"]>["body"];

/** What the estimate asks: the answers on which a plain sale between two families turns. */
export interface EstimateAnswers {
  readonly price: string;
  readonly area: string;
  readonly titleDate: string;
  readonly boughtFor: string;
  readonly sellersOtherHomes: number;
  readonly buyersHomes: number;
}

const division = "450202";
const soldUnit = "sold";

const home = (unit: string) => ({
  unit,
  division,
  use: "housing" as const,
  stage: "registered" as const,
  holders: ["self"],
});
const homes = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => home(`${name}-${index + 1}`));

const yuan = (text: string): string => Number(text.replaceAll(",", "")).toFixed(2);

/** The facts of the sale that the answers describe: in the city, by one family to one family, filed today. */
export const factsOf = (answers: EstimateAnswers, today: string): Facts => ({
  filingDate: today,
  property: {
    unit: soldUnit,
    division,
    settlement: "urban",
    use: "housing",
    kind: "commodity",
    areaSquareMetres: Number(answers.area).toFixed(2),
  },
  sale: { declaredPrice: yuan(answers.price), contractDate: today },
  acquisition: {
    mode: "purchase",
    titleDate: answers.titleDate,
    deedTaxDate: null,
    price: answers.boughtFor === "" ? null : yuan(answers.boughtFor),
    taxesAndFees: null,
  },
  sellers: [{ id: "seller", share: "1", family: "sellers" }],
  buyers: [{ id: "buyer", share: "1", family: "buyers" }],
  families: [
    {
      id: "sellers",
      marriage: "single",
      children: [],
      homes: [home(soldUnit), ...homes(answers.sellersOtherHomes, "other")],
    },
    { id: "buyers", marriage: "single", children: [], homes: homes(answers.buyersHomes, "held") },
  ],
});

/** Today where the bureau is. */
export const todayInChina = (): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
