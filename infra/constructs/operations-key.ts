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
    this.#mayBeUsedBy("cloudwatch.amazonaws.com", "AlarmsOfThisAccount", ["kms:Decrypt", "kms:GenerateDataKey*"]);
    this.#mayBeUsedBy("events.amazonaws.com", "UndeliveredEventsOfThisAccount", ["kms:Decrypt", "kms:GenerateDataKey"]);
  }

  /** By a service on behalf of this account, and of no other. */
  #mayBeUsedBy(service: string, sid: string, actions: string[]): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [new ServicePrincipal(service)],
        actions,
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
  }
}
