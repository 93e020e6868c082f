import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";

/** Plain strings of a fixed form: views are made from parsed values, so their schemas only describe. */
export const TextView = lazily(() => z.object({ zh: z.string(), en: z.string() }));

export const InstantView = lazily(() => z.iso.datetime({ precision: 3 }).meta({ description: "UTC" }));

export const NamedView = lazily(() => z.object({ id: z.string(), name: TextView() }));

/** Whose hands a step is in: nobody's, the reader's own, or a colleague's. Who the colleague is, is not told. */
export const claims = ["free", "reader", "colleague"] as const;
export const ClaimView = lazily(() => z.enum(claims));

export const DocumentView = lazily(() =>
  z.object({ name: TextView().optional(), number: z.string(), issuedOn: z.iso.date() }),
);

/** Four clocks, in milliseconds, and two more where an officer was asked. */
export const ClocksView = lazily(() =>
  z.object({
    active: z.number().meta({ description: "A person had the question before them" }),
    away: z.number().meta({ description: "A person had the question and was away" }),
    machine: z.number().meta({ description: "We ourselves" }),
    authority: z.number().meta({ description: "Another authority: its calls and its silence" }),
    queue: z.number().optional().meta({ description: "It lay in the officers' queue" }),
    hands: z.number().optional().meta({ description: "An officer had it in hand" }),
  }),
);

/** What people had to hand in before, and now. */
export const PapersView = lazily(() =>
  z.object({
    formsBefore: z.int(),
    papersBefore: z.int(),
    formsNow: z.int(),
    papersNow: z.int(),
    fieldsBefore: z.int(),
    fieldsNow: z.int(),
    visitsBefore: z.int(),
    visitsNow: z.int(),
  }),
);
