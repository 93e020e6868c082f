import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

/** A key of the bureau's own: rotated every year, and kept when its stack goes, for what it closed goes with it. */
export class EncryptionKey extends Key {
  constructor(scope: Construct, id: string, { description }: { readonly description: string }) {
    super(scope, id, {
      description,
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
