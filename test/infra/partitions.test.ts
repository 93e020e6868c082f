import { expect, test } from "vitest";
import { ofType, synthesize } from "./synthesize.ts";

const china = synthesize("liuzhou");
const elsewhere = synthesize("trial");
const templates = [china.dataTemplate, china.serviceTemplate];

test("in the China Regions no name is of another partition", () => {
  expect(china.text).toContain("arn:aws-cn:");
  expect(china.text).not.toMatch(/arn:aws:/);
});

test("elsewhere no name is of the China partition", () => {
  expect(elsewhere.text).toContain("arn:aws:");
  expect(elsewhere.text).not.toMatch(/aws-cn|amazonaws\.com\.cn/);
});

// Each was looked up in "Getting Started with Amazon Web Services in China": a kind that is new here must be, too.
test("only kinds of resources that the China Regions have are on the path", () => {
  const kinds = templates.flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type));
  expect([...new Set(kinds)].sort()).toEqual([
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::ApiMapping",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::ApiGatewayV2::DomainName",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
    "AWS::CloudWatch::Alarm",
    "AWS::CloudWatch::Dashboard",
    "AWS::DynamoDB::Table",
    "AWS::Events::EventBus",
    "AWS::Events::Rule",
    "AWS::IAM::Policy",
    "AWS::IAM::Role",
    "AWS::KMS::Key",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Function",
    "AWS::Lambda::Permission",
    "AWS::Logs::LogGroup",
    "AWS::SNS::Subscription",
    "AWS::SNS::Topic",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::Queue",
    "AWS::SQS::QueuePolicy",
    "AWS::SecretsManager::Secret",
  ]);
});

test("what Lambda lacks in the China Regions is not asked of it there: traces, tags and metrics of mappings", () => {
  for (const { Properties } of ofType(china.serviceTemplate, "AWS::Lambda::Function")) {
    expect(Properties.TracingConfig).toBeUndefined();
  }
  for (const { Properties } of ofType(china.serviceTemplate, "AWS::Lambda::EventSourceMapping")) {
    expect(Properties).not.toHaveProperty("Tags");
    expect(Properties).not.toHaveProperty("MetricsConfig");
  }
});

test("elsewhere every function is traced", () => {
  for (const { Properties } of ofType(elsewhere.serviceTemplate, "AWS::Lambda::Function")) {
    expect(Properties.TracingConfig).toEqual({ Mode: "Active" });
  }
});

test("logs are opened for the log service of the Region itself", () => {
  const principals = JSON.stringify(ofType(china.serviceTemplate, "AWS::KMS::Key"));
  expect(principals).toContain('"logs.cn-north-1."');
});
