import { RemovalPolicy, Validations } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";

/** The secret of the bureau's keyed hash: made at the first deployment, known to nobody, and kept for ever. */
export class BureauSecret extends Secret {
  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id, {
      description: "The bureau's keyed hash: people are found and records are sealed by it",
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "It is no password: people are found by hashes under it, so that a secret that turned by itself would part them from their cases. What seals is turned by hand (infra/RUNBOOK.md).",
    });
  }
}
