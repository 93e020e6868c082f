import { Duration } from "aws-cdk-lib";
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IWidget,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { WindowApi } from "./window-api.ts";

export interface OverviewProps {
  readonly title: string;
  readonly alarms: readonly Alarm[];
  readonly api: WindowApi;
  readonly functions: Readonly<Record<string, IFunction>>;
  readonly table: Table;
  readonly deadLetters: Queue;
}

/** One page: who is hurt now, then what people see, then the parts behind it. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { title, alarms, api, functions, table, deadLetters }: OverviewProps) {
    super(scope, id);
    const { stage } = api;
    const each = Object.entries(functions);
    new Dashboard(this, "Dashboard", {
      defaultInterval: Duration.hours(3),
      widgets: [
        [new TextWidget({ markdown: `# ${title}`, width: 24, height: 1 })],
        [new AlarmStatusWidget({ title: "谁受影响 / Who is hurt", alarms: [...alarms], width: 24, height: 4 })],
        [
          graph(
            "请求 / Requests",
            [stage.metricCount({ label: "all" })],
            [stage.metricClientError(), stage.metricServerError()],
          ),
          graph("等待 / Waiting, ms", [
            stage.metricLatency({ statistic: "p50" }),
            stage.metricLatency({ statistic: "p95" }),
          ]),
          graph("接口之后 / Behind the gateway, ms", [stage.metricIntegrationLatency({ statistic: "p95" })]),
        ],
        [
          graph(
            "函数用时 / Function duration, p95 ms",
            each.map(([label, fn]) => fn.metricDuration({ label, statistic: "p95" })),
          ),
          graph(
            "函数出错 / Function errors",
            each.map(([label, fn]) => fn.metricErrors({ label })),
          ),
          graph(
            "函数受限 / Function throttles",
            each.map(([label, fn]) => fn.metricThrottles({ label })),
          ),
        ],
        [
          graph("写入量 / Write units", [table.metricConsumedWriteCapacityUnits()]),
          graph("读取量 / Read units", [table.metricConsumedReadCapacityUnits()]),
          graph("未送达 / Dead letters", [
            deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum" }),
          ]),
        ],
      ],
    });
  }
}

type Metrics = NonNullable<ConstructorParameters<typeof GraphWidget>[0]["left"]>;

const graph = (title: string, left: Metrics, right: Metrics = []): IWidget =>
  new GraphWidget({ title, left, right, width: 8, height: 6 });
