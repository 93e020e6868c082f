import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { EventBus } from "aws-cdk-lib/aws-events";
import { Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { type FunctionDescription, peopleKeysOf } from "../../functions/functions.ts";
import { table as shape } from "../../shared/cases/table.ts";
import { certificatePrefix, guessPrefix } from "../../shared/certificates/certificate-keys.ts";
import { accessPartitionPrefix } from "../../shared/people/access-log/chain-items.ts";
import { keyPartitionPrefix } from "../../shared/people/keys/key-store.ts";
import { figurePartitionPrefix } from "../../shared/speed/figure-store.ts";
import type { BureauFunction } from "./bureau-function.ts";

export const allow = (actions: readonly string[], ...resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] });

export interface Holdings {
  readonly table: Table;
  readonly tableKey: IKey;
  readonly secret: Secret;
  readonly secretKey: IKey;
  readonly wallets: Secret;
  readonly signingKey: IKey;
  readonly personKey: IKey;
  readonly bus: EventBus;
  /** Whose keys of people: the key service opens no other bureau's for it. */
  readonly bureau: string;
}

/** Gives a function what its description says that it uses: these actions on these things. */
export const giveRights = (
  bureauFunction: BureauFunction,
  description: FunctionDescription,
  { table, tableKey, secret, secretKey, wallets, signingKey, personKey, bus, bureau }: Holdings,
): void => {
  if (description.table !== "none") {
    bureauFunction.may(
      "GetCases",
      allow(["dynamodb:GetItem"], table.tableArn),
      allow(["kms:Decrypt", "kms:DescribeKey"], tableKey.keyArn),
    );
  }
  if (description.table === "write") {
    bureauFunction.may("PutCases", allow(["dynamodb:PutItem"], table.tableArn), allow(closing, tableKey.keyArn));
  }
  if (description.notesReads) {
    bureauFunction.may(
      "NoteReads",
      allowItems("dynamodb:PutItem", accessPartitionPrefix, table.tableArn),
      allow(closing, tableKey.keyArn),
    );
  }
  if (description.figures !== "none") {
    bureauFunction.may(
      "GetFigures",
      allowItems("dynamodb:BatchGetItem", figurePartitionPrefix, table.tableArn),
      allow(["kms:Decrypt", "kms:DescribeKey"], tableKey.keyArn),
    );
  }
  if (description.figures === "count") {
    bureauFunction.may(
      "PutFigures",
      allowItems("dynamodb:PutItem", figurePartitionPrefix, table.tableArn),
      allow(closing, tableKey.keyArn),
    );
  }
  if (description.certificates && description.table === "none") {
    bureauFunction.may(
      "GetCertificates",
      allowItems("dynamodb:GetItem", certificatePrefix, table.tableArn),
      allow(["kms:Decrypt", "kms:DescribeKey"], tableKey.keyArn),
    );
  }
  if (description.certificates === "issue") {
    bureauFunction.may(
      "PutCertificates",
      allowItems("dynamodb:PutItem", certificatePrefix, table.tableArn),
      allow(closing, tableKey.keyArn),
    );
    bureauFunction.may("SignCertificates", allow(["kms:Sign", "kms:GetPublicKey"], signingKey.keyArn));
  }
  const peopleKeys = peopleKeysOf(description);
  if (peopleKeys !== "none") {
    bureauFunction.may(
      "OpenPeopleKeys",
      allowItems("dynamodb:BatchGetItem", keyPartitionPrefix, table.tableArn),
      allowFor(bureau, "kms:Decrypt", personKey.keyArn),
    );
  }
  if (peopleKeys === "seal") {
    bureauFunction.may(
      "MakePeopleKeys",
      allowItems("dynamodb:PutItem", keyPartitionPrefix, table.tableArn),
      allowFor(bureau, "kms:GenerateDataKey", personKey.keyArn),
    );
  }
  if (description.countsGuesses) {
    bureauFunction.may(
      "CountGuesses",
      allowItems("dynamodb:GetItem", guessPrefix, table.tableArn),
      allowItems("dynamodb:PutItem", guessPrefix, table.tableArn),
      allow(closing, tableKey.keyArn),
    );
  }
  if (description.queries.length > 0) {
    const indexes = description.queries.map((query) => `${table.tableArn}/index/${shape.indexes[query].name}`);
    bureauFunction.may("QueryIndexes", allow(["dynamodb:Query"], ...indexes));
  }
  if (description.readsSecret) {
    bureauFunction.may(
      "ReadSecret",
      allow(["secretsmanager:GetSecretValue"], secret.secretArn),
      allow(["kms:Decrypt"], secretKey.keyArn),
    );
  }
  if (description.reachesWallets) {
    bureauFunction.may(
      "ReadWallets",
      allow(["secretsmanager:GetSecretValue"], wallets.secretArn),
      allow(["kms:Decrypt"], secretKey.keyArn),
    );
  }
  if (description.publishesEvents) bureauFunction.may("PublishEvents", allow(["events:PutEvents"], bus.eventBusArn));
};

/**
 * On items of these keys alone: a function that may do no more changes no case. For a call that names no key the
 * condition would hold: so only calls by key are allowed with it.
 */
const allowItems = (action: string, prefix: string, tableArn: string): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.ALLOW,
    actions: [action],
    resources: [tableArn],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [`${prefix}*`] } },
  });

/** Of the key service only what it wraps for this bureau. */
const allowFor = (bureau: string, action: string, keyArn: string): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.ALLOW,
    actions: [action],
    resources: [keyArn],
    conditions: { StringEquals: { "kms:EncryptionContext:bureau": bureau } },
  });

const closing = [
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];
