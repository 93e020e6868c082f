import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { EventBus } from "aws-cdk-lib/aws-events";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { type FunctionDescription, peopleKeysOf } from "../../functions/functions.ts";
import type { DeployedEnvironment } from "../constructs/bureau-function.ts";
import type { Deployment } from "../deployment.ts";

export interface Surroundings {
  readonly deployment: Deployment;
  readonly table: Table;
  readonly secret: Secret;
  readonly wallets: Secret;
  readonly signingKey: IKey;
  readonly personKey: IKey;
  readonly bus: EventBus;
  /** Of the API. */
  readonly address: string;
}

/** What a function is told: the parts that its description calls for. */
export const environmentOf = (
  description: FunctionDescription,
  { deployment, table, secret, wallets, signingKey, personKey, bus, address }: Surroundings,
): DeployedEnvironment => {
  const { locality, twoFactorFrom } = deployment;
  const always: DeployedEnvironment = { LOCALITY: locality };
  const ofClients: DeployedEnvironment =
    deployment.clientsDomain === undefined ? {} : { CLIENTS_URL: `https://${deployment.clientsDomain.name}` };
  const ofLogins: DeployedEnvironment = {
    ...(twoFactorFrom !== undefined && { TWO_FACTOR_FROM: twoFactorFrom }),
    ...ofClients,
  };
  const ofTable: DeployedEnvironment = { TABLE_NAME: table.tableName };
  const ofSecret: DeployedEnvironment = { BUREAU_SECRET_ARN: secret.secretArn };
  const ofBus: DeployedEnvironment = { EVENT_BUS_NAME: bus.eventBusName };
  const ofAuthorities: DeployedEnvironment = {
    AUTHORITY_URLS: JSON.stringify(deployment.authorityUrls),
    PUBLIC_URL: address,
  };
  return {
    ...always,
    ...((description.table !== "none" || description.figures !== "none" || description.certificates) && ofTable),
    ...(description.readsSecret && ofSecret),
    ...(peopleKeysOf(description) !== "none" && { PERSON_KEY_ARN: personKey.keyArn }),
    ...(description.readsSecret && description.trigger.kind === "http" && ofLogins),
    ...(description.callsAuthorities && ofAuthorities),
    ...(description.reachesWallets && { WALLETS_ARN: wallets.secretArn }),
    ...(description.certificates === "issue" && {
      SIGNING_KEY_ARN: signingKey.keyArn,
      PUBLIC_URL: address,
      ...ofClients,
    }),
    ...(description.publishesEvents && ofBus),
  };
};
