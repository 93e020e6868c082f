import { createHash, createPublicKey } from "node:crypto";
import { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { publishedKey, type Signer } from "./signing.ts";

/**
 * Signs with a key of the key service, which never leaves it. The service is sent the file's hash, not the file: what it
 * returns is the very signature over the file's bytes that everybody else's tools check.
 */
export const kmsSigner = async (keyArn: string, client = new KMSClient({})): Promise<Signer> => {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyArn }));
  if (!PublicKey) throw new Error("the key service has no public key for certificates");
  const published = publishedKey(createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" }));
  return {
    ...published,
    async sign(bytes) {
      const digest = createHash("sha256").update(bytes).digest();
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyArn,
          Message: digest,
          MessageType: "DIGEST",
          SigningAlgorithm: published.algorithm,
        }),
      );
      if (!Signature) throw new Error("the key service gave no signature");
      return Signature;
    },
  };
};
