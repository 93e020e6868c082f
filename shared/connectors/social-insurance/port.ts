import * as z from "zod";
import { CreditCode } from "../../kernel/identifiers/index.ts";
import { defineOperation } from "../operation.ts";
import { DayText } from "../record-shapes.ts";

/** Whom an enterprise has insured. "Not found" means that it has not registered as an employer. */
export const employerRecord = defineOperation({
  authority: "social-insurance",
  name: "employer-record",
  kind: "query",
  label: { zh: "用人单位参保信息", en: "employer record" },
  request: () => z.object({ creditCode: CreditCode }),
  answer: () =>
    z.object({
      creditCode: CreditCode,
      insuredEmployees: z.int().min(0).max(1_000_000),
      /** The first month that was insured, by its first day. */
      insuredSince: DayText.exactOptional(),
    }),
  isAbout: (request, answer) => request.creditCode === answer.creditCode,
});
