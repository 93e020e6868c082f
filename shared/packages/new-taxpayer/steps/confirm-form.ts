import type { Step } from "../../package.ts";
import { wishNames } from "../facts/wishes.ts";
import { isNewcomer } from "./conditions.ts";
import { shownFromLicence } from "./records.ts";

/** The one thing that a person does: look at what is known and proposed, change what should differ, confirm. */
export const confirmForm: Step = {
  id: "confirm-form",
  kind: "person",
  name: { zh: "确认套餐申请表", en: "Confirm the form" },
  needs: [],
  gives: [],
  appliesWhen: isNewcomer,
  asks: {
    role: "applicant",
    isForm: true,
    // Confirming it concludes the e-tax agreement and, unless declined, the agreement on debits.
    needsStepUp: true,
    fields: wishNames,
    optional: wishNames,
    shows: [...shownFromLicence, "proposal"],
    statement: {
      zh: "以上登记信息属实,按预设事项办理;同意税务机关为本次办理向市场监管、公安、社会保险和开户银行查询本单位及办税人员的信息,同意电子税务局用户协议;选择划缴的,委托开户银行从基本存款账户划缴税款。",
      en: "The data above are true and the matters proposed are to be done. The tax office may ask market regulation, public security, social insurance and the bank about the enterprise and those who act for it. I accept the terms of the e-tax account; unless declined, the bank may debit taxes from the basic account.",
    },
  },
  promise: "P30D",
};
