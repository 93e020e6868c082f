import type { Instant } from "../kernel/instant.ts";

/** How long a kind of record is kept, and which law says so; then the table deletes it by itself. */
export interface Retention {
  readonly days: number;
  readonly from: "closing" | "opening" | "issuing" | "booking" | "day" | "reading";
  readonly law: { readonly act: string; readonly article: string; readonly status: "read" | "unverified" };
  /** The law wants it kept until then. Else it is no longer kept than that, and goes earlier when its person asks. */
  readonly isOwed: boolean;
}

const taxFile = { act: "税收征收管理法实施细则", article: "第二十九条", status: "unverified" } as const;
const tenYears = 3653;
/** What lies beside a case is dated by its own day: so long a case may be open before it closes. */
const openDays = 366;

/** Dated data of the bureau; a longer period of a place goes here, too. An open case is kept until it is closed. */
export const retentions = {
  /** Declarations, bills, certificates: what the tax file must hold. */
  finishedCase: { days: tenYears, from: "closing", law: taxFile, isOwed: true },
  /** Nothing was declared: kept only as long as somebody may ask what happened. */
  withdrawnCase: {
    days: 183,
    from: "closing",
    law: { act: "个人信息保护法", article: "第十九条、第四十七条", status: "unverified" },
    isOwed: false,
  },
  /** Who belongs to a case, and what they have read of it. Closed otherwise than in time, it goes with the case. */
  besideCase: { days: tenYears + openDays, from: "opening", law: taxFile, isOwed: true },
  /** From its last booking. */
  bill: { days: tenYears + openDays, from: "booking", law: taxFile, isOwed: true },
  certificate: { days: tenYears + openDays, from: "issuing", law: taxFile, isOwed: true },
  /** A day's movements with a wallet, and how they compared with the wallet's own statement. */
  reconciliation: {
    days: tenYears,
    from: "day",
    law: { act: "会计档案管理办法", article: "第十四条", status: "unverified" },
    isOwed: true,
  },
  accessLog: {
    days: 1096,
    from: "reading",
    law: { act: "个人信息保护法", article: "第五十六条", status: "unverified" },
    isOwed: true,
  },
} as const satisfies Record<string, Retention>;

export type RecordKind = keyof typeof retentions;

/** The table's time to live, in seconds since 1970. */
export const expiresAt = ({ days }: Retention, since: Instant): number =>
  Math.ceil(Date.parse(since) / 1000) + days * 86_400;

/** Whether a record of that moment is lawfully gone. */
export const isOver = (retention: Retention, since: Instant, now: Instant): boolean =>
  expiresAt(retention, since) <= Date.parse(now) / 1000;
