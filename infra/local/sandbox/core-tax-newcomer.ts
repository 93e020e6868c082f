import { z } from "zod";
import type { SandboxAuthority, SandboxOffice } from "./authority.ts";
import {
  Act,
  ActOnFile,
  complete,
  inReview,
  learn,
  officeAct,
  type Reason,
  refuse,
  type TaxpayerRecord,
  taxpayerAct,
} from "./core-tax-acts.ts";
import { coreTaxInvoices } from "./core-tax-invoices.ts";
import { answer, queryDesk } from "./desk.ts";
import { companyList } from "./population/companies.ts";
import { personOf } from "./population/people.ts";

const Document = z.looseObject({ idType: z.string(), idNumber: z.string() });
const amount = z.string().regex(/^\d+(?:\.\d{1,2})?$/);

const tiedKey = ({ idType, idNumber }: { readonly idType: string; readonly idNumber: string }): string =>
  `${idType} ${idNumber}`;

const tied: Reason = {
  code: "legal-representative-tied",
  zh: "法定代表人关联非正常户,须人工核实",
  en: "The legal representative is tied to an abnormal household",
};

const noValue: Reason = {
  code: "quota-missing",
  zh: "核定须填写月定额(monthlyQuota,元)",
  en: "The assessment needs the quota a month (monthlyQuota, yuan)",
};

const noRate: Reason = {
  code: "rate-missing",
  zh: "须填写征收率(ratePercent,百分数)",
  en: "The election needs its levy rate (ratePercent, per cent)",
};

const percentage = z.string().regex(/^\d{1,2}(?:\.\d{1,2})?$/);

const isTied = (person: z.infer<typeof Document>, office: SandboxOffice): boolean =>
  office.read("tied-person", tiedKey(person)) !== undefined;

/** The core tax system's newcomer side, up to the taxes; invoices have a file of their own. */
export const coreTaxNewcomer: SandboxAuthority = {
  id: "core-tax",
  seed: () =>
    companyList.flatMap(({ creditCode, legalRepresentative, isRegistered, isTied: answersForAnother, device }) => [
      ...(isRegistered
        ? [{ kind: "taxpayer", key: creditCode, record: { creditCode, file: "例登〔2020〕000001号" } }]
        : []),
      ...(answersForAnother ? [{ kind: "tied-person", key: tiedKey(personOf(legalRepresentative)), record: {} }] : []),
      ...(device ? [{ kind: "device", key: creditCode, record: { deviceNumber: device } }] : []),
    ]),
  desks: {
    "taxpayer-status": queryDesk(
      z.looseObject({ creditCode: z.string(), legalRepresentative: Document }),
      ({ creditCode, legalRepresentative }, office) =>
        answer({
          creditCode,
          isRegistered: office.read("taxpayer", creditCode) !== undefined,
          legalRepresentativeIsTied: isTied(legalRepresentative, office),
        }),
    ),
    "confirm-registration": officeAct(
      Act.extend({
        taxpayerName: z.string(),
        legalRepresentative: Document,
        divisionCode: z.string(),
        industryCode: z.string(),
      }),
      ({ creditCode, divisionCode }, office) => {
        if (office.read("taxpayer", creditCode)) {
          return refuse("already-registered", "该纳税人已办理登记", "This taxpayer is registered already");
        }
        const file = office.number("例登");
        office.write("taxpayer", creditCode, { creditCode, file } satisfies TaxpayerRecord);
        return complete(office, { taxpayerFile: file, taxOffice: `例税务局第一税务所(${divisionCode})` });
      },
      ({ legalRepresentative }, office) => (isTied(legalRepresentative, office) ? tied : undefined),
    ),
    // Real names are taken before or after the registration: the two run side by side.
    "record-agents": officeAct(Act.extend({ agents: z.array(Document).min(1) }), ({ creditCode, agents }, office) => {
      office.write("agents", creditCode, { agents });
      return complete(office, { verificationRecord: office.number("例税实") });
    }),
    "open-etax-account": taxpayerAct(
      ActOnFile.extend({ agents: z.array(Document).min(1) }),
      ({ creditCode }, office) => {
        if (!office.read("agents", creditCode)) {
          return refuse("agents-unknown", "未采集实名信息", "The real-name record is missing");
        }
        return complete(office, { etaxAccount: office.number("例税户") });
      },
    ),
    "determine-tax-types": taxpayerAct(
      ActOnFile.extend({ taxTypes: z.array(z.looseObject({ code: z.string() })).min(1) }),
      ({ taxTypes }, office, taxpayer) => {
        if (!taxTypes.some(({ code }) => code === "vat")) return refuse("vat-missing", "缺少增值税", "VAT is missing");
        learn(office, taxpayer, { hasTaxTypes: true });
        return complete(office, { taxTypeNotice: office.number("例税种") });
      },
    ),
    "report-accounts": taxpayerAct(ActOnFile.extend({ bankAccounts: z.array(z.looseObject({})).min(1) }), (_, office) =>
      complete(office, {}),
    ),
    "file-accounting-system": taxpayerAct(
      ActOnFile.extend({ accountingSystem: z.looseObject({ standard: z.string() }) }),
      (_, office) => complete(office, {}),
    ),
    "register-general-taxpayer": taxpayerAct(
      ActOnFile.extend({ grounds: z.string(), effectiveFrom: z.string(), hasSoundAccounting: z.boolean() }),
      (form, office, taxpayer) => {
        if (!taxpayer.hasTaxTypes) return refuse("tax-types-missing", "未认定税种", "Tax types are not determined");
        if (!form.effectiveFrom.endsWith("-01")) {
          return refuse("start-not-a-period", "生效之日应为月初", "General status begins on the first of a month");
        }
        if (!form.hasSoundAccounting) {
          return refuse("no-sound-accounting", "会计核算不健全", "The accounts are not sound");
        }
        learn(office, taxpayer, { isGeneral: true });
        return complete(office, { generalRegistration: office.number("例税般") });
      },
    ),
    "elect-simplified-method": taxpayerAct(
      ActOnFile.extend({
        election: z.object({ item: z.string(), ratePercent: z.string().optional(), from: z.string(), to: z.string() }),
      }),
      ({ election, decision }, office, taxpayer) => {
        if (!taxpayer.isGeneral) return refuse("not-general", "不是一般纳税人", "Not a general taxpayer");
        const rate = percentage.safeParse(election.ratePercent ?? decision?.values?.ratePercent);
        if (!rate.success) return inReview(office, noRate);
        return complete(office, {});
      },
    ),
    "assess-fixed-quota": taxpayerAct(
      ActOnFile.extend({ declared: z.looseObject({ expectedMonthlySales: amount }) }),
      ({ decision }, office) => {
        const quota = amount.safeParse(decision?.values?.monthlyQuota);
        if (!quota.success) return inReview(office, noValue);
        return complete(office, { monthlyQuota: quota.data });
      },
    ),
    "register-withholding-agent": taxpayerAct(ActOnFile.extend({ wagesSince: z.string() }), (_, office) =>
      complete(office, {}),
    ),
    ...coreTaxInvoices,
  },
};
