import type * as z from "zod";
import { isTableBusy } from "../cases/table-trouble.ts";
import { coreTaxHousing, type SaleRefund, type Settlement } from "../connectors/core-tax/housing.ts";
import { coreTaxRepurchase, type RefundOrdered } from "../connectors/core-tax/repurchase.ts";
import { type CallAuthority, operationId } from "../connectors/operation.ts";
import { yuan } from "../kernel/fen.ts";
import type { Clock } from "../kernel/instant.ts";
import type { BillStore } from "../payments/bill-store.ts";
import { cancelBill } from "../payments/cancel-bill.ts";
import { issueBill } from "../payments/issue-bill.ts";
import { decideRefund } from "../payments/refund-bill.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import type { PersonKey } from "../people/person-key.ts";
import { settlementOf } from "./settlement-of.ts";

export interface Collection {
  readonly bills: BillStore;
  readonly hash: KeyedHash;
  readonly clock: Clock;
}

/**
 * The bureau's own hand on the core tax system's money: wraps the port through which cases reach authorities, so that
 * whatever runs a case also keeps the ledger, before the case goes on. Nothing is needed of a package but its steps:
 *
 * - `core-tax/settlement` (the housing package's step `payment`): its bills are issued here, and those of the case that are
 *   not among them any more are taken back. The step then waits; `settleCase` answers it once the last bill is paid. Where
 *   all are paid already, as after a correction that only gives back, it need not wait.
 * - `core-tax/refund-sale`, `core-tax/refund-overpaid` and `core-tax/refund-repurchase`: what the core tax system orders is decided here as a refund of
 *   the bill that was paid; the due clock gives it back the way it came.
 *
 * All of it is harmless when repeated, so that a crash between here and there does nothing twice.
 */
export const collectTaxes = (call: CallAuthority, collection: Collection): CallAuthority => {
  const before: Readonly<Record<string, (request: never, key: string) => Promise<void>>> = {
    [operationId(coreTaxHousing.settlement)]: (request: Collected, key) => issueBills(collection, request, key),
  };
  const afterwards: Readonly<Record<string, (request: never, answer: never, key: string) => Promise<void>>> = {
    [operationId(coreTaxHousing.refundSale)]: (_request: unknown, answer: SaleRefund, key) =>
      refundSale(collection, answer, key),
    [operationId(coreTaxHousing.refundOverpaid)]: (request: Overpaid, _answer: unknown, key) =>
      refundOverpaid(collection, request, key),
    [operationId(coreTaxRepurchase.refundRepurchase)]: (request: Repurchase, answer: RefundOrdered) =>
      refundRepurchase(collection, request, answer),
  };
  const collect: CallAuthority = async (operation, request, options) => {
    const id = operationId(operation);
    await before[id]?.(request as never, options.key);
    const outcome = await call(operation, request, options);
    if (outcome.kind === "answered") await afterwards[id]?.(request as never, outcome.answer as never, options.key);
    if (outcome.kind !== "pending" || id !== operationId(coreTaxHousing.settlement)) return outcome;
    const settlement = await settledAlready(collection, caseIdIn(options.key));
    return settlement ? { ...outcome, kind: "answered", answer: settlement as never } : outcome;
  };
  return async (operation, request, options) => {
    try {
      return await collect(operation, request, options);
    } catch (error) {
      // A ledger that has no room now is waited for like an authority that is silent.
      if (!isTableBusy(error)) throw error;
      const stamp = { authority: operation.authority, reference: "", attempts: 1, milliseconds: 0 };
      return { kind: "silent", reason: "failed", stamp };
    }
  };
};

type Collected = z.infer<typeof coreTaxHousing.settlement.request>;
type Overpaid = z.infer<typeof coreTaxHousing.refundOverpaid.request>;
type Repurchase = z.infer<typeof coreTaxRepurchase.refundRepurchase.request>;

/** The business key of an act begins with its case. */
const caseIdIn = (key: string): string => key.split(":")[0] ?? "";

/** The name under which the bills of a case are listed. */
export const billsOfCaseName = (caseId: string): string => `case/${caseId}`;

const billIdOf = (hash: KeyedHash, caseId: string, billNumber: string): string =>
  hash.of("bill", caseId, billNumber).slice(0, 20);

/** What somebody has paid, or will, on one sale: where a later refund finds it. */
const billsOfSaleName = (hash: KeyedHash, contractNumber: string, payer: PersonKey): string =>
  `sale/${hash.of("bills-of-sale", contractNumber, payer)}`;

const issueBills = async ({ bills, hash, clock }: Collection, request: Collected, key: string): Promise<void> => {
  const caseId = caseIdIn(key);
  const name = billsOfCaseName(caseId);
  const issued: string[] = [];
  for (const { billNumber, party, payer: document, taxes, payBy } of request.bills) {
    const id = billIdOf(hash, caseId, billNumber);
    const payer = hash.person(document);
    const items = taxes
      .map(({ tax, amount }) => ({ id: tax, tax, amount: yuan(amount), reference: billNumber }))
      .filter(({ amount }) => amount > 0);
    const order = { id, caseId, payer, party, items, ...(payBy !== undefined && { dueOn: payBy }) };
    await issueBill(bills, order, clock());
    await bills.keepList(billsOfSaleName(hash, request.contractNumber, payer), [id], clock());
    issued.push(id);
  }
  for (const earlier of await bills.readList(name)) {
    if (!issued.includes(earlier)) await cancelBill({ bills, clock }, earlier, "correction");
  }
  await bills.keepList(name, issued, clock());
};

const refundSale = async ({ bills, hash, clock }: Collection, answer: SaleRefund, key: string): Promise<void> => {
  for (const { billNumber } of answer.refunds) {
    // A bill that was settled elsewhere is open here, and is not to be paid again.
    await cancelBill({ bills, clock }, billIdOf(hash, caseIdIn(key), billNumber), "sale-cancelled");
  }
};

const settledAlready = async ({ bills }: Collection, caseId: string): Promise<Settlement | undefined> => {
  const ids = await bills.readList(billsOfCaseName(caseId));
  const found = await Promise.all(ids.map((id) => bills.read(id)));
  return settlementOf(found.filter((bill) => bill !== undefined));
};

/** Each tax goes back from the bill that brought it. */
const refundOverpaid = async (
  { bills, hash, clock }: Collection,
  { refunds }: Overpaid,
  key: string,
): Promise<void> => {
  for (const { billNumber, taxes } of refunds) {
    const parts = taxes.map(({ tax, amount }) => ({ item: tax, amount: yuan(amount) }));
    await decideRefund(
      { bills, clock },
      { billId: billIdOf(hash, caseIdIn(key), billNumber), reason: "correction", parts },
    );
  }
};

/** Income tax that was paid before this ledger began, or elsewhere, goes back without it. */
const refundRepurchase = async (
  { bills, hash, clock }: Collection,
  { saleContract, person }: Repurchase,
  { amount }: RefundOrdered,
): Promise<void> => {
  const [billId] = await bills.readList(billsOfSaleName(hash, saleContract, hash.person(person)));
  if (billId === undefined) return;
  const parts = [{ item: "income-tax", amount: yuan(amount) }];
  await decideRefund({ bills, clock }, { billId, reason: "re-purchase", parts });
};
