import type { SandboxOffice, SeedRecord } from "../authority.ts";

const shanghaiOffsetMilliseconds = 8 * 3600_000;

/** The day in Asia/Shanghai. */
export const todayAt = (now: number): string => new Date(now + shanghaiOffsetMilliseconds).toISOString().slice(0, 10);

/** An authority's records and running numbers in memory. */
export class Office {
  readonly #records = new Map<string, Map<string, unknown>>();
  readonly #numbers = new Map<string, number>();

  put({ kind, key, record }: SeedRecord): void {
    const ofKind = this.#records.get(kind) ?? new Map<string, unknown>();
    this.#records.set(kind, ofKind.set(key, frozenCopy(record)));
  }

  /** A desk's view for one call. What an act changes is kept apart until `changes` is applied; a query may change nothing. */
  sitting(now: number, kindOfCall: "query" | "act"): { readonly office: SandboxOffice; readonly changes: Changes } {
    const changes: Changes = { writes: [], numbers: {} };
    const onlyActs = () => {
      if (kindOfCall === "query") throw new Error("A query changes nothing");
    };
    const today = todayAt(now);
    const office: SandboxOffice = {
      today,
      now: new Date(now).toISOString(),
      number: (series) => {
        onlyActs();
        const counted = `${series}〔${today.slice(0, 4)}〕`;
        const next = (changes.numbers[counted] ?? this.#numbers.get(counted) ?? 0) + 1;
        changes.numbers[counted] = next;
        return `${counted}${String(next).padStart(6, "0")}号`;
      },
      read: <Record>(kind: string, key: string) => {
        const written = changes.writes.findLast((write) => write.kind === kind && write.key === key);
        return (written?.record ?? this.#records.get(kind)?.get(key)) as Record | undefined;
      },
      list: <Record>(kind: string) => {
        const stored = this.#records.get(kind) ?? new Map<string, unknown>();
        const written = changes.writes.filter((write) => write.kind === kind);
        if (written.length === 0) return [...stored.values()] as readonly Record[];
        const all = new Map([...stored, ...written.map(({ key, record }) => [key, record] as const)]);
        return [...all.values()] as readonly Record[];
      },
      write: (kind, key, record) => {
        onlyActs();
        changes.writes.push({ kind, key, record: frozenCopy(record) });
      },
    };
    return { office, changes };
  }

  apply({ writes, numbers }: { readonly writes: readonly SeedRecord[]; readonly numbers: Changes["numbers"] }): void {
    for (const write of writes) this.put(write);
    for (const [series, number] of Object.entries(numbers)) this.#numbers.set(series, number);
  }
}

export interface Changes {
  readonly writes: SeedRecord[];
  readonly numbers: Record<string, number>;
}

const copies = new WeakSet<object>();

/** Desks look at the records themselves, thousands at a time; what none can change need not be copied, nor copied again. */
export const frozenCopy = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null || copies.has(value)) return value;
  const copy = structuredClone(value);
  copies.add(copy);
  return frozen(copy);
};

const frozen = (value: unknown): unknown => {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};
