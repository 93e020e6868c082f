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

/** Whether a condition holds, once all that it looks at is settled. */
export const holds = (condition: Condition, facts: FactValues): boolean =>
  judge(condition, facts, () => false) === true;

/**
 * Whether a condition holds while some facts may still come: undefined as long as they could turn it. What is known may
 * decide it earlier: `any` with one that holds, `all` with one that does not.
 */
export const judge = (
  condition: Condition,
  facts: FactValues,
  mayCome: (fact: string) => boolean,
): boolean | undefined => {
  if ("all" in condition) return judgeEvery(condition.all, false, facts, mayCome);
  if ("any" in condition) return judgeEvery(condition.any, true, facts, mayCome);
  if ("not" in condition) {
    const inner = judge(condition.not, facts, mayCome);
    return inner === undefined ? undefined : !inner;
  }
  const value = facts[condition.fact];
  if (value === undefined && mayCome(condition.fact)) return undefined;
  if ("equals" in condition) return value === condition.equals;
  if ("oneOf" in condition) return condition.oneOf.includes(value as string | number);
  if ("includes" in condition) return Array.isArray(value) && value.includes(condition.includes);
  return (value !== undefined) === condition.isGiven;
};

/** `decisive` is the verdict of one part that settles the whole. */
const judgeEvery = (
  parts: readonly Condition[],
  decisive: boolean,
  facts: FactValues,
  mayCome: (fact: string) => boolean,
): boolean | undefined => {
  const verdicts = parts.map((part) => judge(part, facts, mayCome));
  if (verdicts.includes(decisive)) return decisive;
  return verdicts.includes(undefined) ? undefined : !decisive;
};

/** The facts that a condition looks at. */
export const factsOf = (condition: Condition): readonly string[] => {
  const facts = looksAt.get(condition) ?? factsIn(condition);
  looksAt.set(condition, facts);
  return facts;
};

/** A package's conditions do not change, and the plan asks after every step. */
const looksAt = new WeakMap<Condition, readonly string[]>();

const factsIn = (condition: Condition): readonly string[] => {
  if ("all" in condition) return condition.all.flatMap(factsOf);
  if ("any" in condition) return condition.any.flatMap(factsOf);
  if ("not" in condition) return factsOf(condition.not);
  return [condition.fact];
};
