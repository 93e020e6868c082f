import * as z from "zod";
import { type Fen, formatYuan, yuan } from "./fen.ts";

// The arithmetic stands apart from the schema because loading zod takes longer than computing a thousand taxes.
export * from "./fen.ts";

/** The border form of money: `"1234.50"`, at least 0, at most two decimals and ten thousand million yuan. Parses to Fen. */
export const YuanString = z.codec(
  z
    .string()
    .regex(/^(?:0|[1-9]\d{0,9})(?:\.\d{1,2})?$/)
    .meta({ description: "Yuan as a decimal string with at most two decimals", examples: ["1234.50"] }),
  z.custom<Fen>((value) => Number.isSafeInteger(value) && (value as number) >= 0),
  { decode: yuan, encode: formatYuan },
);
