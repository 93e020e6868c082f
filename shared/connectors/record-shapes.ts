import * as z from "zod";
import { isCalendarDate } from "../kernel/day.ts";

/*
 * Shapes that many answers share. They check and do not convert: what an authority said is stored, sealed and shown as
 * it was said, and becomes money or a share only where it is reckoned with.
 */

/** `YYYY-MM-DD`, a day that exists. */
export const DayText = z.string().refine(isCalendarDate, { message: "Not a calendar day" });

/** Yuan with at most two decimals, `"1234.50"`. */
export const YuanText = z.string().regex(/^(?:0|[1-9]\d{0,9})(?:\.\d{1,2})?$/);

/** `"1/2"`, or `"1"` for the whole. */
export const ShareText = z.string().regex(/^(?:1|[1-9]\d{0,4}\/[1-9]\d{0,4})$/);

/** Six digits: a county or district; ending in `00` a city, in `0000` a province. */
export const DivisionCode = z.string().regex(/^\d{6}$/);

/** 不动产单元号: 28 digits and letters, the first six the division in which the unit lies. */
export const UnitNumber = z.string().regex(/^\d{6}[0-9A-Z]{22}$/);

/** A person as records name them. */
export const PersonRecord = z.object({
  name: z.string().min(1).max(100),
  idType: z.enum(["resident-id", "passport", "other"]),
  idNumber: z.string().min(1).max(30),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** A person with a share of what is owned, sold or bought. */
export const ShareHolder = PersonRecord.extend({
  share: ShareText,
  /** A minor's guardian, or the agent whom the record names: who acts for this person. */
  representedBy: PersonRecord.optional(),
});
export type ShareHolder = z.infer<typeof ShareHolder>;

/** About whom; each must have agreed to be asked about. */
export const Persons = z.object({ persons: z.array(PersonRecord).min(1).max(40) });

/** Whether an answer is about the very persons who were asked about: each of them, and nobody else. */
export const isAboutThem = (asked: Named, answered: Named): boolean => {
  const [whom, about] = [namesOf(asked), namesOf(answered)];
  return whom.size === about.size && [...whom].every((name) => about.has(name));
};

interface Named {
  readonly persons: readonly { readonly idType: string; readonly idNumber: string }[];
}

const namesOf = ({ persons }: Named): ReadonlySet<string> =>
  new Set(persons.map(({ idType, idNumber }) => `${idType} ${idNumber.toUpperCase()}`));

/** About whom, and where: every division named, with all that lies in it. */
export const PersonsInDivisions = Persons.extend({ divisions: z.array(DivisionCode).min(1).max(200) });

/** A home of a person, whole or in part. */
export const HomeRecord = z.object({
  unitNumber: UnitNumber,
  division: DivisionCode,
  use: z.enum(["housing", "non-residential"]),
});
export type HomeRecord = z.infer<typeof HomeRecord>;

/** The homes of each person asked about; none is an empty list, not a missing person. */
export const HomesOfPersons = z.object({
  persons: z.array(PersonRecord.pick({ idType: true, idNumber: true }).extend({ homes: z.array(HomeRecord).max(200) })),
});
export type HomesOfPersons = z.infer<typeof HomesOfPersons>;
