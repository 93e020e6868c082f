import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { tableName } from "../../../infra/local/environment.ts";
import { crowdSize } from "../../../infra/local/sandbox/population/crowd.ts";
import type { World } from "../../../shared/actions/world.ts";
import { documentClient } from "../../../shared/cases/document-client.ts";
import { caseKey, documentKey, personPartition } from "../../../shared/cases/table.ts";
import { newTaxpayer } from "../../../shared/packages/new-taxpayer/package.ts";
import type { Contender, Flow, Used } from "./contender.ts";
import { type Profile, playCase, profiles, tasksDone } from "./newcomers.ts";
import { startOutside } from "./outside.ts";
import { bareCalls } from "./peers/bare-calls.ts";
import { durableFunctions } from "./peers/durable-functions.ts";
import { stepFunctions } from "./peers/step-functions.ts";
import { meterTable, type TableUnits } from "./table-units.ts";

export const authorityMilliseconds = 20;

/** One repetition of one contender. */
export interface Lap extends Used, TableUnits {
  readonly milliseconds: number;
}

export interface Race {
  readonly profile: string;
  readonly tasks: number;
  readonly calls: number;
  /** Laps by contender, in the order of the repetitions: the first of each belong together. */
  readonly laps: ReadonlyMap<string, readonly Lap[]>;
}

export const ourTitle = "One Window, the engine alone";
export const wholeTitle = "One Window, as in service";

/** The peers keep no log that a person can read of who looked at their data, so that beside them ours keeps none. */
const noAccessLog: World["access"] = {
  note: async () => {},
  latest: async () => [],
  whole: async () => ({ found: [], head: undefined }),
};

/** Before each lap: the threads that the last contender ends and the garbage that it leaves are not the next one's time. */
const rest = async (): Promise<void> => {
  sweep({ type: "minor" });
  await pause(30);
};

setFlagsFromString("--expose-gc");
const sweep = runInNewContext("gc") as (options: { readonly type: "minor" }) => void;

/** The second of our own two runs takes the other half of the crowd. */
const others = crowdSize / 2;

/**
 * The same newcomers' cases on every contender, interleaved in one run: ours first, as it makes the calls that the others
 * repeat to authorities of their own, then the others, each in turn the first. Ours runs once more with everything that
 * it does in service: every look-up is noted first in chains that people can read, and each person has a key. All keep their results in the same table:
 * ours its case, the others an item for each answer, as neither service's own history can serve people's screens.
 */
export const race = async (warmUps: number, repetitions: number): Promise<readonly Race[]> => {
  const contenders = [bareCalls(), await durableFunctions(), stepFunctions()];
  const outside = await startOutside(contenders.length + 1);
  const unitsUsed = meterTable(outside.client);
  // Authorities number what they issue, and the contenders repeat our requests: whoever comes in between needs his own.
  const inService = {
    ...outside.world,
    cases: outside.casesInService,
    call: outside.twins.at(-1) ?? outside.world.call,
  };
  const documents = documentClient(outside.client);

  const runOurs = async (world: World, number: number, profile: Profile) => {
    await rest();
    unitsUsed();
    const { milliseconds, played, phases } = await playCase(world, number, profile);
    const total = milliseconds[0] + milliseconds[1];
    const used = { units: 0, invocations: milliseconds.length, lambdaMilliseconds: total, keptBytes: 0 };
    return { lap: { milliseconds: total, ...used, ...unitsUsed() }, played, phases };
  };

  const runOther = async (contender: Contender, flow: Flow): Promise<Lap> => {
    await rest();
    const startedAt = performance.now();
    const used = await contender.run(flow);
    return { milliseconds: performance.now() - startedAt, ...used, ...unitsUsed() };
  };

  const keepFor = (id: string): Flow["keep"] => {
    const put = (Item: Record<string, unknown>) => documents.send(new PutCommand({ TableName: tableName, Item }));
    let head: Promise<unknown> | undefined;
    return async (name, result) => {
      // What lists a person's cases, once.
      head ??= put({ ...caseKey(id), personPk: personPartition(id), personSk: id });
      await Promise.all([head, put({ ...documentKey(id, name), result })]);
    };
  };

  const runProfile = async (name: string, profile: Profile): Promise<Race> => {
    const titles = [ourTitle, wholeTitle, ...contenders.map(({ title }) => title)];
    const laps = new Map<string, Lap[]>(titles.map((title) => [title, []]));
    let [tasks, calls] = [0, 0];
    for (let number = 1; number <= warmUps + repetitions; number += 1) {
      const { lap, played, phases } = await runOurs({ ...outside.world, access: noAccessLog }, number, profile);
      const { lap: whole } = await runOurs(inService, others + number, profile);
      tasks = tasksDone(played);
      calls = phases.flat().length;
      const found = new Map<string, Lap>([
        [ourTitle, lap],
        [wholeTitle, whole],
      ]);
      for (const turn of contenders.keys()) {
        const index = (turn + number) % contenders.length;
        const [contender, call] = [contenders[index], outside.twins[index]];
        if (!contender || !call) continue;
        const id = `${played.id}-${index}`;
        const flow = { id, definition: newTaxpayer, phases, call, keep: keepFor(id) };
        found.set(contender.title, await runOther(contender, flow));
      }
      if (number <= warmUps) continue;
      for (const [title, each] of found) laps.get(title)?.push(each);
    }
    return { profile: name, tasks, calls, laps };
  };

  try {
    await outside.setLatency(authorityMilliseconds);
    const races = [];
    for (const [name, profile] of Object.entries(profiles)) races.push(await runProfile(name, profile));
    return races;
  } finally {
    await Promise.all(contenders.map((each) => each.close()));
    await outside.close();
  }
};

export const medianOf = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
