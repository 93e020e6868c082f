import { devNull } from "node:os";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import type { EnvironmentName } from "../../functions/wiring/environment.ts";
import type { AuthorityId } from "../../shared/connectors/authorities.ts";
import type { WalletAccess } from "../../shared/payments/wallet-access.ts";
import { place } from "./place.ts";

export const tableName = "one-window";
const busName = "one-window";
/** The file in `shared/tax/localities`, and the office whose queue the sandbox's officers work on. */
export const locality = "liuzhou";

/** Where everything of a local world is. */
export interface Whereabouts {
  readonly publicUrl: string;
  readonly dynamodbEndpoint: string;
  readonly eventsEndpoint: string;
  readonly authorityUrls: Readonly<Record<AuthorityId, string>>;
  readonly walletAccess: WalletAccess;
  readonly secret: string;
  /** PKCS #8, PEM. */
  readonly signingKey: string;
}

/** What a function finds in its environment: what its description calls for, by the names that deployment uses. */
export const environmentOf = (name: FunctionName, world: Whereabouts): Partial<Record<EnvironmentName, string>> => {
  const description: FunctionDescription = functions[name];
  return {
    LOCALITY: locality,
    ...((description.table !== "none" || description.figures !== "none" || description.certificates) && {
      TABLE_NAME: tableName,
      DYNAMODB_ENDPOINT: world.dynamodbEndpoint,
    }),
    ...(description.readsSecret && { BUREAU_SECRET: world.secret }),
    ...(description.callsAuthorities && {
      AUTHORITY_URLS: JSON.stringify(world.authorityUrls),
      PUBLIC_URL: world.publicUrl,
      PACE: "laptop",
    }),
    ...(description.reachesWallets && { WALLETS: JSON.stringify(world.walletAccess) }),
    ...(description.certificates === "issue" && {
      SIGNING_KEY: world.signingKey,
      PUBLIC_URL: world.publicUrl,
      // The clients are served before the API, under its own address.
      CLIENTS_URL: world.publicUrl,
    }),
    ...(description.publishesEvents && { EVENT_BUS_NAME: busName, EVENTS_ENDPOINT: world.eventsEndpoint }),
  };
};

/** What Lambda itself sets. Nothing of this machine's own AWS settings reaches a function. */
export const lambdaEnvironment = (name: FunctionName): Readonly<Record<string, string>> => ({
  AWS_REGION: place.region,
  AWS_DEFAULT_REGION: place.region,
  // The local table tells functions apart by it, as IAM does by their roles.
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(functions[name].memoryMegabytes),
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  NODE_ENV: "production",
});
