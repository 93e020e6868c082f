import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

/**
 * The key that signs certificates: it never leaves the key service, and is kept for ever, since nothing can be signed in
 * its name again. Its public half is in the table, where anybody may fetch it. A key of this kind is not rotated: another
 * one is made beside it, and both stay published.
 */
export class SigningKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: "Signs certificates",
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
