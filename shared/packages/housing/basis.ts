import type { Citation } from "../package.ts";

/** Why an authority may be asked about a person: because that person authorises it. */
export const byAuthorisation: readonly Citation[] = [
  { act: "财政部 税务总局 住房城乡建设部公告2024年第16号", article: "第一条第(三)项", status: "read" },
];

export const dataSharing: readonly Citation[] = [{ act: "契税法", article: "第十三条", status: "read" }];

export const declaration: readonly Citation[] = [
  { act: "税收征收管理法", article: "第二十五条", status: "unverified" },
  { act: "契税法", article: "第十条", status: "read" },
];

export const assessingPrices: Citation = { act: "税收征收管理法", article: "第三十五条第(六)项", status: "read" };

export const priceAssessment: readonly Citation[] = [
  assessingPrices,
  { act: "契税法", article: "第四条", status: "read" },
  { act: "增值税法", article: "第二十条", status: "read" },
];

export const cancelledSale: readonly Citation[] = [
  { act: "契税法", article: "第十二条", status: "read" },
  { act: "税收征收管理法", article: "第五十一条", status: "read" },
];

export const correctedDeclaration: readonly Citation[] = [
  { act: "税收征收管理法", article: "第五十一条、第五十二条", status: "unverified" },
];

export const registryChecksPayment: readonly Citation[] = [{ act: "契税法", article: "第十一条", status: "read" }];
