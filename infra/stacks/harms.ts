import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import { metricNames, metricSpace } from "../../functions/stream/metrics.ts";
import { type RouteName, routes } from "../../shared/api/routes.ts";
import type { Harm } from "../constructs/alarms.ts";
import type { WindowApi } from "../constructs/window-api.ts";
import { harmed, whoIsHurt, whoWaits } from "./who-is-hurt.ts";

export interface Watched {
  /** Whose own metrics are watched. */
  readonly office: string;
  readonly api: WindowApi;
  readonly functions: Readonly<Record<FunctionName, IFunction>>;
  readonly table: Table;
  readonly deadLetters: Queue;
}

const period = Duration.minutes(5);

/** Everything that wakes somebody. */
export const harmsOf = (watched: Watched): Readonly<Record<string, Harm>> => ({
  ...harmsOfService(watched),
  ...Object.fromEntries(
    (Object.keys(functions) as FunctionName[]).flatMap((name) => Object.entries(harmsOfFunction(name, watched))),
  ),
});

/** What is seen in the figures of the whole. */
const harmsOfService = (watched: Watched): Readonly<Record<string, Harm>> => ({
  Slow: {
    hurts: harmed.spinning,
    when: watched.api.stage.metricLatency({ statistic: "p95", period }),
    is: "at least",
    limit: 3000,
    periods: 3,
  },
  PromisesBroken: {
    hurts: harmed.promisesBroken,
    when: counted(watched.office, metricNames.promisesBroken, Duration.minutes(15)),
    is: "at least",
    limit: 1,
  },
  NothingDone: {
    hurts: harmed.nothingDone,
    when: counted(watched.office, metricNames.stepsSettled, Duration.hours(24)),
    is: "below",
    limit: 1,
    silenceHurts: true,
  },
  TableRefuses: { hurts: harmed.refusedByTable, when: refusals(watched.table), is: "at least", limit: 1, periods: 2 },
  UnusualReads: {
    hurts: harmed.unusualReads,
    when: counted(watched.office, metricNames.unusualReads, period),
    is: "at least",
    limit: 1,
  },
  MoneyDiffers: {
    hurts: harmed.moneyDiffers,
    when: counted(watched.office, metricNames.differencesFound, Duration.hours(2)),
    is: "at least",
    limit: 1,
  },
  RefundsFail: {
    hurts: harmed.refundsFail,
    when: counted(watched.office, metricNames.refundsFailed, Duration.minutes(15)),
    is: "at least",
    limit: 1,
  },
  NoticesForged: {
    hurts: harmed.noticesForged,
    when: counted(watched.office, metricNames.noticesRefused, Duration.minutes(15)),
    is: "at least",
    limit: 20,
  },
  NoticesLost: {
    hurts: harmed.lostNotices,
    when: watched.deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period }),
    is: "at least",
    limit: 1,
  },
});

/** What is seen in what one function does, or in that it does nothing. */
const harmsOfFunction = (name: FunctionName, watched: Watched): Readonly<Record<string, Harm>> => {
  const { trigger }: FunctionDescription = functions[name];
  const fn = watched.functions[name];
  const hurts = whoIsHurt[name];
  if (trigger.kind === "http") {
    return Object.fromEntries(
      alarmsOfRoutes(name, trigger.routes).map(([alarm, routes]) => [
        alarm,
        { hurts, when: brokenAnswers(watched.api, routes), is: "at least", limit: 3, periods: 2 } as const,
      ]),
    );
  }
  const harms: Record<string, Harm> = {
    [`${name}-fails`]: { hurts, when: fn.metricErrors({ period }), is: "at least", limit: 1, periods: 2 },
  };
  if (trigger.kind === "schedule") {
    const calls = fn.metricInvocations({ period: Duration.minutes(trigger.everyMinutes * 5) });
    harms[`${name}-is-silent`] = { hurts, when: calls, is: "below", limit: 1, silenceHurts: true };
  }
  if (trigger.kind === "stream") {
    const age = fn.metric("IteratorAge", { statistic: "Maximum", period });
    harms[`${name}-is-late`] = { hurts: whoWaits[name] ?? hurts, when: age, is: "at least", limit: 600_000 };
  }
  return harms;
};

/** An alarm takes ten figures at most: a function of more routes has a second one. */
const mostFigures = 10;

/** The alarms on broken answers of a function, each with the routes that it hears of. */
export const alarmsOfRoutes = (name: FunctionName, names: readonly RouteName[]) =>
  Array.from({ length: Math.ceil(names.length / mostFigures) }, (_, index) => {
    const routes = names.slice(index * mostFigures, (index + 1) * mostFigures);
    return [index === 0 ? `${name}-fails` : `${name}-fails-${index + 1}`, routes] as const;
  });

/** Answers of 500 and above on some routes. A function that answers 500 has not failed, so its own errors say nothing. */
const brokenAnswers = (api: WindowApi, names: readonly RouteName[]): IMetric =>
  total(
    "Broken answers",
    names.map(
      (name) =>
        new Metric({
          namespace: "AWS/ApiGateway",
          metricName: "5xx",
          statistic: "Sum",
          period,
          dimensionsMap: {
            ApiId: api.api.apiId,
            Stage: api.stage.stageName,
            Method: routes[name].method,
            Resource: routes[name].path,
          },
        }),
    ),
  );

/** What `count-speed` has counted, from its own lines. */
const counted = (office: string, metricName: string, over: Duration): IMetric =>
  new Metric({ namespace: metricSpace, metricName, statistic: "Sum", period: over, dimensionsMap: { Office: office } });

const refusals = (table: Table): IMetric =>
  total(
    "Refused calls",
    ["PutItem", "GetItem", "BatchGetItem", "Query"].map(
      (Operation) =>
        new Metric({
          namespace: "AWS/DynamoDB",
          metricName: "ThrottledRequests",
          statistic: "Sum",
          period,
          dimensionsMap: { TableName: table.tableName, Operation },
        }),
    ),
  );

/** The sum of what is counted. What was not counted at all is none: added as it stands, it would make the sum unknown. */
const total = (label: string, metrics: readonly IMetric[]): IMetric =>
  new MathExpression({
    label,
    period,
    expression: metrics.map((_, index) => `FILL(part${index}, 0)`).join(" + "),
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`part${index}`, metric])),
  });
