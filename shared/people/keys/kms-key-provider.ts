import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import type { KeyProvider, RootContext } from "./key-provider.ts";

/** Guards with a key of the key service, which never leaves it: one call for each root that an instance comes to know. */
export const kmsKeyProvider = (keyArn: string, client = new KMSClient({})): KeyProvider => ({
  async make(context) {
    const { Plaintext, CiphertextBlob } = await client.send(
      new GenerateDataKeyCommand({ KeyId: keyArn, KeySpec: "AES_256", EncryptionContext: wordsOf(context) }),
    );
    if (!Plaintext || !CiphertextBlob) throw new Error("the key service made no root");
    return { root: Plaintext, wrapped: CiphertextBlob };
  },
  async unwrap(wrapped, context) {
    const { Plaintext } = await client.send(
      new DecryptCommand({ KeyId: keyArn, CiphertextBlob: wrapped, EncryptionContext: wordsOf(context) }),
    );
    if (!Plaintext) throw new Error("the key service unwrapped no root");
    return Plaintext;
  },
  // The key service rotates its own key by itself, and opens what the former one wrapped.
  rewrapped: async () => undefined,
});

/** What the key service's own log tells of each use; rights name the bureau. */
const wordsOf = ({ bureau, generation }: RootContext): Record<string, string> => ({
  bureau,
  generation: String(generation),
});
