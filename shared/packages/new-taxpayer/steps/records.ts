import { accountRecord } from "../../../connectors/bank/port.ts";
import { taxpayerStatus } from "../../../connectors/core-tax/newcomer.ts";
import { licenceRecord } from "../../../connectors/market-regulation/port.ts";
import { publicSecurity } from "../../../connectors/public-security/port.ts";
import { employerRecord } from "../../../connectors/social-insurance/port.ts";
import type { Citation, Step } from "../../package.ts";
import { need } from "../facts/index.ts";
import { isAdmitted, isNewcomer, newcomerWith } from "./conditions.ts";

/** The facts of the licence that a person is shown. */
export const shownFromLicence = [
  "taxpayerName",
  "kind",
  "legalRepresentative",
  "financeHead",
  "registeredAddress",
  "divisionCode",
  "licenceDate",
  "capital",
  "currency",
  "investors",
  "headOffice",
  "industryCode",
  "furtherIndustryCodes",
] as const;

const whoeverHasBeenNamed = ["licence-record"] as const;

/** Those who act for a taxpayer are known by name, whoever of them applies: no authorisation of theirs is asked for. */
const realNameTaxMatters: Citation = { act: "个人信息保护法", article: "第十三条第一款第(三)项", status: "unverified" };

const noAccountYet = {
  zh: "还没有查到本单位的银行账户。开户后请点“已开户”,其他事项照常办理。",
  en: "The bank knows no account yet. Open one and say so here; everything else goes on.",
};

/** What authorities hold. Only the licence is looked up before the register has said that the applicant may act. */
export const recordSteps: readonly Step[] = [
  {
    id: "licence-record",
    kind: "record",
    name: { zh: "获取营业执照信息", en: "Fetch the licence record" },
    needs: ["creditCode", "opener"],
    gives: [...shownFromLicence, "authorisedPeople", "licenceGaps"],
    looksUp: [{ about: "opener", under: "opening" }],
    performs: licenceRecord,
    request: (values) => ({ creditCode: need(values, "creditCode"), applicant: need(values, "opener") }),
  },
  {
    id: "taxpayer-status",
    kind: "record",
    name: { zh: "查询税务登记状态", en: "Look up the standing with the tax office" },
    needs: ["creditCode", "legalRepresentative"],
    gives: ["isRegistered", "legalRepresentativeIsTied"],
    looksUp: [{ under: "opening" }],
    performs: taxpayerStatus,
  },
  {
    id: "employer-record",
    kind: "record",
    name: { zh: "获取用人单位参保信息", en: "Fetch the employer record" },
    needs: ["creditCode"],
    after: whoeverHasBeenNamed,
    gives: ["insuredEmployees", "insuredSince"],
    appliesWhen: isNewcomer,
    looksUp: [{ under: "opening" }],
    performs: employerRecord,
    request: (values) => ({ creditCode: need(values, "creditCode") }),
    readNotFound: () => ({ kind: "done", gives: { insuredEmployees: 0 } }),
  },
  {
    id: "account-record",
    kind: "record",
    name: { zh: "获取银行账户信息", en: "Fetch the account record" },
    needs: ["creditCode"],
    after: whoeverHasBeenNamed,
    gives: ["hasAccount", "bankAccounts"],
    appliesWhen: isNewcomer,
    looksUp: [{ under: "opening" }],
    performs: accountRecord,
    request: (values) => ({ creditCode: need(values, "creditCode") }),
    read: (answer) => {
      const { bankAccounts } = answer as { readonly bankAccounts: unknown };
      return { kind: "done", gives: { bankAccounts, hasAccount: true } };
    },
    readNotFound: () => ({ kind: "done", gives: { hasAccount: false } }),
  },
  {
    id: "account-opening",
    kind: "record",
    name: { zh: "开立银行账户", en: "Opening of a bank account" },
    needs: ["creditCode"],
    gives: ["openedAccounts"],
    appliesWhen: newcomerWith({ fact: "reportsAccounts", equals: true }, { fact: "hasAccount", equals: false }),
    asks: { role: "applicant", fields: [], statement: noAccountYet },
    promise: "P15D",
    looksUp: [{ under: "opening" }],
    performs: accountRecord,
    request: (values) => ({ creditCode: need(values, "creditCode") }),
    read: (answer) => ({ kind: "done", gives: { openedAccounts: (answer as { bankAccounts: unknown }).bankAccounts } }),
    readNotFound: () => ({ kind: "waits", for: "applicant", because: noAccountYet }),
  },
  {
    id: "identity-check",
    kind: "record",
    name: { zh: "人脸核验结果", en: "Face checks of those who act" },
    needs: ["agents"],
    gives: ["foreignersToCheck"],
    appliesWhen: newcomerWith(isAdmitted),
    looksUp: [{ about: "agents", byLaw: realNameTaxMatters }],
    performs: publicSecurity.verifyIdentities,
    request: (values) => ({
      persons: need(values, "agents").map(({ name, idType, idNumber }) => ({ name, idType, idNumber })),
    }),
    read: (given, values) => {
      const { persons } = given as { persons: readonly { idType: string; idNumber: string; isVerified: boolean }[] };
      const isVerified = (agent: { readonly idType: string; readonly idNumber: string }) =>
        persons.some((each) => each.isVerified && each.idType === agent.idType && each.idNumber === agent.idNumber);
      const pending = need(values, "agents").filter((agent) => !isVerified(agent));
      const foreigners = pending.filter(({ idType }) => idType !== "resident-id");
      if (foreigners.length < pending.length) return { kind: "waits", for: "applicant", because: faceCheckMissing };
      const foreignersToCheck = foreigners.map(({ name, idType, idNumber }) => ({ name, idType, idNumber }));
      return { kind: "done", gives: { foreignersToCheck } };
    },
    promise: "P7D",
  },
];

const faceCheckMissing = {
  zh: "有人员尚未通过人脸核验。请本人在手机上核验;身份证遗失的,可用临时身份证或电子身份凭证。完成后请点“已核验”。",
  en: "Somebody has not passed the face check. They can do it on their phone; who has lost the card may use a temporary or electronic one. Say so here when it is done.",
};
