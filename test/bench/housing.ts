import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdContract } from "../../infra/local/sandbox/population/housing/crowd-sales.ts";
import { type Login, personOf } from "../../infra/local/sandbox/population/people.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import type { Case } from "../../shared/cases/case.ts";
import type { CaseStore } from "../../shared/cases/case-store.ts";
import type { CallAuthority } from "../../shared/connectors/operation.ts";
import { secondHandHousing } from "../../shared/packages/housing/package.ts";
import { savingsOf } from "../../shared/packages/savings.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { freshLogin } from "../support/fresh-login.ts";
import { type Outside, startOutside } from "./engine/outside.ts";
import type { BenchmarkResult } from "./main.ts";

const authorityMilliseconds = 20;
const repetitions = 30;
const warmUps = 10;

interface Measured {
  /** From the last authorisation to the assessment before everybody's eyes. */
  readonly assessed: Phase;
  /** From the last declaration to the bills in the wallet: the last look at the register, the filing, the collection. */
  readonly filed: Phase;
  readonly taps: readonly number[];
  readonly papers: number;
}

interface Phase {
  readonly took: number;
  /** The slowest of the calls that ran side by side, and of each that had to follow. */
  readonly records: number;
  readonly twoWrites: number;
  /** The slowest read of the case: one goes before the queries, to see that nobody has withdrawn their authorisation. */
  readonly read: number;
  /** What our own process reckoned meanwhile: on a busy machine it waits for its turn besides. */
  readonly processor: number;
}

/**
 * What the plain sale costs beyond what must be waited for: the slowest record and two writes of the state. Two couples,
 * a home held for long, the only one of one family and the first of the other. Medians.
 */
export const run = async (): Promise<BenchmarkResult> => {
  const outside = await startOutside();
  try {
    await outside.setLatency(authorityMilliseconds);
    const measured: Measured[] = [];
    for (let number = 1; number <= warmUps + repetitions; number += 1) {
      const each = await measure(outside, number);
      if (number > warmUps) measured.push(each);
    }
    const rows = (["assessed", "filed"] as const).map((phase) => ({
      until: phase,
      "machine, ms": round(median(measured.map((each) => each[phase].took))),
      "slowest record, ms": round(median(measured.map((each) => each[phase].records))),
      "two writes, ms": round(median(measured.map((each) => each[phase].twoWrites))),
      "a read, ms": round(median(measured.map((each) => each[phase].read))),
      "own processor, ms": round(median(measured.map((each) => each[phase].processor))),
      "over the bound": round(median(measured.map((each) => ratioOf(each[phase]))), 3),
    }));
    const [first] = measured;
    return {
      title: `The plain sale over its slowest record and two writes (authorities answer in ${authorityMilliseconds} ms)`,
      rows,
      summary: {
        repetitions,
        ratio: rows[0]?.["over the bound"],
        ratioOfFiling: rows[1]?.["over the bound"],
        tapsByPerson: first?.taps,
        documentsAsked: first?.papers,
        typedFacts: secondHandHousing.opensWith.filter((fact) => secondHandHousing.facts[fact]?.holder).length,
      },
    };
  } finally {
    await outside.close();
  }
};

const ratioOf = ({ took, records, twoWrites }: Phase): number => took / (records + twoWrites);

const measure = async ({ world }: Outside, number: number): Promise<Measured> => {
  const clocked = clocking(world.cases, world.call);
  const counted = { ...world, cases: clocked.cases, call: clocked.call };
  const people = {
    seller: [crowdLogin("seller", number), crowdLogin("seller-spouse", number)],
    buyer: [crowdLogin("buyer", number), crowdLogin("buyer-spouse", number)],
  } as const;
  const taps = new Map<Login, number>();
  const tap = (login: Login) => taps.set(login, (taps.get(login) ?? 0) + 1);
  const callerOf = (login: Login): Caller => {
    const { name, idType, idNumber } = personOf(login);
    const person = { name, idType, idNumber };
    const key = world.hash.person(person);
    return { key, person, roles: ["resident"], realNameLevel: 3, channel: "mobile", login: freshLogin };
  };
  tap(people.buyer[0]);
  const { case: opened } = await openCase(counted, {
    caller: callerOf(people.buyer[0]),
    packageId: secondHandHousing.id,
    opening: { contractNumber: crowdContract(number) },
    consents: { dataSharing: true },
    idempotencyKey: `open-${number}`,
  });
  let latest: Case = opened;
  const answer = async (stepId: string, login: Login): Promise<void> => {
    tap(login);
    const request = {
      caller: callerOf(login),
      caseId: opened.id,
      stepId,
      answers: {},
      idempotencyKey: `${stepId}-${login}`,
    };
    latest = await answerStep(counted, request);
  };
  const phase = async (stepId: string, login: Login, chained: readonly (readonly string[])[]): Promise<Phase> => {
    clocked.reset();
    const startedAt = performance.now();
    const before = process.cpuUsage();
    await answer(stepId, login);
    const took = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(before);
    const slowest = (names: readonly string[]) => Math.max(...names.map((name) => clocked.slowest(name)));
    return {
      took,
      records: chained.reduce((sum, names) => sum + slowest(names), 0),
      twoWrites: 2 * clocked.write(),
      read: clocked.read(),
      processor: (user + system) / 1000,
    };
  };

  // The sellers agree first, so that every record is fetched in the one run that is measured or before it.
  for (const login of people.seller) await answer("seller-authorisation", login);
  await answer("buyer-authorisation", people.buyer[0]);
  const records = ["marriages", "household", "homes", "presale-homes"];
  const assessed = await phase("buyer-authorisation", people.buyer[1], [records]);
  if (latest.steps.assessment?.status !== "done") throw new Error("not assessed");
  for (const login of people.seller) await answer("seller-declaration", login);
  await answer("buyer-declaration", people.buyer[0]);
  const filed = await phase("buyer-declaration", people.buyer[1], [
    ["contract", "unit"],
    ["file-declaration"],
    ["settlement"],
  ]);
  if (latest.steps["file-declaration"]?.status !== "done") throw new Error("not filed");
  const { papersNow } = savingsOf(secondHandHousing, ({ id }) => latest.steps[id]?.status !== "not-applicable");
  return { assessed, filed, taps: [...taps.values()], papers: papersNow };
};

/** Passes calls on and keeps how long each took. */
const clocking = (cases: CaseStore, call: CallAuthority) => {
  const calls = new Map<string, number>();
  const writes: number[] = [];
  const reads: number[] = [];
  const timed: CallAuthority = async (operation, request, options) => {
    const startedAt = performance.now();
    const outcome = await call(operation, request, options);
    calls.set(operation.name, Math.max(calls.get(operation.name) ?? 0, performance.now() - startedAt));
    return outcome;
  };
  const read: CaseStore["read"] = async (caseId) => {
    const startedAt = performance.now();
    const found = await cases.read(caseId);
    reads.push(performance.now() - startedAt);
    return found;
  };
  const replace: CaseStore["replace"] = async (changed, expectedVersion) => {
    const startedAt = performance.now();
    const answer = await cases.replace(changed, expectedVersion);
    writes.push(performance.now() - startedAt);
    return answer;
  };
  return {
    cases: { ...cases, read, replace },
    call: timed,
    reset: () => {
      calls.clear();
      writes.length = 0;
      reads.length = 0;
    },
    slowest: (name: string) => calls.get(name) ?? 0,
    read: () => Math.max(0, ...reads),
    write: () => writes.reduce((sum, each) => sum + each, 0) / Math.max(1, writes.length),
  };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
