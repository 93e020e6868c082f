import type { CountedWrite } from "../../shared/speed/count-changes.ts";
import { wholeCase } from "../../shared/speed/line.ts";

/** One line of CloudWatch's embedded metric format. */
export type MetricLine = Readonly<Record<string, unknown>> & { readonly _aws: object };

/** Where the metrics lie; alarms and dashboards read them by these names. */
export const metricSpace = "OneWindow";
export const metricNames = {
  stepsSettled: "StepsSettled",
  casesOpened: "CasesOpened",
  casesCompleted: "CasesCompleted",
  promisesBroken: "PromisesBroken",
  /** An official's read that breaks a rule of the access log. */
  unusualReads: "UnusualReads",
  /** A line of a wallet's account and the ledger say different things; counted again each hour while they do. */
  differencesFound: "DifferencesFound",
  /** Money that should go back and cannot. */
  refundsFailed: "RefundsFailed",
  /** Notices that no wallet of ours has sent, or that do not fit what we asked for. */
  noticesRefused: "NoticesRefused",
  handling: "Handling",
} as const;

/** The format's limit of values for one metric in one line. */
const mostValues = 100;

/**
 * What the newly counted writes come to, one line for each package: counts, and how long each completed case was in
 * handling. Made only of what was counted for the first time, so that a repeated batch says nothing twice.
 */
export const metricsOf = (counted: readonly CountedWrite[]): MetricLine[] =>
  [...Map.groupBy(counted, ({ office, packageId }) => `${office} ${packageId}`).values()].map((writes) => {
    const [{ office = "", packageId = "" } = {}] = writes;
    const all = writes.flatMap(({ observations }) => observations);
    const ofCases = all.filter(({ key }) => key.step === wholeCase);
    const handling = ofCases.flatMap(({ times }) => (times?.handling === undefined ? [] : [times.handling]));
    const { stepsSettled, casesOpened, casesCompleted, promisesBroken } = metricNames;
    const values = {
      [stepsSettled]: all.filter(({ key, times }) => key.step !== wholeCase && times).length,
      [casesOpened]: ofCases.reduce((sum, { counters }) => sum + (counters?.opened ?? 0), 0),
      [casesCompleted]: handling.length,
      [promisesBroken]: all.reduce((sum, { counters }) => sum + (counters?.broken ?? 0), 0),
      ...(handling.length > 0 && { [metricNames.handling]: handling.slice(0, mostValues) }),
    };
    return {
      _aws: {
        Timestamp: Math.max(...writes.map(({ at }) => at)),
        CloudWatchMetrics: [
          {
            Namespace: metricSpace,
            Dimensions: [["Office"], ["Office", "Package"]],
            Metrics: Object.keys(values).map((Name) => ({
              Name,
              Unit: Name === metricNames.handling ? "Milliseconds" : "Count",
            })),
          },
        ],
      },
      Office: office,
      Package: packageId,
      ...values,
    };
  });
