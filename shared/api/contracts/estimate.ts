import { Assessment } from "../../tax/assessment.ts";
import { HousingFacts } from "../../tax/facts.ts";
import { readHousingFacts } from "../../tax/read-facts.ts";
import { describeRoute } from "../contract.ts";

export const estimateHousingTax = describeRoute({
  name: "estimateHousingTax",
  summary: {
    zh: "存量房税费试算:只按所填内容计算,不查询也不保存",
    en: "What a sale of a home would be taxed: computed from what is sent, nothing is looked up or kept",
  },
  bodyIs: "required",
  body: () => HousingFacts,
  readBody: readHousingFacts,
  reply: () => Assessment,
  refusals: ["facts-invalid"],
});
