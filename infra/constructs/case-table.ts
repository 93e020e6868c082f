import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { table as shape } from "../../shared/cases/table.ts";

/** The table of `shared/cases/table.ts`, guarded against loss: by hand, by stack and by mistake of the last 35 days. */
export class CaseTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id);
    this.table = new Table(this, "Table", {
      partitionKey: text(shape.partitionKey),
      sortKey: text(shape.sortKey),
      timeToLiveAttribute: shape.timeToLive,
      stream: StreamViewType[shape.stream],
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, partitionKey, sortKey, projection } of Object.values(shape.indexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType[projection],
      });
    }
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });
