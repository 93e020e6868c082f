import * as z from "zod";

/** Plain strings of a fixed form: views are made from parsed values, so their schemas only describe. */
export const TextView = z.object({ zh: z.string(), en: z.string() });

export const InstantView = z.iso.datetime({ precision: 3 }).meta({ description: "UTC" });

export const NamedView = z.object({ id: z.string(), name: TextView });

export const DocumentView = z.object({ name: TextView.optional(), number: z.string(), issuedOn: z.iso.date() });

/** Four clocks, in milliseconds. */
export const ClocksView = z.object({
  active: z.number().meta({ description: "A person had the question before them" }),
  away: z.number().meta({ description: "A person had the question and was away" }),
  machine: z.number().meta({ description: "We ourselves" }),
  authority: z.number().meta({ description: "Another authority: its calls and its silence" }),
});

/** What people had to hand in before, and now. */
export const PapersView = z.object({
  formsBefore: z.int(),
  papersBefore: z.int(),
  formsNow: z.int(),
  papersNow: z.int(),
  visitsBefore: z.int(),
  visitsNow: z.int(),
});
