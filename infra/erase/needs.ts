import { certificatePrefix } from "../../shared/certificates/certificate-keys.ts";
import { type Instant, toInstant } from "../../shared/kernel/instant.ts";
import { type RecordKind, retentions } from "../../shared/people/retention.ts";

/** Why a person cannot be erased yet: records of one kind. */
export interface Need {
  /** `not-sealed-by-person`: written before people had keys of their own; `npm run reseal` seals it anew. */
  readonly kind: RecordKind | "open-case" | "not-sealed-by-person";
  readonly records: number;
  /** When the law no longer needs the last of them. */
  readonly until?: Instant;
  /** Act and article. */
  readonly law?: string;
}

type Item = Readonly<Record<string, unknown>>;

/** Whether an item that holds a person is still needed, and by what. */
export const needOf = (
  item: Item,
  { isSealedByPerson, now }: { readonly isSealedByPerson: boolean; readonly now: Instant },
): readonly Need[] => {
  if (!isSealedByPerson) return [{ kind: "not-sealed-by-person", records: 1 }];
  if (item.sk === "CASE" && item.status === "open") return [{ kind: "open-case", records: 1 }];
  const kind = kindOf(item);
  const { isOwed, law } = retentions[kind];
  const end = Number(item.expiresAt ?? Number.POSITIVE_INFINITY);
  if (!isOwed || end * 1000 <= Date.parse(now)) return [];
  const until = Number.isFinite(end) ? { until: toInstant(end * 1000) } : {};
  return [{ kind, records: 1, ...until, law: `${law.act}${law.article}` }];
};

const kindOf = ({ pk, sk, status }: Item): RecordKind => {
  if (sk === "CASE") return status === "withdrawn" ? "withdrawnCase" : "finishedCase";
  return String(pk).startsWith(certificatePrefix) ? "certificate" : "besideCase";
};

/** One need for each kind, until the last of its records. */
export const needsByKind = (needs: readonly Need[]): readonly Need[] =>
  [...Map.groupBy(needs, ({ kind }) => kind)].map(([kind, same]) => {
    const last = same
      .map(({ until }) => until ?? "")
      .sort()
      .at(-1);
    const [{ law } = {}] = same;
    return {
      kind,
      records: same.length,
      ...(last !== undefined && last !== "" && { until: last as Instant }),
      ...(law !== undefined && { law }),
    };
  });
