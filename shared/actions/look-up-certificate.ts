import { type CertificateStatus, statusAt } from "../certificates/certificate.ts";
import { type CertificateRecord, isOfErased } from "../certificates/certificate-record.ts";
import type { CertificateStore } from "../certificates/certificate-store.ts";
import { readCode } from "../certificates/code.ts";
import { type GuessStore, guessesAllowed } from "../certificates/guess-store.ts";
import type { PublishedKey } from "../certificates/signing.ts";
import { elapsed } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { dayInChina } from "../payments/china-time.ts";
import type { World } from "./world.ts";

/** What the public look-up works with: certificates, and no case. */
export interface CheckingWorld extends Pick<World, "hash" | "clock"> {
  readonly certificates: CertificateStore;
  readonly guesses: GuessStore;
}

export interface CheckedCertificate {
  readonly record: CertificateRecord;
  readonly status: CertificateStatus;
}

interface Asked {
  /** As somebody typed or scanned it. */
  readonly code: string;
  /** The network address from which it is asked; counted under a keyed hash, and only when there is no such code. */
  readonly address: string;
}

/**
 * What a code stands for, for anybody who has it. One that ever stood for something does as long as the tax file is kept:
 * expired or revoked, but not unknown.
 * @throws Refusal `certificate-code-mistyped` for what can be no code, `certificate-not-found`, `too-many-guesses`
 */
export const lookUpCertificate = async (
  world: CheckingWorld,
  { code, address }: Asked,
): Promise<CheckedCertificate> => {
  const read = readCode(code);
  if (read.kind === "mistyped") throw new Refusal("certificate-code-mistyped");
  const source = world.hash.of("certificate-guesses", networkOf(address));
  const now = world.clock();
  const guesses = await world.guesses.read(source, now);
  if (guesses && guesses.count >= guessesAllowed) {
    throw new Refusal("too-many-guesses", { retryAfterSeconds: Math.ceil(elapsed(now, guesses.until) / 1000) });
  }
  const record = await world.certificates.read(read.code);
  if (!record) {
    await world.guesses.count(source, now);
    throw new Refusal("certificate-not-found");
  }
  return { record, status: statusAt(record, dayInChina(now)) };
};

/**
 * Somebody who has an IPv6 address has the 2^64 beside it, too. A row of zeros may stand as `::` anywhere in it, so it is
 * written out before its first half is taken. One that carries an IPv4 address is that address.
 */
const networkOf = (address: string): string => {
  if (!address.includes(":")) return address;
  if (address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const [before = [], after = []] = address.split("::").map((part) => (part === "" ? [] : part.split(":")));
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
};

/**
 * The very file, to whoever has its code, while the code is valid.
 * @throws Refusal what `lookUpCertificate` throws, `certificate-expired`, `certificate-revoked`, `certificate-erased`
 */
export const fetchCertificate = async (
  world: CheckingWorld,
  asked: Asked,
): Promise<{ readonly record: CertificateRecord; readonly file: Uint8Array }> => {
  const { record, status } = await lookUpCertificate(world, asked);
  if (status !== "valid") throw new Refusal(`certificate-${status}`);
  return { record, file: await fileOf(world, record) };
};

/**
 * @throws Refusal `certificate-erased` when its holder was erased
 * @throws Error for a record whose file is gone otherwise: a broken world
 */
export const fileOf = async (
  { certificates }: Pick<CheckingWorld, "certificates">,
  record: CertificateRecord,
): Promise<Uint8Array> => {
  const { code, id } = record;
  if (isOfErased(record)) throw new Refusal("certificate-erased");
  const file = await certificates.readFile(code);
  if (!file) throw new Error(`the file of certificate ${id} is gone`);
  return file;
};

/** Every key that has ever signed here, so that anybody can check any file without asking again. */
export const listCertificateKeys = ({
  certificates,
}: Pick<CheckingWorld, "certificates">): Promise<readonly PublishedKey[]> => certificates.readKeys();
