import { newcomers, plainSale, type Story } from "../../../infra/local/demo/stories.ts";
import { families } from "../../../infra/local/demo/street/families.ts";
import type { Happening } from "../../../infra/local/demo/street/family.ts";
import { companies } from "../../../infra/local/sandbox/population/companies.ts";
import { crowdLogin } from "../../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../../infra/local/sandbox/population/crowd-companies.ts";
import { crowdContract } from "../../../infra/local/sandbox/population/housing/crowd-sales.ts";
import { contractOf } from "../../../infra/local/sandbox/population/housing/street/sale.ts";
import type { Login } from "../../../infra/local/sandbox/population/people.ts";

/** What happens once the step stands so. */
export interface Turn {
  readonly when: { readonly step: string; readonly status: string };
  readonly happens: Extract<Happening, { readonly kind: "record" | "request" }>;
}

export interface LaboratoryStory extends Story {
  /** Who does not pay. */
  readonly withholds?: readonly Login[];
  readonly turns?: readonly Turn[];
}

const ofFamily = (id: string): LaboratoryStory => {
  const family = families.find((each) => each.id === id);
  if (!family) throw new Error(`no family ${id}`);
  const { story, contractNumber, people, withholds = [], turns = [], decisions = {} } = family;
  return {
    title: story.en,
    packageId: "second-hand-housing",
    people,
    opening: { contractNumber },
    answers: {},
    established: Object.fromEntries(Object.entries(decisions).map(([step, [first]]) => [step, first?.values ?? {}])),
    withholds,
    turns: turns.filter((turn): turn is Turn => typeof turn.when === "object"),
  };
};

const [plain, building, noodles] = newcomers;
if (!plain || !building || !noodles) throw new Error("a story is missing");

/**
 * Stories whose every point is tried: between them each kind of step, a late answer, an officer, four people, bills that
 * are paid, void, given back and corrected, and the certificates of all of it.
 */
export const laboratoryStories: Readonly<Record<string, LaboratoryStory>> = {
  sale: plainSale,
  "ended-unpaid": ofFamily("cancelled-before-payment"),
  "ended-paid": {
    title: "Taxes are paid; before the transfer is registered both take the contract back",
    packageId: "second-hand-housing",
    people: ["seller-dou", "buyer-yun"],
    opening: { contractNumber: contractOf(728) },
    answers: {},
    established: {},
    turns: [
      {
        when: { step: "payment", status: "waiting" },
        happens: {
          kind: "record",
          record: () => ({
            authority: "property-registry",
            kind: "contract-taken-back",
            key: contractOf(728),
            record: {},
          }),
        },
      },
    ],
  },
  corrected: ofFamily("corrected-after-registration"),
  repurchase: {
    title: "Who sold and buys again gets income tax back",
    packageId: "repurchase-refund",
    people: ["seller-bi"],
    opening: { contractNumber: contractOf(731) },
    answers: {},
    established: {},
  },
  plain,
  building,
  noodles,
  "late-bank": {
    title: "The bank asks to its counter and answers later",
    packageId: "new-taxpayer",
    people: [companies["account-name-differs"].legalRepresentative],
    opening: { creditCode: companies["account-name-differs"].creditCode },
    answers: {},
    established: {},
  },
};

/** Cases of which there are many. */
export const crowdStories = (numbers: readonly number[]): readonly Story[] =>
  numbers.flatMap((number) => [crowdNewcomer(number), crowdSale(number)]);

const crowdNewcomer = (number: number): Story => ({
  title: `newcomer ${number}`,
  packageId: "new-taxpayer",
  people: [crowdLogin("founder", number)],
  opening: { creditCode: crowdCreditCode(number) },
  answers: {},
  established: {},
});

const crowdSale = (number: number): Story => ({
  title: `sale ${number}`,
  packageId: "second-hand-housing",
  people: [
    crowdLogin("seller", number),
    crowdLogin("seller-spouse", number),
    crowdLogin("buyer", number),
    crowdLogin("buyer-spouse", number),
  ],
  opening: { contractNumber: crowdContract(number) },
  answers: {},
  established: {},
});
