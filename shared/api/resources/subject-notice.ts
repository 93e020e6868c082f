import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { InstantView, NamedView, TextView } from "./common.ts";
import { Reason } from "./requests.ts";

/** What somebody is told whom a record names: that it does, what for, and what became of their objection. Never a value. */
export const SubjectNotice = lazily(() =>
  z.object({
    caseId: z.string(),
    matter: TextView().meta({ description: "What the case is about" }),
    controller: NamedView(),
    purpose: TextView(),
    legalBasis: TextView(),
    records: z
      .array(
        z.object({
          id: z.string(),
          authority: NamedView(),
          record: TextView(),
          items: z.array(TextView()),
          isHeldBack: z.boolean().meta({ description: "It is not used until an officer has examined it" }),
        }),
      )
      .meta({ description: "The records that name the reader, as they are used in the case" }),
    mayObject: z.boolean(),
    objectionMeans: TextView(),
    objections: z
      .array(
        z.object({
          at: InstantView(),
          reason: z.string(),
          state: z.enum(["examined", "used", "not-used", "over"]),
          words: TextView(),
          answers: z.array(z.object({ at: InstantView(), reason: z.string() })),
        }),
      )
      .meta({ description: "The reader's own, with the officer's answer" }),
  }),
);
export type SubjectNotice = z.output<ReturnType<typeof SubjectNotice>>;

export const ObjectionRequest = lazily(() =>
  z.strictObject({
    reason: Reason().meta({ description: "Why the record should not be used; officers alone read it" }),
  }),
);
