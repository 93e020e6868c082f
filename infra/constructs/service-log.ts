import { RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** A log that is closed, ends after a year, and stays when its stack goes. */
export class ServiceLog extends LogGroup {
  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id, {
      // Cybersecurity Law, Article 21(3): network logs are kept for at least six months, which may have 184 days.
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
