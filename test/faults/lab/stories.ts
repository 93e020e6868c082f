import { newcomers, plainSale, type Story } from "../../../infra/local/demo/stories.ts";
import { companies } from "../../../infra/local/sandbox/population/companies.ts";
import { crowdLogin } from "../../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../../infra/local/sandbox/population/crowd-companies.ts";
import { crowdContract } from "../../../infra/local/sandbox/population/housing/crowd-sales.ts";

export type { Story };

const [plain, building, noodles] = newcomers;
if (!plain || !building || !noodles) throw new Error("a story is missing");

/** Stories whose every point is tried: between them each kind of step, a late answer, an officer, four people. */
export const laboratoryStories: Readonly<Record<string, Story>> = {
  sale: plainSale,
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
