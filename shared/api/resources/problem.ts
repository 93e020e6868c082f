import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { TextView } from "./common.ts";

/**
 * A problem as RFC 9457 has it, in the language that was asked for; beside it in each of ours, for whoever goes on in
 * another while it is shown.
 */
export const Problem = lazily(() =>
  z.object({
    type: z.string().meta({ description: "urn:one-window:problem:{code}" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: "Stable; what programs go by" }),
    fields: z
      .array(
        z.object({
          path: z.string().meta({ description: "JSON pointer into the body; /query/... for a query parameter" }),
          code: z.string(),
          reason: z.string(),
          text: TextView().meta({ description: "`reason` in each language" }),
        }),
      )
      .optional(),
    texts: z
      .object({ title: TextView(), detail: TextView() })
      .meta({ description: "`title` and `detail` in each language" }),
    expectedVersion: z.int().optional(),
    foundVersion: z.int().optional(),
    acrValues: z.string().optional().meta({ description: "For `acr_values` of the login that this needs" }),
    maxAgeSeconds: z.int().optional().meta({ description: "For `max_age` of the login that this needs" }),
    requestId: z.string().optional().meta({ description: "Tell us this number when you ask for help" }),
  }),
);
export type Problem = z.output<ReturnType<typeof Problem>>;
