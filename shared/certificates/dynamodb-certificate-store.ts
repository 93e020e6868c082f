import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionMet } from "../cases/condition-met.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import type { Sealing } from "../people/sealing.ts";
import { fileKey, listKey, publishedKeysKey, recordKey } from "./certificate-keys.ts";
import type { CertificateRecord } from "./certificate-record.ts";
import type { CertificateStore, Owner } from "./certificate-store.ts";
import type { PublishedKey } from "./signing.ts";

const isNew = "attribute_not_exists(pk)";
const isUnchanged = "#version = :expectedVersion";

interface Parts {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly vault: Sealing;
  readonly hash: KeyedHash;
}

/** Certificates in DynamoDB, under keys of their own, each packed and sealed as cases are. */
export const dynamodbCertificateStore = ({ client, tableName, vault, hash }: Parts): CertificateStore => {
  type Key = Readonly<Record<"pk" | "sk", string>>;
  const hashed = (code: string): string => hash.of("certificate-code", code);
  const place = ({ pk, sk }: Key): string => `${pk}/${sk}`;

  const get = async <Content>(Key: Key): Promise<{ content: Content; version: number } | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }));
    if (!Item) return undefined;
    return {
      content: (await vault.open(Item.content as Uint8Array, place(Key))) as Content,
      version: Number(Item.version),
    };
  };

  /** Writes over the version that was read; 0: over nothing. */
  const put = async (Key: Key, content: unknown, version: number, expectedVersion: number): Promise<boolean> => {
    const Item = { ...Key, version, content: await vault.seal(content, place(Key)) };
    const condition =
      expectedVersion === 0
        ? { ConditionExpression: isNew }
        : {
            ConditionExpression: isUnchanged,
            ExpressionAttributeNames: { "#version": "version" },
            ExpressionAttributeValues: { ":expectedVersion": expectedVersion },
          };
    return isConditionMet(client.send(new PutCommand({ TableName: tableName, Item, ...condition })));
  };

  /** Adds to a list what it lacks. A list that changed in between is read again. */
  const add = async <Entry>(key: Key, entries: readonly Entry[], idOf: (entry: Entry) => string): Promise<void> => {
    for (;;) {
      const found = await get<readonly Entry[]>(key);
      const listed = found?.content ?? [];
      const lacking = entries.filter((entry) => !listed.some((each) => idOf(each) === idOf(entry)));
      const version = found?.version ?? 0;
      if (lacking.length === 0 || (await put(key, [...listed, ...lacking], version + 1, version))) return;
    }
  };

  const listOf = (owner: Owner): Key => listKey(hash.of("certificates-of", owner));

  return {
    async keepFile(code, file) {
      const key = fileKey(hashed(code));
      if (await put(key, Buffer.from(file).toString("base64"), 1, 0)) return file;
      const kept = await get<string>(key);
      if (!kept) throw new Error("a certificate's file is there and not there");
      return Buffer.from(kept.content, "base64");
    },
    async keepRecord(record) {
      await put(recordKey(hashed(record.code)), record, record.version, 0);
    },
    async replaceRecord(record, expectedVersion) {
      const isReplaced = await put(recordKey(hashed(record.code)), record, record.version, expectedVersion);
      return isReplaced ? "replaced" : "conflict";
    },
    read: async (code) => (await get<CertificateRecord>(recordKey(hashed(code))))?.content,
    readFile: async (code) => {
      const kept = await get<string>(fileKey(hashed(code)));
      return kept && Buffer.from(kept.content, "base64");
    },
    list: async (owner) => (await get<readonly string[]>(listOf(owner)))?.content ?? [],
    enlist: (owner, codes) => add(listOf(owner), codes, (code) => code),
    readKeys: async () => (await get<readonly PublishedKey[]>(publishedKeysKey))?.content ?? [],
    publishKey: ({ keyId, algorithm, publicKey }) =>
      add<PublishedKey>(publishedKeysKey, [{ keyId, algorithm, publicKey }], (key) => key.keyId),
  };
};
