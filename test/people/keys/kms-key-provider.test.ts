import { type DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import { describe, expect, test } from "vitest";
import { close, unclose } from "../../../shared/people/aes-gcm.ts";
import { localKeyProvider } from "../../../shared/people/keys/key-provider.ts";
import { keyRing } from "../../../shared/people/keys/key-ring.ts";
import { kmsKeyProvider } from "../../../shared/people/keys/kms-key-provider.ts";
import { memoryKeyStore } from "../../../shared/people/keys/memory-key-store.ts";
import { TestClock, testSecret } from "../../support/test-world.ts";
import { keyOf } from "./support.ts";

/** The key service as far as we use it: it wraps under a key of its own, bound to the encryption context. */
const keyService = () => {
  const own = new Uint8Array(32).fill(7);
  const calls: { readonly name: string; readonly input: Readonly<Record<string, unknown>> }[] = [];
  const client = {
    send: async (command: GenerateDataKeyCommand | DecryptCommand) => {
      const context = JSON.stringify(command.input.EncryptionContext);
      calls.push({ name: command.constructor.name, input: { ...command.input } });
      if (command instanceof GenerateDataKeyCommand) {
        const Plaintext = new Uint8Array(32).fill(calls.length);
        return { Plaintext, CiphertextBlob: close(own, Plaintext, context) };
      }
      return { Plaintext: unclose(own, command.input.CiphertextBlob as Uint8Array, context) };
    },
  } as unknown as KMSClient;
  return { client, calls };
};

const arn = "arn:aws-cn:kms:cn-north-1:123456789012:key/people";

describe.each([
  ["the key service", () => kmsKeyProvider(arn, keyService().client)],
  ["the bureau's secret", () => localKeyProvider(testSecret)],
])("%s guards the root", (_, provider) => {
  test("and opens it for the bureau and generation that it was made for, and for no other", async () => {
    const guard = provider();
    const context = { bureau: "liuzhou", generation: 1 };
    const { root, wrapped } = await guard.make(context);
    expect(root).toHaveLength(32);
    expect(Buffer.from(wrapped).includes(Buffer.from(root))).toBe(false);
    expect(Buffer.from(await guard.unwrap(wrapped, context))).toEqual(Buffer.from(root));
    await expect(guard.unwrap(wrapped, { ...context, bureau: "nanning" })).rejects.toThrow();
    await expect(guard.unwrap(wrapped, { ...context, generation: 2 })).rejects.toThrow();
    expect(await guard.rewrapped(wrapped, context)).toBeUndefined();
  });
});

test("the key service is told whose root it is, by names without a person; however many people, it is called once", async () => {
  const { client, calls } = keyService();
  const people = ["990000199001010011", "990000199001010022", "990000199001010033"].map(keyOf);
  const [store, time] = [memoryKeyStore(), new TestClock()];
  const instance = () => keyRing({ store, provider: kmsKeyProvider(arn, client), bureau: "liuzhou", clock: time.read });
  await instance().toSeal(people);
  calls.length = 0;
  const { toSeal, toOpen } = instance();
  await Promise.all(people.map((person) => toSeal([person])));
  await toOpen(people.map((person) => ({ person, generation: 1 })));
  expect(calls).toEqual([
    {
      name: "DecryptCommand",
      input: {
        KeyId: arn,
        CiphertextBlob: expect.any(Uint8Array),
        EncryptionContext: { bureau: "liuzhou", generation: "1" },
      },
    },
  ]);
});
