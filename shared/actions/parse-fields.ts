import type * as z from "zod";
import { checkFields } from "../kernel/check-fields.ts";
import { Refusal } from "../kernel/refusal.ts";

/** Parses what a person sent by its schema. @throws Refusal `code` with each field that is wrong, under `path`. */
export const parseFields = (schema: z.ZodType, value: unknown, code: string, path: string): Record<string, unknown> => {
  const checked = checkFields(schema, value, path);
  if (!checked.isValid) throw new Refusal(code, { fields: checked.fields });
  return checked.value as Record<string, unknown>;
};
