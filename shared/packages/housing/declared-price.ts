import type { FactValues } from "../condition.ts";
import { type CaseValues, valuesIn } from "./case-values.ts";
import { findingsOf } from "./officer-decisions.ts";

export const isForeign = ({ currency = "CNY" }: CaseValues["contract"]): boolean => currency !== "CNY";

/** What is declared, in yuan: the contract's price, or what an officer has converted it to; none while that is open. */
export const declaredPriceOf = (facts: FactValues): string | undefined => {
  const { contract } = valuesIn(facts);
  return isForeign(contract) ? findingsOf(facts, ["record-check"])?.priceInYuan : contract.price;
};
