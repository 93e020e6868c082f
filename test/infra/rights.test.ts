import { describe, expect, test } from "vitest";
import { type FunctionName, functions } from "../../functions/functions.ts";
import { rightsOf } from "./rights.ts";
import { synthesize } from "./synthesize.ts";

const china = synthesize("liuzhou");
const elsewhere = synthesize("trial");
const names = Object.keys(functions) as FunctionName[];

const log = (name: string) => [`logs:CreateLogStream on ${name}/Log.Arn`, `logs:PutLogEvents on ${name}/Log.Arn`];
const opensPeopleKeys = [
  "dynamodb:BatchGetItem on Cases/Table.Arn items KEY#*",
  "kms:Decrypt on PersonKey.Arn for its bureau",
];
const makesPeopleKeys = [
  "dynamodb:PutItem on Cases/Table.Arn items KEY#*",
  "kms:GenerateDataKey on PersonKey.Arn for its bureau",
];
const readsCases = [
  ...opensPeopleKeys,
  "dynamodb:GetItem on Cases/Table.Arn",
  "kms:Decrypt on TableKey.Arn",
  "kms:DescribeKey on TableKey.Arn",
];
const readsFigures = [
  "dynamodb:BatchGetItem on Cases/Table.Arn items SPEED#*",
  "kms:Decrypt on TableKey.Arn",
  "kms:DescribeKey on TableKey.Arn",
];
const readsCertificates = [
  ...opensPeopleKeys,
  "dynamodb:GetItem on Cases/Table.Arn items CERTIFICATE#*",
  "kms:Decrypt on TableKey.Arn",
  "kms:DescribeKey on TableKey.Arn",
];
const writesWithKey = [
  "kms:Encrypt on TableKey.Arn",
  "kms:GenerateDataKey on TableKey.Arn",
  "kms:GenerateDataKeyWithoutPlaintext on TableKey.Arn",
  "kms:ReEncryptFrom on TableKey.Arn",
  "kms:ReEncryptTo on TableKey.Arn",
];
const writesCases = ["dynamodb:PutItem on Cases/Table.Arn", ...writesWithKey, ...makesPeopleKeys];
const hearsStream = [
  "dynamodb:DescribeStream on Cases/Table.StreamArn",
  "dynamodb:GetRecords on Cases/Table.StreamArn",
  "dynamodb:GetShardIterator on Cases/Table.StreamArn",
  "dynamodb:ListStreams on *",
  "kms:Decrypt on Key.Arn",
  "kms:Decrypt on TableKey.Arn",
  "kms:GenerateDataKey on Key.Arn",
  "sqs:SendMessage on DeadLetters.Arn",
];
const readsSecret = ["kms:Decrypt on SecretKey.Arn", "secretsmanager:GetSecretValue on Secret"];

const reachesWallets = ["kms:Decrypt on SecretKey.Arn", "secretsmanager:GetSecretValue on Wallets"];

// By hand, not from functions.ts: a right that is added there must be wanted here, too.
const everyRight: Readonly<Record<FunctionName, readonly string[]>> = {
  catalogue: log("catalogue"),
  "case-reading": [
    ...log("case-reading"),
    ...readsCases,
    ...writesWithKey,
    "dynamodb:PutItem on Cases/Table.Arn items ACCESS#*",
    ...readsSecret,
    "dynamodb:Query on Cases/Table.Arn/index/by-due",
    "dynamodb:Query on Cases/Table.Arn/index/by-person",
    "dynamodb:Query on Cases/Table.Arn/index/by-queue",
  ],
  "case-changing": [...log("case-changing"), ...readsCases, ...writesCases, ...readsSecret],
  "access-log": [
    ...log("access-log"),
    ...readsCases,
    ...writesWithKey,
    "dynamodb:PutItem on Cases/Table.Arn items ACCESS#*",
    ...readsSecret,
  ],
  authorisations: [...log("authorisations"), ...readsCases, ...writesCases, ...readsSecret],
  "case-sharing": [...log("case-sharing"), ...readsCases, ...writesCases, ...readsSecret],
  certificates: [
    ...log("certificates"),
    ...readsCertificates,
    ...writesWithKey,
    "dynamodb:GetItem on Cases/Table.Arn items GUESS#*",
    "dynamodb:PutItem on Cases/Table.Arn items GUESS#*",
    ...readsSecret,
  ],
  documents: [
    ...log("documents"),
    ...readsCases,
    ...writesWithKey,
    "dynamodb:PutItem on Cases/Table.Arn items ACCESS#*",
    ...readsSecret,
  ],
  "issue-certificates": [
    ...log("issue-certificates"),
    ...readsCases,
    ...writesWithKey,
    ...makesPeopleKeys,
    "dynamodb:PutItem on Cases/Table.Arn items CERTIFICATE#*",
    "kms:Decrypt on Key.Arn",
    "kms:GenerateDataKey on Key.Arn",
    "kms:GetPublicKey on SigningKey.Arn",
    "kms:Sign on SigningKey.Arn",
    ...readsSecret,
    "sqs:SendMessage on DeadLetters.Arn",
  ],
  "on-case-change": [...log("on-case-change"), ...hearsStream, "events:PutEvents on Events.Arn"],
  "count-speed": [
    ...log("count-speed"),
    ...hearsStream,
    ...readsFigures,
    ...writesWithKey,
    "dynamodb:PutItem on Cases/Table.Arn items SPEED#*",
  ],
  "expected-time": [...log("expected-time"), ...readsFigures],
  "speed-reading": [...log("speed-reading"), ...readsFigures, ...readsSecret],
  "bill-reading": [
    ...log("bill-reading"),
    ...readsCases,
    ...writesWithKey,
    "dynamodb:PutItem on Cases/Table.Arn items ACCESS#*",
    ...readsSecret,
  ],
  "bill-paying": [...log("bill-paying"), ...readsCases, ...writesCases, ...readsSecret, ...reachesWallets],
  "wallet-notices": [...log("wallet-notices"), ...readsCases, ...writesCases, ...readsSecret, ...reachesWallets],
  reconciliation: [
    ...log("reconciliation"),
    ...readsCases,
    ...writesCases,
    ...readsSecret,
    ...reachesWallets,
    "dynamodb:Query on Cases/Table.Arn/index/by-queue",
  ],
  "reconcile-payments": [
    ...log("reconcile-payments"),
    ...readsCases,
    ...writesCases,
    ...readsSecret,
    ...reachesWallets,
    "dynamodb:Query on Cases/Table.Arn/index/by-due",
    "dynamodb:Query on Cases/Table.Arn/index/by-queue",
  ],
  "advance-due-cases": [
    ...log("advance-due-cases"),
    ...readsCases,
    ...writesCases,
    ...readsSecret,
    "dynamodb:Query on Cases/Table.Arn/index/by-due",
  ],
};

const traces = ["xray:PutTelemetryRecords on *", "xray:PutTraceSegments on *"];

test.each(names)("%s may do this and no more", (name) => {
  expect(rightsOf(name, china)).toEqual([...everyRight[name]].sort());
});

test.each(names)("%s may send traces, too, where Lambda has them", (name) => {
  expect(rightsOf(name, elsewhere)).toEqual([...everyRight[name], ...traces].sort());
});

describe("single facts", () => {
  const rightsTo = (name: FunctionName, what: RegExp) => rightsOf(name, china).filter((right) => what.test(right));
  const changes = /^dynamodb:(?!GetItem|BatchGetItem|Query|DescribeStream|GetRecords|GetShardIterator|ListStreams)/;

  test.each(["case-reading", "bill-reading", "access-log"] as const)(
    "%s writes who reads, and nothing else",
    (name) => {
      expect(rightsTo(name, changes)).toEqual(["dynamodb:PutItem on Cases/Table.Arn items ACCESS#*"]);
    },
  );

  test("certificates, which anybody may ask, reaches no case and signs nothing", () => {
    expect(rightsTo("certificates", /^dynamodb:.* on Cases\/Table\.Arn$|^kms:(Sign|GetPublicKey)/)).toEqual([]);
  });

  test("only issue-certificates signs, and it changes no case", () => {
    expect(names.filter((name) => rightsTo(name, /^kms:Sign/).length > 0)).toEqual(["issue-certificates"]);
    expect(rightsTo("issue-certificates", changes)).toEqual([
      "dynamodb:PutItem on Cases/Table.Arn items CERTIFICATE#*",
      "dynamodb:PutItem on Cases/Table.Arn items KEY#*",
    ]);
  });

  test("catalogue, which anybody may call, touches no case, no secret, no key and no event", () => {
    expect(rightsTo("catalogue", /^(?!logs:)/)).toEqual([]);
  });

  test("on-case-change reads what changed, not the cases", () => {
    expect(rightsTo("on-case-change", /Cases\/Table\.Arn/)).toEqual([]);
  });

  test("on-case-change cannot recognise a person", () => {
    expect(rightsTo("on-case-change", /Secret/)).toEqual([]);
  });

  test.each(["count-speed", "expected-time", "speed-reading"] as const)("%s reaches figures and no case", (name) => {
    const reached = rightsTo(name, /^dynamodb:.* on Cases\/Table\.Arn/);
    expect(reached.filter((right) => !right.endsWith(" items SPEED#*"))).toEqual([]);
    expect(reached).toContain("dynamodb:BatchGetItem on Cases/Table.Arn items SPEED#*");
  });

  test("expected-time, which anybody may call, cannot recognise a person", () => {
    expect(rightsTo("expected-time", /Secret/)).toEqual([]);
  });

  test("only on-case-change tells other bodies", () => {
    expect(names.filter((name) => rightsTo(name, /^events:/).length > 0)).toEqual(["on-case-change"]);
  });

  test("only the sweeps of cases and of money, and whoever shows which authorities are silent, ask what is due", () => {
    expect(names.filter((name) => rightsTo(name, /by-due/).length > 0)).toEqual([
      "case-reading",
      "reconcile-payments",
      "advance-due-cases",
    ]);
  });

  test.each(names)("%s may not scan or delete, and no right is a wildcard of actions", (name) => {
    expect(
      rightsTo(name, /^dynamodb:(Scan|Delete|BatchWrite|BatchGetItem (?!.* items (?:SPEED|KEY)#\*$)|PartiQL)|^[^ ]*\*/),
    ).toEqual([]);
  });
});
