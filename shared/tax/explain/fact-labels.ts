import type { Text } from "../../kernel/text.ts";

const labels: Readonly<Record<string, Text>> = {
  "/sale/declaredPrice": { zh: "申报成交价(含税)", en: "declared price, VAT included" },
  "/sale/contractDate": { zh: "合同签订日期", en: "date of the sale contract" },
  "/sale/priceDecision": { zh: "是否接受评估价或说明正当理由", en: "accept the assessed price, or give a reason" },
  "/property/settlement": { zh: "房屋位于城区、镇或村", en: "whether the home lies in a town or village" },
  "/property/areaSquareMetres": { zh: "建筑面积", en: "floor area" },
  "/property/unit": { zh: "不动产单元号", en: "real-estate unit number" },
  "/acquisition/titleDate": { zh: "产权证日期", en: "date of the title certificate" },
  "/acquisition/deedTaxDate": { zh: "契税完税证明填发日期", en: "issue date of the deed-tax certificate" },
  "/acquisition/contractDate": { zh: "购房合同生效日期", en: "effective date of the purchase contract" },
  "/acquisition/receiptDate": { zh: "缴款凭证日期", en: "date of the payment receipt" },
  "/acquisition/judgmentDate": { zh: "判决生效日期", en: "effective date of the judgment" },
  "/acquisition/invoiceDate": { zh: "购房发票日期", en: "date of the purchase invoice" },
  "/acquisition/hasInvoice": { zh: "是否有购房发票", en: "whether there is a purchase invoice" },
  "/acquisition/deedTaxPaid": { zh: "购入时缴纳的契税", en: "deed tax paid on the purchase" },
  "/acquisition/price": { zh: "购入价格", en: "purchase price" },
  "/acquisition/taxesAndFees": { zh: "购入时缴纳的税费", en: "taxes and fees of the purchase" },
  "/acquisition/previous/titleDate": { zh: "前次购房产权证日期", en: "title certificate of the earlier purchase" },
  "/acquisition/previous/deedTaxDate": {
    zh: "前次购房契税完税证明日期",
    en: "deed-tax certificate of the earlier purchase",
  },
  "/acquisition/previous/price": { zh: "前次购置价格", en: "price of the earlier purchase" },
  "/acquisition/previous/taxesAndFees": { zh: "前次购置税费", en: "taxes and fees of the earlier purchase" },
  "/families/*/homes": { zh: "家庭住房信息", en: "homes of the family" },
  "/families/*/marriage": { zh: "婚姻登记信息", en: "marriage record" },
  "/families/*/committedMarriage": { zh: "婚姻状况承诺", en: "commitment on marital status" },
  "/families/*/children": { zh: "未成年子女信息", en: "minor children" },
};

/** What a missing fact is called. */
export const labelOf = (path: string): Text => labels[path.replace(/\/\d+\//, "/*/")] ?? { zh: path, en: path };
