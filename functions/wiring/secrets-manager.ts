import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

// A module of its own because it is loaded late: of a package that is loaded late the bundler can leave nothing out.

/** The text of a secret, or nothing when it holds bytes. */
export const fetchSecret = async (arn: string): Promise<string | undefined> => {
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: arn }));
  return SecretString;
};
