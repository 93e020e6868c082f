import { z } from "zod";
import type { SandboxAuthority, SandboxOffice } from "./authority.ts";
import { daysBefore } from "./days.ts";
import { actDesk, answer, queryDesk } from "./desk.ts";
import { type Company, companyList } from "./population/companies.ts";

const branchCode = "102614000018";

interface Account {
  readonly branchCode: string;
  readonly bankName: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly kind: string;
  readonly openedOn: string;
  readonly signsOnline: boolean;
}

/** The account of a company, whether it has been opened already or not. */
export const accountOf = (company: Company, today: string): Account => ({
  branchCode,
  bankName: "例商银行柳州分行",
  accountNumber: `9999${company.creditCode.replaceAll(/\D/g, "")}`,
  accountName: company.account?.name ?? company.name,
  kind: "basic",
  openedOn: daysBefore(today, 4),
  signsOnline: company.account?.signsOnline ?? true,
});

const Agreement = z.looseObject({
  creditCode: z.string(),
  taxpayerName: z.string(),
  branchCode: z.string(),
  accountNumber: z.string(),
});

const sign = (creditCode: string, office: SandboxOffice) => {
  const agreementNumber = office.number("例划");
  office.write("agreement", creditCode, { agreementNumber });
  return { status: "signed", agreementNumber, document: { number: agreementNumber, issuedOn: office.today } };
};

/** How long the counter takes with a paper agreement here: long enough to be seen waiting for. */
const atTheCounterMilliseconds = 20_000;

/** Accounts of enterprises and the agreements to debit them. */
export const bank: SandboxAuthority = {
  id: "bank",
  seed: (today) =>
    companyList.flatMap((company) =>
      company.account ? [{ kind: "account", key: company.creditCode, record: accountOf(company, today) }] : [],
    ),
  desks: {
    "account-record": queryDesk(z.looseObject({ creditCode: z.string() }), ({ creditCode }, office) => {
      const account = office.read<Account>("account", creditCode);
      if (!account) return { kind: "not-found" };
      const { signsOnline: _signsOnline, ...shown } = account;
      return answer({ creditCode, bankAccounts: [shown] });
    }),
    "debit-agreement": actDesk(Agreement, (form, office) => {
      const account = office.read<Account>("account", form.creditCode);
      if (!account || account.accountNumber !== form.accountNumber || account.branchCode !== form.branchCode) {
        return { kind: "refusal", code: "no-such-account", zh: "没有该账户", en: "There is no such account" };
      }
      if (office.read("agreement", form.creditCode)) {
        return { kind: "refusal", code: "already-agreed", zh: "该账户已签约", en: "An agreement exists already" };
      }
      const signed = sign(form.creditCode, office);
      const isAtOnce = account.signsOnline && account.accountName === form.taxpayerName;
      return isAtOnce
        ? answer(signed)
        : { kind: "pending", later: signed, afterMilliseconds: atTheCounterMilliseconds };
    }),
  },
};
