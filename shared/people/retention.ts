import type { Instant } from "../kernel/instant.ts";

/** How long a kind of record is kept, and which law says so; then the table deletes it by itself. */
export interface Retention {
  readonly days: number;
  readonly from: "closing" | "reading";
  readonly law: { readonly act: string; readonly article: string; readonly status: "read" | "unverified" };
}

/** Dated data of the bureau; a longer period of a place goes here, too. An open case is kept until it is closed. */
export const retentions = {
  /** Declarations, bills, certificates: what the tax file must hold. */
  finishedCase: {
    days: 3653,
    from: "closing",
    law: { act: "税收征收管理法实施细则", article: "第二十九条", status: "unverified" },
  },
  /** Nothing was declared: kept only as long as somebody may ask what happened. */
  withdrawnCase: {
    days: 183,
    from: "closing",
    law: { act: "个人信息保护法", article: "第十九条、第四十七条", status: "unverified" },
  },
  accessLog: {
    days: 1096,
    from: "reading",
    law: { act: "个人信息保护法", article: "第五十六条", status: "unverified" },
  },
} as const satisfies Record<string, Retention>;

/** The table's time to live, in seconds since 1970. */
export const expiresAt = ({ days }: Retention, since: Instant): number =>
  Math.ceil(Date.parse(since) / 1000) + days * 86_400;

/** Whether a record of that moment is lawfully gone. */
export const isOver = (retention: Retention, since: Instant, now: Instant): boolean =>
  expiresAt(retention, since) <= Date.parse(now) / 1000;
