import type { CertificateRecord } from "./certificate-record.ts";
import type { CertificateStore, Owner } from "./certificate-store.ts";
import type { PublishedKey } from "./signing.ts";

/** Certificates in memory, for tests. Passes the same suite as the table's store. */
export const memoryCertificateStore = (): CertificateStore => {
  const records = new Map<string, CertificateRecord>();
  const files = new Map<string, Uint8Array>();
  const lists = new Map<Owner, readonly string[]>();
  const keys = new Map<string, PublishedKey>();
  return {
    async keepFile(code, file) {
      const kept = files.get(code) ?? Uint8Array.from(file);
      files.set(code, kept);
      return Uint8Array.from(kept);
    },
    async keepRecord(record) {
      if (!records.has(record.code)) records.set(record.code, structuredClone(record));
    },
    async replaceRecord(record, expectedVersion) {
      if (records.get(record.code)?.version !== expectedVersion) return "conflict";
      records.set(record.code, structuredClone(record));
      return "replaced";
    },
    read: async (code) => structuredClone(records.get(code)),
    readFile: async (code) => {
      const kept = files.get(code);
      return kept && Uint8Array.from(kept);
    },
    list: async (owner) => [...(lists.get(owner) ?? [])],
    async enlist(owner, codes) {
      lists.set(owner, [...new Set([...(lists.get(owner) ?? []), ...codes])]);
    },
    readKeys: async () => [...keys.values()],
    async publishKey({ keyId, algorithm, publicKey }) {
      if (!keys.has(keyId)) keys.set(keyId, { keyId, algorithm, publicKey });
    },
  };
};
