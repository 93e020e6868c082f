import { describe, expect, test } from "vitest";
import { ofType, synthesize, theOnly } from "./synthesize.ts";

describe.each(["liuzhou", "trial"])("the data of %s", (deployment) => {
  const { data, dataTemplate } = synthesize(deployment);
  const { Properties: table, DeletionPolicy } = theOnly(dataTemplate, "AWS::DynamoDB::Table");

  test("the table can be brought back to any second of 35 days", () => {
    expect(table.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  test("the table is deleted neither by hand nor with its stack, and its stack not by mistake", () => {
    expect(table.DeletionProtectionEnabled).toBe(true);
    expect(DeletionPolicy).toBe("Retain");
    expect(data.terminationProtection).toBe(true);
  });

  test("the table is closed with a key of the bureau's own, and paid by the call", () => {
    const [keyId] = table.SSESpecification.KMSMasterKeyId["Fn::GetAtt"];
    expect(dataTemplate.Resources[keyId]?.Metadata["aws:cdk:path"]).toMatch(/\/TableKey\/Resource$/);
    expect(table.BillingMode).toBe("PAY_PER_REQUEST");
  });

  test("every key is changed each year and stays when its stack goes", () => {
    const keys = ofType(dataTemplate, "AWS::KMS::Key").filter(({ Properties }) => Properties.KeyUsage === undefined);
    expect(keys.map((key) => [key.Properties.EnableKeyRotation, key.DeletionPolicy])).toEqual([
      [true, "Retain"],
      [true, "Retain"],
      [true, "Retain"],
    ]);
  });

  test("the key that signs certificates only signs, and stays", () => {
    const [key, ...others] = ofType(dataTemplate, "AWS::KMS::Key").filter(({ Properties }) => Properties.KeyUsage);
    expect(others).toEqual([]);
    expect(key?.Properties).toMatchObject({ KeyUsage: "SIGN_VERIFY", KeySpec: "ECC_NIST_P256" });
    expect(key?.DeletionPolicy).toBe("Retain");
  });

  test("the secret is made by nobody, is long enough to be one, and stays", () => {
    const secrets = ofType(dataTemplate, "AWS::SecretsManager::Secret");
    const [secret, ...others] = secrets.filter(({ Properties }) => Properties.GenerateSecretString);
    if (!secret) throw new Error("no secret is generated");
    expect(others).toEqual([]);
    expect(secret.Properties.GenerateSecretString).toEqual({ PasswordLength: 64, ExcludePunctuation: true });
    expect(secret.Properties.SecretString).toBeUndefined();
    expect(secret.DeletionPolicy).toBe("Retain");
  });

  test("what the wallets gave is written by hand: made empty, it stays", () => {
    const [wallets, ...others] = ofType(dataTemplate, "AWS::SecretsManager::Secret").filter(
      ({ Properties }) => !Properties.GenerateSecretString,
    );
    expect(others).toEqual([]);
    expect(wallets?.Properties.SecretString).toBe("{}");
    expect(wallets?.DeletionPolicy).toBe("Retain");
  });
});
