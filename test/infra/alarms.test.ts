import { describe, expect, test } from "vitest";
import { type FunctionDescription, functions } from "../../functions/functions.ts";
import { routes } from "../../shared/api/routes.ts";
import { meaning, ofType, synthesize, theOnly } from "./synthesize.ts";

const synthesized = synthesize("liuzhou");
const alarms = ofType(synthesized.serviceTemplate, "AWS::CloudWatch::Alarm");

const alarm = (name: string) => {
  const found = alarms.find(({ Metadata }) => Metadata["aws:cdk:path"].endsWith(`/Alarms/${name}/Resource`));
  if (found === undefined) throw new Error(`No alarm ${name}`);
  return found.Properties;
};

test("every alarm says whom it hurts, in both languages, and reaches somebody when it starts and when it ends", () => {
  expect(alarms).not.toHaveLength(0);
  for (const { Properties } of alarms) {
    expect(Properties.AlarmDescription).toMatch(/^[一-鿿，。、]+ \/ [A-Z][^一-鿿]+\.$/);
    expect(meaning(Properties.AlarmActions[0], synthesized)).toBe("Alarms/Topic");
    expect(meaning(Properties.OKActions[0], synthesized)).toBe("Alarms/Topic");
  }
});

interface RouteMetric {
  readonly MetricStat?: {
    readonly Metric: { readonly Namespace: string; readonly Dimensions: readonly { Name: string; Value: unknown }[] };
  };
}

/** The routes whose broken answers an alarm counts. */
const routesOf = (metrics: readonly RouteMetric[] = []): readonly string[] =>
  metrics.flatMap(({ MetricStat }) => {
    if (MetricStat?.Metric.Namespace !== "AWS/ApiGateway") return [];
    const named = (name: string) => MetricStat.Metric.Dimensions.find(({ Name }) => Name === name)?.Value;
    return [`${named("Method")} ${named("Resource")}`];
  });

test("who cannot open a case is seen by the broken answers to opening one", () => {
  const { AlarmDescription, Metrics } = alarm("case-changing-fails");
  expect(AlarmDescription).toContain("Newcomers cannot open a case");
  expect(routesOf(Metrics)).toContain("POST /v1/cases");
});

test("broken answers of every route wake somebody", () => {
  const watched = alarms.flatMap(({ Properties }) => routesOf(Properties.Metrics));
  expect(watched.sort()).toEqual(
    Object.values(routes)
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
});

test.each(["case-changing-fails", "TableRefuses"])(
  "%s: a part that counted nothing does not hide the others",
  (name) => {
    const [sum, ...parts]: { readonly Id: string; readonly Expression?: string }[] = alarm(name).Metrics;
    expect(parts.length).toBeGreaterThan(1);
    for (const { Id } of parts) expect(sum?.Expression).toContain(`FILL(${Id}, 0)`);
  },
);

describe("what has nobody who would complain", () => {
  test("a sweep that does not come is an alarm, not a quiet night", () => {
    expect(alarm("advance-due-cases-is-silent")).toMatchObject({
      MetricName: "Invocations",
      ComparisonOperator: "LessThanThreshold",
      Threshold: 1,
      Period: 300,
      TreatMissingData: "breaching",
    });
  });

  test("a stream that lags behind is an alarm after ten minutes", () => {
    expect(alarm("on-case-change-is-late")).toMatchObject({ MetricName: "IteratorAge", Threshold: 600_000 });
    expect(alarm("on-case-change-is-late").AlarmDescription).toContain("Other bodies hear of results");
    expect(alarm("count-speed-is-late").AlarmDescription).toContain("Nobody's case is touched");
  });

  test("one dead letter is enough", () => {
    const { Threshold, Dimensions, ComparisonOperator } = alarm("NoticesLost");
    expect([ComparisonOperator, Threshold]).toEqual(["GreaterThanOrEqualToThreshold", 1]);
    expect(meaning(Dimensions[0].Value, synthesized)).toBe("DeadLetters.QueueName");
  });

  test.each(Object.entries<FunctionDescription>(functions).filter(([, { trigger }]) => trigger.kind !== "http"))(
    "an error of %s is an alarm",
    (name) => {
      expect(alarm(`${name}-fails`)).toMatchObject({ MetricName: "Errors", Threshold: 1 });
    },
  );
});

test("CloudWatch may use the topic and its key, or no alarm would ever arrive", () => {
  const policy = theOnly(synthesized.serviceTemplate, "AWS::SNS::TopicPolicy").Properties.PolicyDocument.Statement;
  const key = theOnly(synthesized.serviceTemplate, "AWS::KMS::Key").Properties.KeyPolicy.Statement;
  const cloudWatch = { Effect: "Allow", Principal: { Service: "cloudwatch.amazonaws.com" } };
  expect(policy).toContainEqual(expect.objectContaining({ ...cloudWatch, Action: "sns:Publish" }));
  expect(key).toContainEqual(
    expect.objectContaining({ ...cloudWatch, Action: ["kms:Decrypt", "kms:GenerateDataKey*"] }),
  );
});

test("the dashboard shows every alarm first", () => {
  const { DashboardBody } = theOnly(synthesized.serviceTemplate, "AWS::CloudWatch::Dashboard").Properties;
  const body = JSON.stringify(DashboardBody);
  for (const { logicalId } of alarms) expect(body).toContain(`"${logicalId}","Arn"`);
});
