import type { FactValues } from "../condition.ts";
import { valuesIn } from "./case-values.ts";
import { declaredPriceOf } from "./declared-price.ts";

/**
 * What a taxpayer declares, as data in a fixed form: the sale, their own taxes with rates and law, and what was found on
 * the home. Its hash is what they sign. The filing day is not part of it, but everything that a day decides is: on another
 * day the same taxes under the same entries of the law are the same declaration.
 */
export const declarationFormOf = (facts: FactValues, party: string) => {
  const { contract, unit, assessment } = valuesIn(facts);
  return {
    form: "second-hand-housing-declaration/1",
    contractNumber: contract.contractNumber,
    unitNumber: contract.unitNumber,
    price: contract.price,
    // Only where it says something: yuan need no saying.
    ...(contract.currency && { currency: contract.currency, priceInYuan: declaredPriceOf(facts) }),
    restrictions: [...unit.restrictions].sort(),
    taxpayer: party,
    taxes: assessment.lines
      .filter(({ payers }) => payers.some(({ id }) => id === party))
      .map(({ tax, status, rate, payers, law }) => ({
        tax,
        status,
        rate,
        amount: payers.find(({ id }) => id === party)?.amount,
        law,
      })),
  };
};

/** Whoever acts for several taxpayers signs all their forms at once. */
export const declarationForm = (facts: FactValues, parties: readonly string[]): unknown => {
  const [only, ...others] = parties;
  if (only !== undefined && others.length === 0) return declarationFormOf(facts, only);
  return parties.map((party) => declarationFormOf(facts, party));
};
