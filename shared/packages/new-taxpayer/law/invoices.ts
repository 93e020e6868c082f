import { type Fen, formatYuan, yuan } from "../../../kernel/fen.ts";
import { cite, timeline } from "../../../tax/law/timeline.ts";

export type InvoiceRegime = "tax-control" | "digital";

/** What a newcomer gets who does not ask for paper. */
export const invoiceRegime = timeline<InvoiceRegime>(
  "invoices.regime",
  { zh: "开具发票的方式", en: "Regime of invoices" },
  (regime) => regime,
  [
    {
      from: "2018-08-01",
      to: "2024-11-30",
      value: "tax-control",
      source: cite("国家税务总局公告2018年第29号", "STA Announcement [2018] No. 29", "第一条至第三条", "art. 1-3"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2024-12-01",
      to: null,
      value: "digital",
      source: cite(
        "国家税务总局公告2024年第11号",
        "STA Announcement [2024] No. 11",
        "全国推广应用数电发票",
        "digital invoices nationwide",
      ),
      confirmedOn: null,
    },
  ],
);

export interface FirstInvoices {
  /** Up to and including these, at once; above them an officer decides. */
  readonly special: { readonly maxAmount: Fen; readonly monthlyCount: number };
  readonly ordinary: { readonly maxAmount: Fen; readonly monthlyCount: number };
}

export const firstInvoices = timeline<FirstInvoices>(
  "invoices.first",
  { zh: "新办纳税人首次申领发票的限额和数量", en: "Limits of a newcomer's first invoices" },
  ({ special, ordinary }) =>
    `${special.monthlyCount} × ${formatYuan(special.maxAmount)}; ${ordinary.monthlyCount} × ${formatYuan(ordinary.maxAmount)}`,
  [
    {
      from: "2018-08-01",
      to: null,
      value: {
        special: { maxAmount: yuan(100_000), monthlyCount: 25 },
        ordinary: { maxAmount: yuan(100_000), monthlyCount: 50 },
      },
      source: cite("国家税务总局公告2018年第29号", "STA Announcement [2018] No. 29", "第二条、第三条", "art. 2-3"),
      confirmedOn: "2026-11-23",
    },
  ],
);

export interface DigitalQuota {
  readonly general: Fen;
  readonly smallScale: Fen;
}

/** The monthly total that the system gives without asking anybody. No national figure is published. */
export const digitalQuota = timeline<DigitalQuota>(
  "invoices.digital-quota",
  { zh: "数电发票初始总额度", en: "First monthly quota of digital invoices" },
  ({ general, smallScale }) => `${formatYuan(general)} / ${formatYuan(smallScale)}`,
  [
    {
      from: "2024-12-01",
      to: null,
      value: { general: yuan(7_500_000), smallScale: yuan(100_000) },
      source: cite("国家税务总局公告2024年第11号", "STA Announcement [2024] No. 11", "发票总额度", "monthly quota"),
      confirmedOn: null,
      note: { zh: "额度为参数:全国未公布统一数字", en: "The amounts are parameters: no national figure is published" },
    },
  ],
);
