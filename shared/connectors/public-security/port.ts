import * as z from "zod";
import { defineOperation } from "../operation.ts";
import { DayText, isAboutThem, PersonRecord, Persons } from "../record-shapes.ts";

const about = PersonRecord.pick({ idType: true, idNumber: true });

export const Child = PersonRecord.extend({ birthDate: DayText });
export type Child = z.infer<typeof Child>;

export const publicSecurity = {
  /** Each person's children under 18 today. */
  household: defineOperation({
    authority: "public-security",
    name: "household",
    kind: "query",
    label: { zh: "户籍未成年子女信息", en: "the minor children of the persons asked about" },
    request: () => Persons,
    answer: () => z.object({ persons: z.array(about.extend({ minorChildren: z.array(Child).max(20) })) }),
    isAbout: isAboutThem,
  }),
  /** Who has passed a face check. */
  verifyIdentities: defineOperation({
    authority: "public-security",
    name: "verify-identities",
    kind: "query",
    label: { zh: "实名核验结果", en: "who of the persons asked about has passed a face check" },
    request: () => Persons,
    answer: () =>
      z.object({ persons: z.array(about.extend({ isVerified: z.boolean(), verifiedOn: DayText.optional() })) }),
    isAbout: isAboutThem,
  }),
};
