import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdBuilderCode, crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import { personOf } from "../../infra/local/sandbox/population/people.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import type { Case } from "../../shared/cases/case.ts";
import { newTaxpayer } from "../../shared/packages/new-taxpayer/package.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { freshLogin } from "../support/fresh-login.ts";
import { counting } from "./engine/counting.ts";
import { type Outside, startOutside } from "./engine/outside.ts";
import { callBare, recording } from "./engine/recorded-calls.ts";
import type { BenchmarkResult } from "./main.ts";

const authorityMilliseconds = 20;
const repetitions = 40;
const warmUps = 40;

/** Newcomers of the crowd; each can register once, so every repetition takes the next. */
const profiles = {
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
} as const;

interface Measured {
  readonly engine: number;
  readonly bare: number;
  readonly tasks: number;
  readonly stateCalls: number;
}

/**
 * What the engine costs: a newcomer's case, from its opening over the confirmation to its end, beside the bare critical
 * path of the very same HTTP calls. Interleaved in one run; medians.
 */
export const run = async (): Promise<BenchmarkResult> => {
  const outside = await startOutside();
  try {
    await outside.setLatency(authorityMilliseconds);
    const rows = [];
    for (const [name, profile] of Object.entries(profiles)) {
      const measured: Measured[] = [];
      for (let number = 1; number <= warmUps + repetitions; number += 1) {
        const each = await measure(outside, number, profile);
        if (number > warmUps) measured.push(each);
      }
      const engine = median(measured.map((each) => each.engine));
      const bare = median(measured.map((each) => each.bare));
      rows.push({
        newcomer: name,
        tasks: median(measured.map((each) => each.tasks)),
        "bare calls, ms": round(bare),
        "engine, ms": round(engine),
        "engine / bare": round(median(measured.map((each) => each.engine / each.bare)), 3),
        "state calls": median(measured.map((each) => each.stateCalls)),
      });
    }
    return {
      title: `Engine over the bare critical path of the same calls (authorities answer in ${authorityMilliseconds} ms)`,
      rows,
      summary: {
        repetitions,
        ratio: rows.map((row) => row["engine / bare"]),
        stateCalls: rows.map((row) => row["state calls"]),
      },
    };
  } finally {
    await outside.close();
  }
};

const measure = async (
  { world, callTwins }: Outside,
  number: number,
  {
    codeOf,
    answers,
  }: { readonly codeOf: (number: number) => string; readonly answers: Readonly<Record<string, unknown>> },
): Promise<Measured> => {
  const recorder = recording(world.call);
  const counter = counting(world.cases);
  const counted = { ...world, call: recorder.call, cases: counter.cases };
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
  const startedAt = performance.now();
  const { case: opened } = await openCase(counted, {
    caller,
    packageId: newTaxpayer.id,
    opening: { creditCode: codeOf(number) },
    consents: { dataSharing: true },
    idempotencyKey: codeOf(number),
  });
  const ofTheOpening = recorder.calls.length;
  const done = await answerStep(counted, {
    caller,
    caseId: opened.id,
    stepId: "confirm-form",
    answers,
    idempotencyKey: "confirm",
  });
  const engine = performance.now() - startedAt;
  demandCompleted(done);

  const bareStartedAt = performance.now();
  const { calls } = recorder;
  await callBare(callTwins, newTaxpayer, [calls.slice(0, ofTheOpening), calls.slice(ofTheOpening)]);
  const bare = performance.now() - bareStartedAt;
  const stateCalls = Object.values(counter.counts()).reduce((sum, count) => sum + count, 0);
  const tasks = newTaxpayer.steps.filter(({ id, kind }) => kind === "task" && done.steps[id]?.status === "done").length;
  return { engine, bare, tasks, stateCalls };
};

const demandCompleted = ({ status, steps }: Case): void => {
  if (status === "completed") return;
  const open = Object.entries(steps).filter(([, state]) => !["done", "not-applicable"].includes(state.status));
  throw new Error(`the case is ${status}: ${JSON.stringify(open)}`);
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
