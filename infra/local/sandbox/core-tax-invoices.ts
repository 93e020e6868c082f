import { z } from "zod";
import type { Desk } from "./authority.ts";
import {
  ActOnFile,
  awaitTaxpayer,
  complete,
  inReview,
  learn,
  type Reason,
  refuse,
  taxpayerAct,
} from "./core-tax-acts.ts";

const amount = z.string().regex(/^\d+(?:\.\d{1,2})?$/);

/** Above these the system itself asks for an officer, whatever the caller thinks. */
const first = { amountYuan: 100_000, special: 25, ordinary: 50, monthlyTotalYuan: 7_500_000 };

const aboveFirst: Reason = {
  code: "above-first-limits",
  zh: "超过首次申领标准,须人工审批",
  en: "Beyond a newcomer's first limits: an officer decides",
};

const notAnAmount: Reason = {
  code: "approved-amount-invalid",
  zh: "批准的限额(approvedAmount)不是金额,请重新填写",
  en: "The amount granted (approvedAmount) is no amount of yuan: write it again",
};

const deviceMissing: Reason = {
  code: "device-missing",
  zh: "尚未领取税控设备。请到办税服务厅领取,领取后请点“已领取”",
  en: "The device has not been fetched. Fetch it at the tax hall and say so here",
};

const readyToFetch: Reason = {
  code: "ready-to-fetch",
  zh: "发票已备好。请到办税服务厅或自助终端领取,领取后请点“已领取”",
  en: "The invoices are ready. Fetch them at the tax hall or a kiosk and say so here",
};

const Line = z.object({ kind: z.enum(["special", "ordinary"]), monthlyCount: z.number(), maxAmount: amount });

/** Invoices of newcomers: kinds, limits, device, the first ones themselves. */
export const coreTaxInvoices: Readonly<Record<string, Desk>> = {
  "approve-invoice-types": taxpayerAct(
    ActOnFile.extend({ lines: z.array(Line).min(1), collectors: z.array(z.looseObject({})).min(1) }),
    ({ creditCode, lines }, office, taxpayer) => {
      if (!taxpayer.hasTaxTypes) return refuse("tax-types-missing", "未认定增值税", "VAT has not been determined");
      if (!office.read("agents", creditCode)) {
        return refuse("agents-unknown", "未采集实名信息", "The real-name record is missing");
      }
      learn(office, taxpayer, { invoiceKinds: lines.map(({ kind }) => kind) });
      return complete(office, { invoiceApproval: office.number("例税票") });
    },
    ({ lines }) =>
      lines.some(
        (line) =>
          line.monthlyCount > first[line.kind] ||
          (line.kind === "ordinary" && Number(line.maxAmount) > first.amountYuan),
      )
        ? aboveFirst
        : undefined,
  ),
  "approve-invoice-limit": taxpayerAct(
    ActOnFile.extend({ limit: z.object({ kind: z.enum(["amount-per-special-invoice", "monthly-total"]), amount }) }),
    ({ limit, decision }, office, taxpayer) => {
      // An officer may grant less than was asked for.
      const granted = amount.optional().safeParse(decision?.values?.approvedAmount);
      if (!granted.success) return inReview(office, notAnAmount);
      const isSpecial = limit.kind === "amount-per-special-invoice";
      if (isSpecial && !taxpayer.invoiceKinds?.includes("special")) {
        return refuse("special-invoices-not-approved", "未核定专用发票", "Special invoices have not been approved");
      }
      if (isSpecial) learn(office, taxpayer, { hasSpecialLimit: true });
      return complete(office, { approvedAmount: granted.data ?? limit.amount });
    },
    ({ limit }) => {
      const most = limit.kind === "monthly-total" ? first.monthlyTotalYuan : first.amountYuan;
      return Number(limit.amount) > most ? aboveFirst : undefined;
    },
  ),
  "issue-invoicing-facility": taxpayerAct(
    ActOnFile.extend({ invoiceApproval: z.string() }),
    ({ creditCode }, office, taxpayer) => {
      if (!taxpayer.invoiceKinds)
        return refuse("invoices-not-approved", "未核定票种", "No invoices have been approved");
      const device = office.read<{ readonly deviceNumber: string }>("device", creditCode);
      if (!device) {
        // Whoever comes again has been handed one at the counter.
        office.write("device", creditCode, { deviceNumber: office.number("例盘") });
        return awaitTaxpayer(deviceMissing);
      }
      learn(office, taxpayer, { deviceNumber: device.deviceNumber });
      return complete(office, { deviceNumber: device.deviceNumber });
    },
  ),
  "issue-invoices": taxpayerAct(
    ActOnFile.extend({ delivery: z.enum(["post", "counter"]) }),
    ({ delivery }, office, taxpayer) => {
      if (!taxpayer.deviceNumber)
        return refuse("device-not-issued", "未发行税控设备", "The device has not been issued");
      const numbers = taxpayer.invoicesReady ?? office.number("例发票");
      if (delivery === "counter" && taxpayer.invoicesReady === undefined) {
        learn(office, taxpayer, { invoicesReady: numbers });
        return awaitTaxpayer(readyToFetch);
      }
      return complete(office, { invoiceNumbers: numbers });
    },
  ),
};
