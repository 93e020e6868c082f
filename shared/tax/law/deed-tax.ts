import { percent, type Rate } from "../../kernel/fraction.ts";
import { formatArea, type SquareMetres, squareMetres } from "../area.ts";
import { showBoolean, showRate } from "./show.ts";
import { cite, timeline } from "./timeline.ts";

export interface DeedTaxTable {
  /** Up to and including this area the small rate holds. */
  readonly areaLimit: SquareMetres;
  /** By the homes that the family has besides this one: none, one. Families with more pay the base rate. */
  readonly tiers: readonly { readonly small: Rate; readonly large: Rate }[];
}

export const deedTaxTable = timeline<DeedTaxTable>(
  "deed-tax.table",
  { zh: "个人购买家庭住房契税税率", en: "Deed tax on a family's home" },
  ({ areaLimit, tiers }) =>
    `≤ ${formatArea(areaLimit)} m² / >: ${tiers.map((tier) => `${showRate(tier.small)} / ${showRate(tier.large)}`).join("; ")}`,
  [
    {
      from: "2016-02-22",
      to: "2024-11-30",
      value: {
        areaLimit: squareMetres("90"),
        tiers: [
          { small: percent("1"), large: percent("1.5") },
          { small: percent("1"), large: percent("2") },
        ],
      },
      source: cite("财税〔2016〕23号", "Caishui [2016] No. 23", "第一条", "item 1"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2024-12-01",
      to: null,
      value: {
        areaLimit: squareMetres("140"),
        tiers: [
          { small: percent("1"), large: percent("1.5") },
          { small: percent("1"), large: percent("2") },
        ],
      },
      source: cite(
        "财政部 税务总局 住房城乡建设部公告2024年第16号",
        "MOF STA MOHURD Announcement [2024] No. 16",
        "第一条",
        "item 1",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** Buyer, spouse and minor children. */
export const deedTaxFamily = timeline<{ readonly ageOfMajority: number }>(
  "deed-tax.family",
  { zh: "契税家庭范围:购房人、配偶、未成年子女", en: "Family for deed tax: buyer, spouse, minor children" },
  ({ ageOfMajority }) => `< ${ageOfMajority}`,
  [
    {
      from: "2016-02-22",
      to: "2024-11-30",
      value: { ageOfMajority: 18 },
      source: cite("财税〔2016〕23号", "Caishui [2016] No. 23", "第一条", "item 1"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2024-12-01",
      to: null,
      value: { ageOfMajority: 18 },
      source: cite(
        "财政部 税务总局 住房城乡建设部公告2024年第16号",
        "MOF STA MOHURD Announcement [2024] No. 16",
        "第一条",
        "item 1",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

export const deedTaxBaseExcludesTurnoverTax = timeline<boolean>(
  "deed-tax.base",
  { zh: "契税计税价格不含增值税", en: "Deed tax is computed on the price without VAT" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: "2016-04-30",
      value: false,
      source: cite("契税暂行条例", "Provisional Regulations on Deed Tax", "第四条", "art. 4"),
      confirmedOn: null,
    },
    {
      from: "2016-05-01",
      to: "2021-08-31",
      value: true,
      source: cite("财税〔2016〕43号", "Caishui [2016] No. 43", "第一条、第五条", "art. 1, 5"),
      confirmedOn: "2026-11-23",
    },
    {
      from: "2021-09-01",
      to: null,
      value: true,
      source: cite(
        "契税法、财税〔2016〕43号",
        "Deed Tax Law, Caishui [2016] No. 43",
        "第四条;第五条",
        "art. 4; art. 5",
      ),
      confirmedOn: "2026-11-23",
    },
  ],
);

/** The whole home's floor area is compared with the limit, also when only a part is bought. */
export const wholeAreaCounts = timeline<boolean>(
  "deed-tax.whole-area",
  { zh: "部分转让按整套面积判断", en: "Sale of a part: the area of the whole home counts" },
  showBoolean,
  [
    {
      from: "2016-02-22",
      to: null,
      value: true,
      source: cite("征管实务", "Practice", "产权证载建筑面积", "floor area on the title"),
      confirmedOn: null,
    },
  ],
);
