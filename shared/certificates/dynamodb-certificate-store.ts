import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { isConditionMet } from "../cases/condition-met.ts";
import { table } from "../cases/table.ts";
import type { Instant } from "../kernel/instant.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import { isErased } from "../people/keys/erased.ts";
import { expiresAt, retentions } from "../people/retention.ts";
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
  const put = async (
    Key: Key,
    content: unknown,
    version: number,
    expectedVersion: number,
    issuedAt?: Instant,
  ): Promise<boolean> => {
    const expiry = issuedAt && { [table.timeToLive]: expiresAt(retentions.certificate, issuedAt) };
    const Item = { ...Key, version, ...expiry, content: await vault.seal(content, place(Key)) };
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
  const add = async <Entry>(
    key: Key,
    entries: readonly Entry[],
    idOf: (entry: Entry) => string,
    issuedAt?: Instant,
  ): Promise<void> => {
    for (;;) {
      const found = await get<readonly Entry[]>(key);
      const listed = found?.content ?? [];
      const lacking = entries.filter((entry) => !listed.some((each) => idOf(each) === idOf(entry)));
      const version = found?.version ?? 0;
      if (lacking.length === 0 || (await put(key, [...listed, ...lacking], version + 1, version, issuedAt))) {
        return;
      }
    }
  };

  const listOf = (owner: Owner): Key => listKey(hash.of("certificates-of", owner));

  return {
    async keepFile(code, file, { subject, issuedAt }) {
      const key = fileKey(hashed(code));
      const base64 = Buffer.from(file).toString("base64");
      // Part of its person's object, it is sealed with them.
      if (await put(key, subject ? { ...subject, file: base64 } : base64, 1, 0, issuedAt)) return file;
      const kept = fileIn((await get<FileContent>(key))?.content);
      if (!kept) throw new Error("a certificate's file is there and not there");
      return kept;
    },
    async keepRecord(record) {
      await put(recordKey(hashed(record.code)), record, record.version, 0, record.issuedAt);
    },
    async replaceRecord(record, expectedVersion) {
      const isReplaced = await put(
        recordKey(hashed(record.code)),
        record,
        record.version,
        expectedVersion,
        record.issuedAt,
      );
      return isReplaced ? "replaced" : "conflict";
    },
    read: async (code) => (await get<CertificateRecord>(recordKey(hashed(code))))?.content,
    readFile: async (code) => fileIn((await get<FileContent>(fileKey(hashed(code))))?.content),
    list: async (owner) => (await get<readonly string[]>(listOf(owner)))?.content ?? [],
    enlist: (owner, codes, issuedAt) => add(listOf(owner), codes, (code) => code, issuedAt),
    readKeys: async () => (await get<readonly PublishedKey[]>(publishedKeysKey))?.content ?? [],
    publishKey: ({ keyId, algorithm, publicKey }) =>
      add<PublishedKey>(publishedKeysKey, [{ keyId, algorithm, publicKey }], (key) => key.keyId),
  };
};

/** Base64; a natural person's stands in their object. */
type FileContent = string | { readonly file: string };

const fileIn = (content: FileContent | undefined): Uint8Array | undefined => {
  const base64 = typeof content === "object" ? content.file : content;
  return base64 === undefined || isErased(base64) ? undefined : Buffer.from(base64, "base64");
};
