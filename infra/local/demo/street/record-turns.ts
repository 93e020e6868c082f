import { daysBefore } from "../../sandbox/days.ts";
import { housingContracts, kept } from "../../sandbox/housing-contracts.ts";
import { contractOf, homeOf } from "../../sandbox/population/housing/street/sale.ts";
import { streetSales } from "../../sandbox/population/housing/street/sales.ts";
import { propertyRegistry, registered } from "../../sandbox/property-registry.ts";
import type { RecordChange } from "./family.ts";

/** The home's record with something else in it. */
export const unitWith =
  (number: number, change: object) =>
  (today: string): RecordChange => {
    const unit = streetSales(today).units?.find(({ unitNumber }) => unitNumber === homeOf(number));
    if (!unit) throw new Error(`no home ${number}`);
    const record = { ...registered(unit), ...change };
    return { authority: propertyRegistry.id, kind: "unit", key: homeOf(number), record };
  };

/** The contract with something else in it. */
export const contractWith =
  (number: number, change: object) =>
  (today: string): RecordChange => {
    const contract = streetSales(today).contracts?.find((each) => each.contractNumber === contractOf(number));
    if (!contract) throw new Error(`no contract ${number}`);
    const record = { ...kept(contract), ...change };
    return { authority: housingContracts.id, kind: "contract", key: contractOf(number), record };
  };

/** Both have taken the contract back; the register learns of it before it registers anything. */
export const contractTakenBack = (number: number) => (): RecordChange => ({
  authority: propertyRegistry.id,
  kind: "contract-taken-back",
  key: contractOf(number),
  record: {},
});

/** The last day to pay lies so many days from today; a day before today makes every payment a late one. */
export const termOfPayment =
  (number: number, days: number) =>
  (today: string): RecordChange => ({
    authority: "core-tax",
    kind: "term-of-payment",
    key: contractOf(number),
    record: { payBy: daysBefore(today, -days) },
  });
