import * as z from "zod";
import { formatFraction, type Rate, readShare } from "./fraction.ts";

// The arithmetic stands apart from the schema because loading zod takes longer than computing a thousand taxes.
export * from "./fraction.ts";

/** A share of a whole, above 0 and at most 1, written `"1/3"`, `"0.5"` or `"33.4%"`; read exactly. */
export const ShareString = z.codec(
  z
    .string()
    .refine((text) => readShare(text) !== undefined, { message: "Not a share above 0 and at most 1" })
    .meta({ description: "A share of the whole: 1/3, 0.5 or 50%", examples: ["1/2"] }),
  z.custom<Rate>(),
  { decode: (text) => readShare(text) as Rate, encode: formatFraction },
);
