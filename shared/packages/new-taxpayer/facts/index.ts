import type * as z from "zod";
import type { FactValues } from "../../condition.ts";
import { producedFacts } from "./produced.ts";
import { recordFacts } from "./records.ts";
import { wishFacts } from "./wishes.ts";

export const facts = { ...recordFacts, ...wishFacts, ...producedFacts };

type Values = { readonly [Name in keyof typeof facts]: z.output<(typeof facts)[Name]["schema"]> };

/** A fact that the step's description promises to be in hand. */
export const need = <Name extends keyof Values>(values: FactValues, name: Name): Values[Name] => {
  const value = values[name];
  if (value === undefined) throw new Error(`${name} is not in hand`);
  return value as Values[Name];
};

/** A fact that may be in hand. */
export const want = <Name extends keyof Values>(values: FactValues, name: Name): Values[Name] | undefined =>
  values[name] as Values[Name] | undefined;

type WithoutUndefined<Fields> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
} & { [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<Fields[Name], undefined> };

/** The same without the fields that have no value: an absent field is not a field of nothing. */
export const present = <Fields extends object>(fields: Fields): WithoutUndefined<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as WithoutUndefined<Fields>;
