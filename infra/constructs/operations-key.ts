import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { EncryptionKey } from "./encryption-key.ts";

/** The key of what the service writes about itself: logs, dead letters, alarms. */
export class OperationsKey extends EncryptionKey {
  constructor(scope: Construct, id: string) {
    super(scope, id, { description: "Closes logs, dead letters and alarms" });
    const { region, partition, account, urlSuffix } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: "LogsOfThisAccount",
        principals: [new ServicePrincipal(`logs.${region}.${urlSuffix}`)],
        actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        resources: ["*"],
        conditions: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${account}:log-group:*` },
        },
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsOfThisAccount",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": account } },
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: "UndeliveredEventsOfThisAccount",
        principals: [new ServicePrincipal("events.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": account } },
      }),
    );
  }
}
