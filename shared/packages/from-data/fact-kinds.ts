import * as z from "zod";
import { CalendarDate } from "../../kernel/calendar-date.ts";
import { CreditCode, DivisionCode, IndustryCode } from "../../kernel/identifiers/index.ts";
import { YuanString } from "../../kernel/money.ts";

const Person = z.object({
  name: z.string().min(1).max(100),
  idType: z.enum(["resident-id", "passport", "other"]),
  idNumber: z.string().min(1).max(40),
});

/** The kinds of facts that a package file may name. Each is checked as it stands: what is stored is what was sent. */
export const factKinds = {
  text: () => z.string().trim().min(1).max(300),
  boolean: () => z.boolean(),
  count: () => z.int().min(0).max(1_000_000),
  yuan: () => YuanString.in,
  date: () => CalendarDate,
  "credit-code": () => CreditCode,
  division: () => DivisionCode,
  industry: () => IndustryCode,
  people: () => z.array(Person).min(1).max(100),
} as const satisfies Record<string, () => z.ZodType>;

export type FactKind = keyof typeof factKinds;
