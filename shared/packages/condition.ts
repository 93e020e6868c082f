/**
 * A condition as data: it can be shown, drawn and explained, which a function cannot.
 * A fact that nobody gave counts as absent: `equals` and `oneOf` are then false.
 */
export type Condition =
  | { readonly fact: string; readonly equals: string | number | boolean }
  | { readonly fact: string; readonly oneOf: readonly (string | number)[] }
  | { readonly fact: string; readonly includes: string }
  | { readonly fact: string; readonly isGiven: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type FactValues = Readonly<Record<string, unknown>>;

export const holds = (condition: Condition, facts: FactValues): boolean => {
  if ("all" in condition) return condition.all.every((each) => holds(each, facts));
  if ("any" in condition) return condition.any.some((each) => holds(each, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  const value = facts[condition.fact];
  if ("equals" in condition) return value === condition.equals;
  if ("oneOf" in condition) return condition.oneOf.includes(value as string | number);
  if ("includes" in condition) return Array.isArray(value) && value.includes(condition.includes);
  return (value !== undefined) === condition.isGiven;
};

/** The facts that a condition looks at. */
export const factsOf = (condition: Condition): readonly string[] => {
  if ("all" in condition) return condition.all.flatMap(factsOf);
  if ("any" in condition) return condition.any.flatMap(factsOf);
  if ("not" in condition) return factsOf(condition.not);
  return [condition.fact];
};
