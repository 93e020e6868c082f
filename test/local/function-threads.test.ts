import { afterEach, beforeEach, expect, test } from "vitest";
import { environmentOf, lambdaEnvironment } from "../../infra/local/environment.ts";
import type { InvocationContext } from "../../infra/local/lambda/context.ts";
import { type FunctionHost, type FunctionRunner, hostFunctions } from "../../infra/local/lambda/function-host.ts";
import { runInThreads } from "../../infra/local/lambda/function-threads.ts";

let lines: string[];
let runner: FunctionRunner;
let host: FunctionHost;
beforeEach(() => {
  lines = [];
  const log = (source: string, line: string) => lines.push(`${source}: ${line}`);
  runner = runInThreads({
    moduleOf: (name) =>
      new URL(name === "catalogue" ? "./support/nothing-here.ts" : "./support/thread-function.ts", import.meta.url),
    environmentOf: (name) => ({ OWN: name }),
    log,
  });
  host = hostFunctions(runner, log);
});
afterEach(() => host.close());

const invoke = async (order: unknown, name: Parameters<FunctionHost["invoke"]>[0] = "case-reading") => {
  const invocation = await host.invoke(name, order);
  return invocation.kind === "answered" ? JSON.parse(invocation.payload) : invocation;
};

test("a function sees its own environment and nothing of this machine's", async () => {
  process.env.ONE_WINDOW_TEST = "of this machine";
  expect(await invoke({ do: "environment" })).toEqual({ OWN: "case-reading" });
  expect(await invoke({ do: "environment" }, "case-changing")).toEqual({ OWN: "case-changing" });
  delete process.env.ONE_WINDOW_TEST;
});

test("a function keeps what it holds between events, and shares none of it with another", async () => {
  expect(await invoke({ do: "count" })).toBe(1);
  expect(await invoke({ do: "count" })).toBe(2);
  expect(await invoke({ do: "count" }, "case-changing")).toBe(1);
});

test("what a function throws is a failure that names it", async () => {
  expect(await invoke({ do: "throw" })).toEqual({
    kind: "failed",
    errorType: "TypeError",
    errorMessage: "as ordered",
  });
});

test("a function that crashes fails its event, and the next one finds it alive", async () => {
  expect(await invoke({ do: "crash" })).toMatchObject({ kind: "failed", errorType: "Runtime.ExitError" });
  expect(await invoke({ do: "count" })).toBe(1);
});

test("a module that cannot be loaded fails each event", async () => {
  const failed = { kind: "failed", errorMessage: expect.stringContaining("nothing-here") };
  expect(await invoke({}, "catalogue")).toMatchObject(failed);
  expect(await invoke({}, "catalogue")).toMatchObject(failed);
});

test("a function that blocks its thread is given up, and the next event gets a new one", async () => {
  const context: InvocationContext = {
    requestId: "1",
    functionName: "case-reading",
    memoryMegabytes: 512,
    deadline: Date.now(),
  };
  const blocked = expect(runner.run("case-reading", '{"do":"block"}', context)).rejects.toThrow("thread ended");
  runner.abandon?.("case-reading");
  expect(await invoke({ do: "count" })).toBe(1);
  await blocked;
});

test("what a function says reaches the log under its name", async () => {
  await invoke({ do: "say", text: "a line" });
  await expect.poll(() => lines).toContain("case-reading: a line");
});

test("an event over 6 MB is not taken", async () => {
  expect(await invoke({ text: "x".repeat(6 * 1024 * 1024) })).toEqual({ kind: "too-large" });
});

const whereabouts = {
  publicUrl: "http://127.0.0.1:1",
  dynamodbEndpoint: "http://127.0.0.1:2",
  eventsEndpoint: "http://127.0.0.1:3",
  authorityUrls: {} as never,
  walletAccess: {},
  signingKey: "-----BEGIN PRIVATE KEY-----",
  secret: "s".repeat(43),
};

test.each([
  ["catalogue", ["LOCALITY"]],
  ["case-reading", ["LOCALITY", "TABLE_NAME", "DYNAMODB_ENDPOINT", "BUREAU_SECRET"]],
  [
    "case-changing",
    ["LOCALITY", "TABLE_NAME", "DYNAMODB_ENDPOINT", "BUREAU_SECRET", "AUTHORITY_URLS", "PUBLIC_URL", "PACE"],
  ],
  ["on-case-change", ["LOCALITY", "EVENT_BUS_NAME", "EVENTS_ENDPOINT"]],
] as const)("%s is told what its description calls for", (name, expected) => {
  expect(Object.keys(environmentOf(name, whereabouts)).sort()).toEqual([...expected].sort());
  expect(lambdaEnvironment(name)).toMatchObject({ AWS_LAMBDA_FUNCTION_NAME: name, AWS_REGION: "cn-north-1" });
});
