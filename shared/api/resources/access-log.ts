import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { reasons } from "../../people/access-log/entry.ts";
import { InstantView, TextView } from "./common.ts";

const AccessEntryView = lazily(() =>
  z.object({
    at: InstantView(),
    who: TextView().meta({ description: "The machine, or an official of which office and under which number" }),
    does: z.enum(["looks-up", "reads", "unmasks", "exports", "erases"]),
    words: TextView().meta({ description: "The whole entry in one sentence" }),
    reason: TextView(),
    note: z.string().optional().meta({ description: "The reason in the reader's own words" }),
    mark: z.string().optional().meta({ description: "What the copy carries that was taken" }),
    caseId: z.string(),
    fields: z.array(TextView()),
  }),
);

export const AccessLogPage = lazily(() =>
  z.object({ entries: z.array(AccessEntryView()), next: z.string().optional() }),
);
export type AccessLogPage = z.output<ReturnType<typeof AccessLogPage>>;

export const AccessCheckView = lazily(() =>
  z.object({
    isWhole: z.boolean(),
    chains: z.array(
      z.object({
        whose: z.string(),
        links: z.int(),
        findings: z.array(
          z.object({
            kind: z.enum(["altered", "removed", "reordered"]),
            number: z.int().meta({ description: "Of the link" }),
            foundAt: z.int().optional(),
          }),
        ),
      }),
    ),
  }),
);
export type AccessCheckView = z.output<ReturnType<typeof AccessCheckView>>;

export const UnmaskingRequest = lazily(() =>
  z.strictObject({
    fact: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,79}$/),
    path: z
      .array(z.string().regex(/^[a-zA-Z0-9-]{1,80}$/))
      .max(8)
      .default([])
      .meta({ description: "Where in the fact: `0`, `idNumber`" }),
    reason: z.enum(reasons),
    note: z.string().trim().min(4).max(300).meta({ description: "Why, in one's own words; the person reads it" }),
  }),
);

export const UnmaskedView = lazily(() =>
  z.object({
    caseId: z.string(),
    fact: z.string(),
    path: z.array(z.string()),
    value: z.union([z.string(), z.number(), z.boolean()]),
    mark: z.string().meta({ description: "The reader's mark, to be shown over the value and printed with it" }),
  }),
);
