import { createHash } from "node:crypto";

/**
 * Which writes of which cases are in the figures beside it: stored with them in one item, it makes counting exactly
 * once out of a stream that repeats. A write is known by its case and the version it made.
 */
export class CountedWrites {
  /** Versions by a hash of the case's id: eight bytes are enough for what one cell ever holds. */
  readonly #versions = new Map<string, Set<number>>();

  has(caseId: string, version: number): boolean {
    return this.#versions.get(nameOf(caseId))?.has(version) ?? false;
  }

  add(caseId: string, version: number): void {
    const name = nameOf(caseId);
    const versions = this.#versions.get(name);
    if (versions) versions.add(version);
    else this.#versions.set(name, new Set([version]));
  }

  /** Eight bytes of hash, how many versions, and each version's distance from the last. Sorted, so that the same set is the same bytes. */
  toBytes(): Uint8Array {
    const bytes: number[] = [];
    for (const [name, versions] of [...this.#versions].sort(([one], [other]) => (one < other ? -1 : 1))) {
      bytes.push(...Buffer.from(name, "hex"));
      pushNumber(bytes, versions.size);
      let last = 0;
      for (const version of [...versions].sort((one, other) => one - other)) {
        pushNumber(bytes, version - last);
        last = version;
      }
    }
    return Uint8Array.from(bytes);
  }

  static fromBytes(bytes: Uint8Array): CountedWrites {
    const counted = new CountedWrites();
    let at = 0;
    const readNumber = (): number => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        if (byte === undefined) throw new Error("the list of counted writes ends in the middle of a number");
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    };
    while (at < bytes.length) {
      const name = Buffer.from(bytes.subarray(at, at + hashBytes)).toString("hex");
      at += hashBytes;
      const versions = new Set<number>();
      let version = 0;
      for (let left = readNumber(); left > 0; left -= 1) {
        version += readNumber();
        versions.add(version);
      }
      counted.#versions.set(name, versions);
    }
    return counted;
  }
}

const hashBytes = 8;

const nameOf = (caseId: string): string =>
  createHash("sha256").update(caseId).digest().subarray(0, hashBytes).toString("hex");

/** Seven bits to a byte, the lowest first; the highest bit says that more follow. */
const pushNumber = (bytes: number[], number: number): void => {
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
};
