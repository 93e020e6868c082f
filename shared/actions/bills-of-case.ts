import type { Case } from "../cases/case.ts";
import { isInForce } from "../cases/mandate.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Bill } from "../payments/bill.ts";
import type { BillStore } from "../payments/bill-store.ts";
import type { Caller } from "../people/caller.ts";
import { billsOfCaseName } from "./collect-taxes.ts";
import { rolesIn } from "./read-case.ts";

/** The bills of a case as they stand; those that another one replaced are not among them. */
export const billsOfCase = async (
  { bills }: { readonly bills: BillStore },
  { id }: Pick<Case, "id">,
): Promise<readonly Bill[]> => {
  const ids = await bills.readList(billsOfCaseName(id));
  const found = await Promise.all(ids.map((billId) => bills.read(billId)));
  return found.filter((bill) => bill !== undefined);
};

/**
 * The fact by which the parties of a case have agreed who pays for whom: by taxpayer, `{"seller-1": "buyer-1"}`. Whoever
 * is not named pays for themselves. It changes who is shown a bill and may pay it, never who owes it.
 */
const payersFact = "payers";

/**
 * Whether somebody may see a bill, and pay it: its taxpayer, whoever acts for them in the case or holds their mandate
 * to pay, whoever has taken it over, and officers of the case's office, who help at the counter.
 */
export const concernsBill = (current: Case, bill: Bill, caller: Caller, now: Instant): boolean => {
  const mandates = (current.mandates ?? []).filter(
    (mandate) => mandate.to === caller.key && mandate.scopes.includes("pay") && isInForce(mandate, now),
  );
  const people = [caller.key, ...mandates.map(({ from }) => from)];
  if (people.includes(bill.payer) || rolesIn(current, caller).includes("officer")) return true;
  if (bill.party === undefined) return false;
  const own = current.parties.filter(({ person }) => people.includes(person)).flatMap(({ parties = [] }) => parties);
  const agreed = current.facts[payersFact]?.value as Readonly<Record<string, string>> | undefined;
  const payingParty = agreed?.[bill.party];
  return own.includes(bill.party) || (payingParty !== undefined && own.includes(payingParty));
};
