import * as z from "zod";
import { defineOperation } from "../operation.ts";
import { DayText, PersonRecord, Persons } from "../record-shapes.ts";

const about = PersonRecord.pick({ idType: true, idNumber: true }).shape;

/** What the marriage register says of a person. `not-found` is not "single": it says nothing about them. */
export const MarriageRecord = z.discriminatedUnion("state", [
  z.object({ ...about, state: z.literal("married"), spouse: PersonRecord, since: DayText }),
  z.object({ ...about, state: z.literal("divorced"), since: DayText }),
  z.object({ ...about, state: z.literal("widowed"), since: DayText }),
  /** The register knows the person and holds no marriage of theirs. */
  z.object({ ...about, state: z.literal("never-registered") }),
  z.object({ ...about, state: z.literal("not-found") }),
]);
export type MarriageRecord = z.infer<typeof MarriageRecord>;

export const civilAffairs = {
  marriages: defineOperation({
    authority: "civil-affairs",
    name: "marriages",
    kind: "query",
    label: { zh: "婚姻登记信息", en: "the marriage records of the persons asked about" },
    request: () => Persons,
    answer: () => z.object({ records: z.array(MarriageRecord) }),
  }),
};
