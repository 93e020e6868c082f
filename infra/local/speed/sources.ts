import { composeVault } from "../../../functions/wiring/compose-vault.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { caseTimes } from "../../../shared/cases/case-times.ts";
import { documentClient } from "../../../shared/cases/document-client.ts";
import { dynamodbCaseStore } from "../../../shared/cases/dynamodb-case-store.ts";
import { daysBetween } from "../../../shared/kernel/day.ts";
import { toMilliseconds } from "../../../shared/kernel/instant.ts";
import type { Package } from "../../../shared/packages/package.ts";
import { dynamodbFigureStore } from "../../../shared/speed/dynamodb-figure-store.ts";
import type { FigureStore } from "../../../shared/speed/figure-store.ts";
import { memoryFigureStore } from "../../../shared/speed/memory-figure-store.ts";
import type { WaterfallInput } from "../../../shared/speed/plots/waterfall.ts";
import { plotWords } from "../../../shared/speed/plots/words.ts";
import { countDays } from "../bureau/count-days.ts";
import type { PlantedCase } from "../bureau/simulate-case.ts";
import { liuzhouYear } from "../bureau/year.ts";
import { localClient } from "../dynamodb/create-table.ts";
import { locality, tableName } from "../environment.ts";
import { LocalProblem } from "../local-problem.ts";
import { findRunning } from "../running.ts";
import type { SpeedOptions } from "./options.ts";

/** Where the report's figures come from. */
export interface SpeedSource {
  readonly figures: FigureStore;
  /** What is to be said before the report, if anything. */
  readonly note?: string;
  /** The times of one case, for its waterfall. */
  readonly caseTimes: () => Promise<WaterfallInput | undefined>;
  close(): void;
}

/** Thirty made-up days, counted by the very code that counts real ones. */
export const simulatedSource = async (
  { from, to }: SpeedOptions,
  packages: readonly Package[],
  office: string,
): Promise<SpeedSource> => {
  const figures = memoryFigureStore();
  const simulated = packages.filter(({ id }) => liuzhouYear[id] !== undefined);
  const days = daysBetween(from, to) + 1;
  const parts = { seed: 1, packages: simulated, offices: [office], yearly: liuzhouYear };
  const { cases, example } = await countDays(figures, { ...parts, from, days });
  return {
    figures,
    note: `Simulated: ${cases} made-up cases of ${days} days (18,000 homes and 20,000 newcomers a year).`,
    caseTimes: async () => example && waterfallOfPlanted(example, packages),
    close: () => {},
  };
};

/** The world that runs on this folder. */
export const runningSource = async (
  { folder, caseId }: SpeedOptions,
  packages: readonly Package[],
): Promise<SpeedSource> => {
  const running = await findRunning(folder);
  if (!running) {
    throw new LocalProblem(`No world runs on ${folder}: start one with npm start, or ask for --simulated.`);
  }
  const client = localClient(running.dynamodbEndpoint);
  const documents = documentClient(client);
  return {
    figures: dynamodbFigureStore(documents, tableName),
    caseTimes: async () => {
      if (caseId === undefined) return undefined;
      const environment = { LOCALITY: locality, BUREAU_SECRET: running.secret };
      const vault = await composeVault(environment, { client: documents, tableName, secret: running.secret });
      const found = await dynamodbCaseStore(documents, tableName, vault).read(caseId);
      if (!found) throw new LocalProblem(`There is no case ${caseId}.`);
      return waterfallOfCase(found, packages);
    },
    close: () => client.destroy(),
  };
};

const definitionOf = (packages: readonly Package[], id: string): Package => {
  const definition = packages.find((each) => each.id === id);
  if (!definition) throw new Error(`no package ${id}`);
  return definition;
};

const waterfallOfPlanted = (planted: PlantedCase, packages: readonly Package[]): WaterfallInput => {
  const { name, steps } = definitionOf(packages, planted.packageId);
  const handling = planted.writes.flatMap(({ events }) => events).find(({ type }) => type === "case-completed");
  return {
    title: plotWords.waterfallOf(name),
    handlingMilliseconds: Number(handling?.data.handling ?? 0),
    steps: planted.steps.flatMap(({ step, readyAt, clocks }) => {
      const known = steps.find(({ id }) => id === step);
      return known ? [{ name: known.name, readyAt: readyAt - planted.openedAt, clocks }] : [];
    }),
  };
};

const waterfallOfCase = (found: Case, packages: readonly Package[]): WaterfallInput => {
  const { name, steps } = definitionOf(packages, found.packageId);
  const openedAt = toMilliseconds(found.openedAt);
  const states = Object.values(found.steps);
  const endedAt =
    found.closedAt ??
    states
      .map(({ since }) => since)
      .sort()
      .at(-1) ??
    found.openedAt;
  return {
    title: plotWords.waterfallOf(name),
    handlingMilliseconds: caseTimes(states, found.openedAt, endedAt).handling,
    steps: steps.flatMap((step) => {
      const state = found.steps[step.id];
      if (!state || state.status === "not-applicable") return [];
      return [{ name: step.name, readyAt: toMilliseconds(state.readyAt) - openedAt, clocks: state.clocks }];
    }),
  };
};
