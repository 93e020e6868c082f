import { type App, Stack } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { BureauSecret } from "../constructs/bureau-secret.ts";
import { CaseTable } from "../constructs/case-table.ts";
import { EncryptionKey } from "../constructs/encryption-key.ts";
import { SigningKey } from "../constructs/signing-key.ts";
import { WalletsSecret } from "../constructs/wallets-secret.ts";
import type { Deployment } from "../deployment.ts";
import { stackPropsOf } from "./stack-props.ts";

/** What must outlive everything else. Deployed rarely, and never deleted by a deployment. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly tableKey: Key;
  readonly secret: Secret;
  readonly secretKey: Key;
  readonly wallets: Secret;
  readonly signingKey: Key;
  readonly personKey: Key;

  constructor(app: App, deployment: Deployment) {
    super(app, `one-window-${deployment.name}-data`, stackPropsOf(deployment, "The cases, and the bureau's secret"));
    // A key each: whoever may read cases need not be able to open the secret.
    this.tableKey = new EncryptionKey(this, "TableKey", { description: "Closes the cases" });
    this.secretKey = new EncryptionKey(this, "SecretKey", { description: "Closes the bureau's secret" });
    this.table = new CaseTable(this, "Cases", { key: this.tableKey }).table;
    this.secret = new BureauSecret(this, "Secret", { key: this.secretKey });
    this.personKey = new EncryptionKey(this, "PersonKey", { description: "Guards the keys of people" });
    this.signingKey = new SigningKey(this, "SigningKey");
    this.wallets = new WalletsSecret(this, "Wallets", { key: this.secretKey });
  }
}
