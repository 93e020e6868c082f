import type { Case } from "../../cases/case.ts";
import { calendarDate } from "../../kernel/day.ts";
import { type Fen, formatYuan, sum } from "../../kernel/fen.ts";
import { type CaseValues, valuesIn } from "../../packages/housing/case-values.ts";
import { partyId } from "../../packages/housing/families.ts";
import type { Bill } from "../../payments/bill.ts";
import { nameOfTax } from "../../tax/names.ts";
import type { CertificateLine } from "../certificate.ts";
import { citationOf, lateCharge } from "./law-words.ts";
import { certificateIdOf, owedAndPaid } from "./owed-and-paid.ts";
import type { PlannedCertificate } from "./planned.ts";

/**
 * The certificates of the bills that are paid: one of all taxes for each taxpayer, and one of the deed tax alone, which
 * the register asks for. What was given back because it was not owed is certified no more; a correction that leaves a part
 * of the taxes is certified anew.
 */
export const taxCertificatesOf = (current: Case, bills: readonly Bill[]): readonly PlannedCertificate[] => {
  const facts = Object.fromEntries(Object.entries(current.facts).map(([name, { value }]) => [name, value]));
  const values = valuesIn(facts);
  if (values.assessment === undefined) return [];
  return bills.flatMap((bill) => certificatesOf(values, bill));
};

const certificatesOf = (values: CaseValues, bill: Bill): readonly PlannedCertificate[] => {
  const owed = owedAndPaid(bill);
  const { party } = bill;
  const taxpayer = party === undefined ? undefined : taxpayersOf(values).get(party);
  if (!owed || !taxpayer || party === undefined) return [];
  const [first] = bill.items;
  const { amounts, paidOn, issuedOn, surcharge } = owed;
  const lines = linesOf(values, amounts, party);
  const { name, idType, idNumber } = taxpayer;
  const common = { stepId: "payment", party, holder: name, subject: { name, idType, idNumber } };
  const about: readonly (readonly [string, string])[] = [
    ["纳税人", name],
    ["证件", `${idTypes[idType]} ${hidden(idNumber)}`],
    ["网签合同编号", values.contract.contractNumber],
    ["不动产单元号", values.contract.unitNumber],
    ["房屋坐落", values.unitAddress],
    ["申报表编号", values.declarationNumber],
    ["税款入库日期", paidOn],
  ];
  const certificate = (kind: "tax-payment" | "deed-tax", title: string, chosen: readonly TaxLine[]) => ({
    ...common,
    id: certificateIdOf(kind, bill, amounts),
    content: {
      kind,
      title,
      number: `${kind === "deed-tax" ? "契完" : "税完"} ${first?.reference ?? bill.id}`,
      issuedOn: calendarDate(issuedOn),
      fields: about,
      lines: chosen.map(({ line }) => line),
      total: formatYuan(sum(chosen.map(({ amount }) => amount))),
    },
  });
  const late: readonly TaxLine[] =
    surcharge > 0
      ? [{ tax: "surcharge", amount: surcharge, line: { ...lateCharge, amount: formatYuan(surcharge) } }]
      : [];
  const deedTax = lines.filter(({ tax, amount }) => tax === "deed-tax" && amount > 0);
  return [
    certificate("tax-payment", "税收完税证明", [...lines, ...late]),
    ...(deedTax.length > 0 ? [certificate("deed-tax", "契税完税证明", deedTax)] : []),
  ];
};

interface TaxLine {
  readonly tax: string;
  readonly amount: Bill["items"][number]["amount"];
  readonly line: CertificateLine;
}

/** The payer's taxes. What was paid is said by the bill; one of which nothing was due is named with the law that let it be. */
const linesOf = ({ assessment }: CaseValues, amounts: ReadonlyMap<string, Fen>, party: string): readonly TaxLine[] =>
  assessment.lines.flatMap(({ tax, status, payers, law }) => {
    if (!payers.some(({ id }) => id === party)) return [];
    const amount = amounts.get(tax) ?? sum([]);
    const name = `${nameOfTax(tax).zh}${status === "exempt" ? "(免征)" : ""}`;
    return [{ tax, amount, line: { name, amount: formatYuan(amount), law: citationOf(law) } }];
  });

const taxpayersOf = ({ sellers, buyers }: CaseValues) =>
  new Map([
    ...sellers.map((person, index) => [partyId("sellers", index), person] as const),
    ...buyers.map((person, index) => [partyId("buyers", index), person] as const),
  ]);

const idTypes = { "resident-id": "居民身份证", passport: "护照", other: "其他证件" } as const;

/** Whoever holds the paper can compare it with the person, and nobody learns the number from it. */
const hidden = (number: string): string => `${number.slice(0, 1)}${"*".repeat(number.length - 2)}${number.slice(-1)}`;
