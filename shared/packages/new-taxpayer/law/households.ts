import type { TaxpayerKind } from "../../../connectors/market-regulation/port.ts";
import { cite, timeline } from "../../../tax/law/timeline.ts";

/** Who may be assessed a fixed quota: those who keep no books. */
export const fixedQuotaKinds = timeline<readonly TaxpayerKind[]>(
  "fixed-quota.kinds",
  { zh: "可以定期定额征收的纳税人", en: "Who may be assessed a fixed quota" },
  (kinds) => kinds.join(", "),
  [
    {
      from: "2007-01-01",
      to: null,
      value: ["sole-proprietor"],
      source: cite("国家税务总局令第16号", "STA Order No. 16", "第二条、第三条", "art. 2-3"),
      confirmedOn: null,
    },
  ],
);

export type AccountingStandard =
  | "small-enterprise-standard"
  | "enterprise-standard"
  | "cooperative-accounting"
  | "sole-proprietor-accounting";

/** The accounting standard that is filed unless another is chosen. */
export const accountingStandards = timeline<Readonly<Record<TaxpayerKind, AccountingStandard>>>(
  "accounting.standards",
  { zh: "默认备案的会计制度", en: "Accounting standard filed by default" },
  (byKind) =>
    Object.entries(byKind)
      .map(([kind, standard]) => `${kind}: ${standard}`)
      .join(", "),
  [
    {
      from: "2013-01-01",
      to: null,
      value: {
        company: "small-enterprise-standard",
        branch: "small-enterprise-standard",
        other: "small-enterprise-standard",
        "foreign-invested": "enterprise-standard",
        cooperative: "cooperative-accounting",
        "sole-proprietor": "sole-proprietor-accounting",
      },
      source: cite("税收征收管理法实施细则", "Rules for the Tax Collection Law", "第二十四条", "art. 24"),
      confirmedOn: null,
    },
  ],
);

/** Kinds that must have, and so report, an account; others report one if they have it. */
export const accountDuty = timeline<readonly TaxpayerKind[]>(
  "accounts.duty",
  { zh: "应当开立并报告存款账户的纳税人", en: "Who must have and report a bank account" },
  (kinds) => kinds.join(", "),
  [
    {
      from: "2001-05-01",
      to: null,
      value: ["company", "foreign-invested", "cooperative", "branch", "other"],
      source: cite("税收征收管理法", "Tax Collection and Administration Law", "第十七条", "art. 17"),
      confirmedOn: "2026-11-23",
    },
  ],
);
