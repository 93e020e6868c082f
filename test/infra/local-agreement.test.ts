import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FunctionName, functions, streamFeed } from "../../functions/functions.ts";
import { createTableInput } from "../../infra/local/dynamodb/create-table.ts";
import { deniedAction } from "../../infra/local/dynamodb/rights.ts";
import { environmentOf } from "../../infra/local/environment.ts";
import { createGateway } from "../../infra/local/gateway/gateway.ts";
import { closeServer, listen } from "../../infra/local/listen.ts";
import { startTimers } from "../../infra/local/timers.ts";
import { table } from "../../shared/cases/table.ts";
import { templateFacts } from "./facts.ts";
import { rightsOf } from "./rights.ts";
import { ofType, synthesize, theOnly } from "./synthesize.ts";

// What deploys against what runs here. The shared lists are not asked: two readers of a list can both misread it.
const synthesized = synthesize("trial");
const facts = templateFacts(synthesized);
const names = Object.keys(functions) as FunctionName[];

describe("the gateway", () => {
  const calls: { readonly function: string; readonly routeKey: string; readonly wasAuthorized: boolean }[] = [];
  let wasAuthorized = false;
  let gateway: Server;
  let url: string;

  beforeAll(async () => {
    gateway = createGateway({
      log: () => {},
      authorize: async () => {
        wasAuthorized = true;
        return { admitted: true, authorizer: { jwt: { claims: {}, scopes: null } } };
      },
      invoke: async (name, event) => {
        calls.push({ function: name, routeKey: (event as { readonly routeKey: string }).routeKey, wasAuthorized });
        return { kind: "answered", payload: "{}" };
      },
    });
    url = await listen(gateway, 0, "the API");
  });
  afterAll(() => closeServer(gateway));

  const call = async (method: string, path: string) => {
    calls.length = 0;
    wasAuthorized = false;
    const { status } = await fetch(`${url}${path}`, { method });
    return { status, call: calls[0] };
  };

  test.each(facts.routes.map((route) => [route.routeKey, route] as const))("%s", async (routeKey, route) => {
    const [method = "", path = ""] = routeKey.split(" ");
    const { call: called } = await call(method, path.replace(/\{(\w+)\}/g, "some-$1"));
    expect(called).toEqual({ routeKey, function: route.function, wasAuthorized: route.authorizer === "JWT" });
  });

  test.each([
    ["DELETE", "/v1/cases"],
    ["GET", "/v1/callbacks/some-case/some-step"],
    ["GET", "/v1"],
    ["GET", "/v1/cases/some-case/steps"],
  ])("%s %s is no route here, as it is none there", async (method, path) => {
    const { status, call: called } = await call(method, path);
    expect([status, called]).toEqual([404, undefined]);
  });
});

test("the table's keys, indexes and projections", () => {
  const keyOf = (schema: readonly { readonly AttributeName: string; readonly KeyType: string }[]) => ({
    partitionKey: schema.find(({ KeyType }) => KeyType === "HASH")?.AttributeName,
    sortKey: schema.find(({ KeyType }) => KeyType === "RANGE")?.AttributeName,
  });
  const local = createTableInput("any");
  expect(keyOf(local.KeySchema)).toEqual(facts.table.key);
  expect(
    Object.fromEntries(
      local.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        { ...keyOf(KeySchema), projection: Projection.ProjectionType },
      ]),
    ),
  ).toEqual(facts.table.indexes);
  const attributes = ({ AttributeName, AttributeType }: { AttributeName: string; AttributeType: string }) =>
    `${AttributeName} ${AttributeType}`;
  const deployed = theOnly(synthesized.dataTemplate, "AWS::DynamoDB::Table").Properties.AttributeDefinitions;
  expect(local.AttributeDefinitions.map(attributes).sort()).toEqual(deployed.map(attributes).sort());
});

describe("the environment", () => {
  const whereabouts = {
    publicUrl: "http://127.0.0.1:1",
    dynamodbEndpoint: "http://127.0.0.1:2",
    eventsEndpoint: "http://127.0.0.1:3",
    authorityUrls: {} as Parameters<typeof environmentOf>[1]["authorityUrls"],
    walletAccess: {},
    signingKey: "-----BEGIN PRIVATE KEY-----",
    secret: "not a secret, but long enough to be one",
  };
  // What only a laptop needs, and what stands there for the secret's name. The trial serves its clients under no domain.
  const onlyHere = ["DYNAMODB_ENDPOINT", "EVENTS_ENDPOINT", "PACE", "CLIENTS_URL"];
  const secretNames: Readonly<Record<string, string>> = {
    BUREAU_SECRET: "BUREAU_SECRET_ARN",
    WALLETS: "WALLETS_ARN",
    SIGNING_KEY: "SIGNING_KEY_ARN",
  };
  const nameThere = (name: string) => secretNames[name] ?? name;
  // Here the bureau's secret guards them.
  const onlyThere = ["PERSON_KEY_ARN"];

  test.each(names)("of %s", (name) => {
    const here = Object.keys(environmentOf(name, whereabouts)).filter((each) => !onlyHere.includes(each));
    expect(here.map(nameThere).sort()).toEqual(
      facts.functions[name].environment.filter((each) => !onlyThere.includes(each)),
    );
  });
});

test("what runs by the clock", async () => {
  const invoked = new Set<string>();
  const timers = startTimers({
    everyMilliseconds: 60_000,
    log: () => {},
    invoke: async (name) => {
      invoked.add(name);
      return { kind: "answered", payload: "null" };
    },
  });
  await timers.close();
  expect([...invoked].sort()).toEqual(facts.schedules.map((schedule) => schedule.function).sort());
});

test("what the stream brings, and how often it tries", () => {
  for (const { Properties: mapping } of ofType(synthesized.serviceTemplate, "AWS::Lambda::EventSourceMapping")) {
    const { eventName, dynamodb } = JSON.parse(mapping.FilterCriteria.Filters[0].Pattern);
    expect(eventName).toEqual(streamFeed.eventNames);
    expect(dynamodb.Keys).toEqual({ [table.sortKey]: { S: streamFeed.sortKeys } });
    expect(mapping).toMatchObject({
      BatchSize: streamFeed.batchSize,
      MaximumRetryAttempts: streamFeed.retryAttempts,
    });
  }
  expect(facts.streamConsumers).toEqual(["on-case-change", "count-speed"]);
});

describe("the table lets each function do what its role lets it do", () => {
  const onItems = ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan", "BatchGetItem", "BatchWriteItem"].map(
    (action) => ({ action, on: "Cases/Table.Arn", body: {} }),
  );
  const aboutFigures = [
    { action: "PutItem", body: { Item: { pk: { S: "SPEED#liuzhou#new-taxpayer" } } } },
    { action: "BatchGetItem", body: { RequestItems: { t: { Keys: [{ pk: { S: "SPEED#liuzhou#new-taxpayer" } }] } } } },
  ].map((call) => ({ ...call, on: "Cases/Table.Arn items SPEED#*" }));
  const aboutCertificates = ["CERTIFICATE#", "GUESS#"].flatMap((prefix) => [
    { action: "GetItem", on: `Cases/Table.Arn items ${prefix}*`, body: { Key: { pk: { S: `${prefix}1` } } } },
    { action: "PutItem", on: `Cases/Table.Arn items ${prefix}*`, body: { Item: { pk: { S: `${prefix}1` } } } },
  ]);
  const aboutPeopleKeys = [
    { action: "PutItem", body: { Item: { pk: { S: "KEY#1" } } } },
    { action: "BatchGetItem", body: { RequestItems: { t: { Keys: [{ pk: { S: "KEY#1" } }] } } } },
  ].map((call) => ({ ...call, on: "Cases/Table.Arn items KEY#*" }));
  const queries = Object.keys(facts.table.indexes).map((index) => ({
    action: "Query",
    on: `Cases/Table.Arn/index/${index}`,
    body: { IndexName: index },
  }));
  const calls = [
    ...onItems,
    ...aboutFigures,
    ...aboutCertificates,
    ...aboutPeopleKeys,
    ...queries,
    { action: "Query", on: "Cases/Table.Arn", body: {} },
  ];

  test.each(names.flatMap((name) => calls.map((call) => [name, call.action, call.on, call.body] as const)))(
    "%s: %s on %s",
    (name, action, on, body) => {
      const rights = rightsOf(name, synthesized);
      const mayThere = [on, on.replace(/ items .*$/, "")].some((what) =>
        rights.includes(`dynamodb:${action} on ${what}`),
      );
      const headers = {
        authorization: `AWS4-HMAC-SHA256 Credential=${name}/20300101/cn-north-1/dynamodb/aws4_request`,
        "x-amz-target": `DynamoDB_20120810.${action}`,
      };
      const mayHere = deniedAction(headers, Buffer.from(JSON.stringify(body))) === undefined;
      expect(mayHere).toBe(mayThere);
    },
  );
});
