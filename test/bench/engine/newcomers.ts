import { crowdLogin } from "../../../infra/local/sandbox/population/crowd.ts";
import { crowdBuilderCode, crowdCreditCode } from "../../../infra/local/sandbox/population/crowd-companies.ts";
import { personOf } from "../../../infra/local/sandbox/population/people.ts";
import { answerStep } from "../../../shared/actions/answer-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import type { World } from "../../../shared/actions/world.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { newTaxpayer } from "../../../shared/packages/new-taxpayer/package.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { freshLogin } from "../../support/fresh-login.ts";
import { type RecordedCall, recording } from "./recorded-calls.ts";

/** A kind of newcomer; each of the crowd can register once, so every repetition takes the next. */
export interface Profile {
  readonly codeOf: (number: number) => string;
  readonly answers: Readonly<Record<string, unknown>>;
}

export const profiles = {
  "plain company": { codeOf: crowdCreditCode, answers: {} },
  "fullest case": {
    codeOf: crowdBuilderCode,
    answers: {
      generalStatusWish: { hasSoundAccounting: true },
      simplifiedMethodWish: { item: "construction-old-project", contractBegunOn: "2016-04-30" },
      paperInvoiceWish: {
        lines: [{ kind: "special", monthlyCount: 25, maxAmount: "100000.00" }],
        delivery: "post",
      },
    },
  },
} as const satisfies Record<string, Profile>;

export interface PlayedCase {
  readonly played: Case;
  /** How long each of the two requests took: the opening and the confirmation. */
  readonly milliseconds: readonly [number, number];
  /** The calls to authorities, by the request that made them. */
  readonly phases: readonly [readonly RecordedCall[], readonly RecordedCall[]];
}

/** A newcomer's whole case on our engine, from its opening over the confirmation to its end. */
export const playCase = async (world: World, number: number, { codeOf, answers }: Profile): Promise<PlayedCase> => {
  const { call, calls } = recording(world.call);
  const recorded = { ...world, call };
  const { name, idType, idNumber, phone } = personOf(crowdLogin("founder", number));
  const person = { name, idType, idNumber, phone };
  const caller: Caller = {
    key: world.hash.person(person),
    person,
    roles: ["resident"],
    realNameLevel: 3,
    channel: "mobile",
    login: freshLogin,
  };
  const openedAt = performance.now();
  const { case: opened } = await openCase(recorded, {
    caller,
    packageId: newTaxpayer.id,
    opening: { creditCode: codeOf(number) },
    consents: { dataSharing: true },
    idempotencyKey: codeOf(number),
  });
  const confirmedAt = performance.now();
  const ofTheOpening = calls.length;
  const played = await answerStep(recorded, {
    caller,
    caseId: opened.id,
    stepId: "confirm-form",
    answers,
    idempotencyKey: "confirm",
  });
  const endedAt = performance.now();
  demandCompleted(played);
  return {
    played,
    milliseconds: [confirmedAt - openedAt, endedAt - confirmedAt],
    phases: [calls.slice(0, ofTheOpening), calls.slice(ofTheOpening)],
  };
};

export const tasksDone = ({ steps }: Case): number =>
  newTaxpayer.steps.filter(({ id, kind }) => kind === "task" && steps[id]?.status === "done").length;

const demandCompleted = ({ status, steps }: Case): void => {
  if (status === "completed") return;
  const open = Object.entries(steps).filter(([, state]) => !["done", "not-applicable"].includes(state.status));
  throw new Error(`the case is ${status}: ${JSON.stringify(open)}`);
};
