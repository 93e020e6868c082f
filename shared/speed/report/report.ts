import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import { clockNames, type SpeedClock } from "../clocks.ts";
import { type Dimension, type Figure, groupFigures, type Span } from "../figures.ts";
import { Line, wholeCase } from "../line.ts";
import { relativeError } from "../sketch.ts";
import { type BrokenPromises, brokenPromisesOf } from "./broken-promises.ts";
import { type Comparison, comparisonsOf } from "./comparisons.ts";
import { type Leaving, leavingOf } from "./leaving.ts";
import { type Satisfaction, satisfactionOf } from "./satisfaction.ts";

/** A clock's percentiles over what settled, in milliseconds. */
export interface Times {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface SpeedReport {
  readonly span: Span;
  /** No percentile is off by more than this part of itself. */
  readonly relativeError: number;
  readonly packages: readonly PackageReport[];
}

export interface PackageReport {
  readonly packageId: string;
  readonly name: Text;
  readonly cases: Readonly<Record<"opened" | "completed" | "refused" | "withdrawn", number>>;
  /** Of completed cases as a whole. */
  readonly clocks: Readonly<Record<SpeedClock, Times>> | undefined;
  readonly comparisons: readonly Comparison[];
  /** Parts of the completed cases. */
  readonly withoutOfficer: number | undefined;
  readonly withoutVisit: number | undefined;
  readonly slowestAuthority: { readonly authority: string; readonly times: Times } | undefined;
  readonly leaving: readonly Leaving[];
  readonly brokenPromises: BrokenPromises;
  readonly satisfaction: Satisfaction | undefined;
  readonly satisfactionByChannel: Readonly<Record<string, Satisfaction>>;
  readonly steps: readonly StepReport[];
}

export interface StepReport {
  readonly step: string;
  readonly name: Text;
  readonly settled: number;
  readonly refused: number;
  readonly attempts: number;
  readonly clocks: Readonly<Record<SpeedClock, Times>>;
}

/** What the figures of a span say, package by package. Pure. */
export const reportOf = (figures: readonly Figure[], span: Span, packages: readonly Package[]): SpeedReport => ({
  span,
  relativeError,
  packages: packages
    .filter(({ id }) => span.packageIds.includes(id))
    .map((definition) =>
      packageReport(
        figures.filter(({ of }) => of.package === definition.id),
        definition,
      ),
    ),
});

const packageReport = (figures: readonly Figure[], definition: Package): PackageReport => {
  const ofCases = figures.filter(({ of }) => of.step === wholeCase);
  const ofSteps = figures.filter(({ of }) => of.step !== wholeCase);
  const all = merged(ofCases);
  const byChannel = groupFigures(ofCases, ["channel"]);
  const clocks = clockTimes(all);
  return {
    packageId: definition.id,
    name: definition.name,
    cases: {
      opened: all.counted("opened"),
      completed: all.settled,
      refused: all.counted("caseRefused"),
      withdrawn: all.counted("withdrawn"),
    },
    clocks,
    comparisons: comparisonsOf(definition, all),
    withoutOfficer: shareOf(all.counted("withoutOfficer"), all.settled),
    withoutVisit: shareOf(all.counted("withoutVisit"), all.settled),
    slowestAuthority: slowestAuthority(ofSteps),
    leaving: leavingOf(ofSteps, definition),
    brokenPromises: brokenPromisesOf(ofSteps, all, definition),
    satisfaction: satisfactionOf(all),
    satisfactionByChannel: Object.fromEntries(
      byChannel.flatMap(({ of, line }) => {
        const satisfaction = satisfactionOf(line);
        return satisfaction ? [[of.channel ?? "", satisfaction]] : [];
      }),
    ),
    steps: stepReports(ofSteps, definition),
  };
};

const stepReports = (figures: readonly Figure[], { steps }: Package): StepReport[] => {
  const lines = new Map(groupFigures(figures, ["step"]).map(({ of, line }) => [of.step, line]));
  return steps.flatMap(({ id, name }) => {
    const line = lines.get(id);
    const clocks = line && clockTimes(line);
    if (!line || !clocks) return [];
    const { settled } = line;
    return [{ step: id, name, settled, refused: line.counted("refused"), attempts: line.counted("attempts"), clocks }];
  });
};

/** By the 95th percentile of one call's time, silences included. */
const slowestAuthority = (figures: readonly Figure[]): PackageReport["slowestAuthority"] => {
  const authorities = groupFigures(
    figures.filter(({ of }) => of.authority !== ""),
    ["authority"],
  ).flatMap(({ of, line }) => {
    const times = timesOn(line, "authority");
    return times ? [{ authority: of.authority ?? "", times }] : [];
  });
  return authorities.sort((one, other) => other.times.p95 - one.times.p95)[0];
};

export const merged = (figures: readonly Figure[]): Line => groupFigures(figures, [])[0]?.line ?? new Line();

export const timesOn = (line: Line, clock: SpeedClock): Times | undefined => {
  const sketch = line.on(clock);
  const percentiles = sketch.percentiles([50, 95, 99]);
  if (!percentiles) return undefined;
  const [p50, p95, p99] = percentiles;
  return { count: sketch.count, mean: sketch.meanMilliseconds, p50, p95, p99 };
};

const clockTimes = (line: Line): Readonly<Record<SpeedClock, Times>> | undefined => {
  if (line.settled === 0) return undefined;
  return Object.fromEntries(clockNames.map((clock) => [clock, timesOn(line, clock)])) as Record<SpeedClock, Times>;
};

const shareOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/** A row for each group and clock: what tables, CSV and the API show of a grouping. */
export interface GroupRow extends Times {
  readonly of: Readonly<Partial<Record<Dimension, string>>>;
  readonly clock: SpeedClock;
}

/**
 * The clocks by any grouping. Whole cases and steps are never mixed: without `step` among the dimensions the rows are
 * about whole cases, unless they are grouped by authority, which only steps have.
 */
export const rowsOf = (figures: readonly Figure[], by: readonly Dimension[]): GroupRow[] => {
  const isOfSteps = by.includes("step") || by.includes("authority");
  const kind = figures.filter(({ of }) => (of.step !== wholeCase) === isOfSteps);
  return groupFigures(kind, by).flatMap(({ of, line }) =>
    clockNames.flatMap((clock) => {
      const times = timesOn(line, clock);
      return times ? [{ of, clock, ...times }] : [];
    }),
  );
};
