import { fen, formatYuan, sum, yuan } from "../../kernel/fen.ts";
import type { Text } from "../../kernel/text.ts";
import type { FactValues } from "../condition.ts";
import type { AwaitedPeople, FactReader } from "../package.ts";
import { type CaseValues, valuesIn } from "./case-values.ts";

type Bill = CaseValues["bills"][number] & { readonly paidBy: string };

/**
 * Who pays how much until when, to each reader their own: whoever has to pay is told the sum, everybody else whom the case
 * waits for, officers all of it.
 */
export const whoPaysNow = (facts: FactValues, { roles, parties }: FactReader): AwaitedPeople => {
  const { bills, payers = {} } = valuesIn(facts);
  const asked = bills.map((bill): Bill => ({ ...bill, paidBy: payers[bill.payer] ?? bill.payer }));
  const own = asked.filter(({ paidBy }) => parties.includes(paidBy));
  const words = roles.includes("officer") ? toOfficer(asked) : own.length > 0 ? toPayer(own, parties) : toOthers(asked);
  return { roles: [...new Set(asked.map(({ paidBy }) => roleOf(paidBy)))], words };
};

const roleOf = (party: string): string => party.split("-")[0] ?? "";

const toPayer = (own: readonly Bill[], parties: readonly string[]): Text => {
  const total = formatYuan(fen(sum(own.map(({ amount }) => yuan(amount)))));
  const until = untilOf(own);
  const isForOthers = own.some(({ payer }) => !parties.includes(payer));
  return {
    zh: `等待您缴款:共${total}元${isForOthers ? "(含约定由您代缴的)" : ""}${until.zh}。已缴清的无需再缴。`,
    en: `waiting for you to pay ${total} yuan${isForOthers ? " (what you pay for others included)" : ""}${until.en}. What is paid already need not be paid again.`,
  };
};

const toOthers = (bills: readonly Bill[]): Text => {
  const who = [...new Set(bills.map(({ paidBy }) => roleOf(paidBy)))].map((role) => roleNames[role] ?? unknownRole);
  const until = untilOf(bills);
  return {
    zh: `等待${who.map(({ zh }) => zh).join("、")}缴款${until.zh}。您无需操作。`,
    en: `waiting for the ${who.map(({ en }) => en).join(" and the ")} to pay${until.en}. You need not do anything.`,
  };
};

const toOfficer = (bills: readonly Bill[]): Text => ({
  zh: `等待缴款:${bills.map((bill) => `${partyName(bill.paidBy).zh}${bill.amount}元${untilOf([bill]).zh}`).join(";")}`,
  en: `waiting for payment: ${bills.map((bill) => `${partyName(bill.paidBy).en} ${bill.amount} yuan${untilOf([bill]).en}`).join("; ")}`,
});

/** The first day after which one of them is late. */
const untilOf = (bills: readonly Bill[]): Text => {
  const [payBy] = bills.flatMap((bill) => bill.payBy ?? []).sort();
  if (payBy === undefined) return { zh: "", en: "" };
  return {
    zh: `,期限${payBy},逾期按日加收滞纳金`,
    en: ` by ${payBy}; after that day a surcharge is added for each day`,
  };
};

const roleNames: Readonly<Record<string, Text>> = {
  seller: { zh: "卖方", en: "seller" },
  buyer: { zh: "买方", en: "buyer" },
};
const unknownRole: Text = { zh: "当事人", en: "party" };

const partyName = (party: string): Text => {
  const name = roleNames[roleOf(party)] ?? unknownRole;
  const number = party.split("-")[1] ?? "";
  return { zh: `${name.zh}${number}`, en: `${name.en} ${number}` };
};
