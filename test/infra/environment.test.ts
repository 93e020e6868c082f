import { expect, test } from "vitest";
import type * as z from "zod";
import { type FunctionDescription, type FunctionName, functions, peopleKeysOf } from "../../functions/functions.ts";
import {
  AuthoritiesEnvironment,
  BusEnvironment,
  CommonEnvironment,
  PersonKeysEnvironment,
  SecretEnvironment,
  TableEnvironment,
  WalletsEnvironment,
} from "../../functions/wiring/environment.ts";
import type { DeployedEnvironment } from "../../infra/constructs/bureau-function.ts";
import { functionOf } from "./facts.ts";
import { meaning, synthesize } from "./synthesize.ts";

const synthesized = synthesize("trial");

// What AWS puts in place of what the templates refer to.
const atDeployment: Readonly<Record<string, string>> = {
  "Cases/Table": "cases-table",
  "PersonKey.Arn": "arn:aws:kms:ap-southeast-1:123456789012:key/people",
  Secret: "arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:bureau",
  "Api/Api.ApiEndpoint": "https://abc.execute-api.ap-southeast-1.amazonaws.com",
  Wallets: "arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:wallets",
  Events: "one-window-trial",
};

const schemasOf = (description: FunctionDescription): readonly z.ZodType[] => [
  CommonEnvironment,
  ...(description.table === "none" ? [] : [TableEnvironment]),
  ...(description.readsSecret ? [SecretEnvironment] : []),
  ...(peopleKeysOf(description) === "none" ? [] : [PersonKeysEnvironment]),
  ...(description.callsAuthorities ? [AuthoritiesEnvironment] : []),
  ...(description.reachesWallets ? [WalletsEnvironment] : []),
  ...(description.publishesEvents ? [BusEnvironment] : []),
];

test.each(Object.keys(functions) as FunctionName[])("%s can read what it is told", (name) => {
  const told = Object.entries(functionOf(name, synthesized).Environment.Variables).map(([key, value]) => {
    const said = meaning(value, synthesized);
    return [key, atDeployment[said] ?? said] as const;
  });
  for (const schema of schemasOf(functions[name])) {
    expect(schema.safeParse(Object.fromEntries(told)).error).toBeUndefined();
  }
});

test("a name that no function reads does not compile", () => {
  // @ts-expect-error: it is TABLE_NAME
  const misspelt: DeployedEnvironment = { TABEL_NAME: "cases" };
  // @ts-expect-error: the secret itself stands in no environment on AWS
  const secret: DeployedEnvironment = { BUREAU_SECRET: "x".repeat(32) };
  expect([misspelt, secret]).toHaveLength(2);
});
