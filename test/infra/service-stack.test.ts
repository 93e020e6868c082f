import { describe, expect, test } from "vitest";
import { type FunctionName, functions } from "../../functions/functions.ts";
import { needsToken, routeKey, routes } from "../../shared/api/routes.ts";
import { functionOf } from "./facts.ts";
import { meaning, ofType, synthesize, theOnly } from "./synthesize.ts";

const china = synthesize("liuzhou");
const elsewhere = synthesize("trial");
const names = Object.keys(functions) as FunctionName[];

describe("the API", () => {
  const stage = theOnly(china.serviceTemplate, "AWS::ApiGatewayV2::Stage").Properties;

  test("the access log names the route and never a path, an address, an agent or a claim", () => {
    const said: string[] = Object.values(JSON.parse(stage.AccessLogSettings.Format));
    expect(said).toContain("$context.routeKey");
    expect(said.filter((one) => /identity|claims|path|authorizer\.(?!error)|domain/i.test(one))).toEqual([]);
  });

  test("every route is limited, and those without a token more than the others", () => {
    expect(stage.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 });
    const open = Object.values(routes).filter((route) => !needsToken(route));
    expect(Object.keys(stage.RouteSettings).sort()).toEqual(open.map(routeKey).sort());
    for (const route of open) {
      // Codes of certificates are looked up one by one, and never many at once.
      const rate = route.path.startsWith("/v1/certificates/") ? 20 : 50;
      const settings = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: 2 * rate, DetailedMetricsEnabled: true };
      expect(stage.RouteSettings[routeKey(route)]).toEqual(settings);
    }
  });

  test("a bureau's own domain is the only way in, and late answers come back by it", () => {
    expect(theOnly(china.serviceTemplate, "AWS::ApiGatewayV2::Api").Properties.DisableExecuteApiEndpoint).toBe(true);
    expect(functionOf("case-changing", china).Environment.Variables.PUBLIC_URL).toBe(
      "https://one-window.liuzhou.example",
    );
  });

  test("without a domain it is reached at its own address, and so are late answers", () => {
    const { PUBLIC_URL } = functionOf("case-changing", elsewhere).Environment.Variables;
    expect(meaning(PUBLIC_URL, elsewhere)).toBe("Api/Api.ApiEndpoint");
  });
});

describe("the functions", () => {
  test.each(names)("%s writes to a closed log of its own", (name) => {
    expect(meaning(functionOf(name, china).LoggingConfig.LogGroup, china)).toBe(`${name}/Log`);
  });

  test("every log is closed, ends after a year, and stays when its stack goes", () => {
    const logs = ofType(china.serviceTemplate, "AWS::Logs::LogGroup");
    expect(logs).toHaveLength(names.length + 1);
    for (const { Properties, DeletionPolicy } of logs) {
      expect(meaning(Properties.KmsKeyId, china)).toBe("Key.Arn");
      expect(Properties.RetentionInDays).toBe(365);
      expect(DeletionPolicy).toBe("Retain");
    }
  });

  test("what anybody may call, and what runs by the clock, cannot take the room of the rest", () => {
    const reserved = names.map((name) => [name, functionOf(name, china).ReservedConcurrentExecutions]);
    expect(Object.fromEntries(reserved.filter(([, count]) => count !== undefined))).toEqual({
      catalogue: 50,
      "expected-time": 20,
      "wallet-notices": 50,
      certificates: 20,
      "issue-certificates": 50,
      "reconcile-payments": 2,
      "advance-due-cases": 2,
    });
  });
});

const consumers = [
  ["on-case-change", undefined],
  ["count-speed", 60],
] as const;

describe("certificates", () => {
  const rules = ofType(china.serviceTemplate, "AWS::Events::Rule").filter(({ Properties }) => Properties.EventPattern);
  const [live] = ofType(china.serviceTemplate, "AWS::Lambda::Function").filter(({ Metadata }) =>
    Metadata["aws:cdk:path"].endsWith("/issue-certificates/Function/Resource"),
  );

  test("are made when the bus tells of a step or of money, and of nothing else", () => {
    expect(rules.map(({ Properties }) => Properties.EventPattern)).toEqual([
      {
        source: ["one-window.cases"],
        "detail-type": [
          "step-completed.v1",
          "step-refused.v1",
          "decision-taken-over.v1",
          "bill-paid.v1",
          "refund-requested.v1",
        ],
      },
    ]);
  });

  test("an event that cannot be taken goes where people look", () => {
    expect(meaning(live?.Properties.DeadLetterConfig.TargetArn, china)).toBe("DeadLetters.Arn");
    const before = (live?.DependsOn ?? []).map((id) => meaning({ Ref: id }, china));
    expect(before).toContain("issue-certificates/SendDeadLetters");
  });

  test("an event that the bus cannot hand over goes there, too, and the bus may put it there under the key that closes it", () => {
    const [target] = rules[0]?.Properties.Targets ?? [];
    expect(meaning(target.DeadLetterConfig.Arn, china)).toBe("DeadLetters.Arn");
    const policies = ofType(china.serviceTemplate, "AWS::SQS::QueuePolicy").flatMap(
      ({ Properties }) => Properties.PolicyDocument.Statement,
    );
    const ofTheBus = { Effect: "Allow", Principal: { Service: "events.amazonaws.com" } };
    expect(policies).toContainEqual(expect.objectContaining({ ...ofTheBus, Action: "sqs:SendMessage" }));
    const keys = ofType(china.serviceTemplate, "AWS::KMS::Key").flatMap(
      ({ Properties }) => Properties.KeyPolicy.Statement,
    );
    const mayClose = { ...ofTheBus, Action: ["kms:Decrypt", "kms:GenerateDataKey"] };
    expect(keys).toContainEqual(expect.objectContaining(mayClose));
  });
});

describe.each(consumers)("the stream to %s", (consumer, windowSeconds) => {
  const path = `/${consumer}/Stream/Mapping/Resource`;
  const [mapping] = ofType(china.serviceTemplate, "AWS::Lambda::EventSourceMapping").filter(({ Metadata }) =>
    Metadata["aws:cdk:path"].endsWith(path),
  );
  if (mapping === undefined) throw new Error(`nothing feeds ${consumer}`);

  test("one bad record neither stops the others nor is lost", () => {
    expect(mapping.Properties).toMatchObject({
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 30,
      MaximumRecordAgeInSeconds: 6 * 60 * 60,
      StartingPosition: "TRIM_HORIZON",
    });
    expect(mapping.Properties.MaximumBatchingWindowInSeconds).toBe(windowSeconds);
    expect(meaning(mapping.Properties.DestinationConfig.OnFailure.Destination, china)).toBe("DeadLetters.Arn");
  });

  test("only changes of cases are passed on", () => {
    const [{ Pattern }] = mapping.Properties.FilterCriteria.Filters;
    expect(JSON.parse(Pattern)).toEqual({
      eventName: ["INSERT", "MODIFY"],
      dynamodb: { Keys: { sk: { S: ["CASE", "BILL"] } } },
    });
  });

  test("it is made after the rights that Lambda tries when it is made", () => {
    const names = mapping.DependsOn.map((id) => meaning({ Ref: id }, china));
    expect(names.sort()).toEqual(
      ["ListStreams", "ReadStream", "SendDeadLetters"].map((right) => `${consumer}/${right}`),
    );
  });

  test("dead letters are closed and wait for two weeks", () => {
    const queue = theOnly(china.serviceTemplate, "AWS::SQS::Queue").Properties;
    expect(meaning(queue.KmsMasterKeyId, china)).toBe("Key.Arn");
    expect(queue.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
  });
});
