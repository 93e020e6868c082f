import { RemovalPolicy, SecretValue, Validations } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";

/**
 * What the wallets gave the bureau: merchant ids, keys, addresses, as the JSON of `WalletAccess`. It is made empty, so that
 * no wallet is offered, and filled by hand; no later deployment touches it.
 */
export class WalletsSecret extends Secret {
  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id, {
      description: "Merchant ids and keys of WeChat Pay and Alipay",
      encryptionKey: key,
      // No secret yet: nothing but the form of one.
      secretStringValue: SecretValue.unsafePlainText("{}"),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "The wallets hand out these keys, each on its own console; nothing here could turn them by itself.",
    });
  }
}
