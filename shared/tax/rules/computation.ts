import type { CalendarDate } from "../../kernel/day.ts";
import type { Fen } from "../../kernel/fen.ts";
import type { OfficerCode } from "../explain/notes.ts";
import type { Line } from "../line.ts";

/** What the rules found for one sale, before it is written out. */
export interface Computation {
  readonly lines: readonly Line[];
  readonly holdingFrom?: CalendarDate | undefined;
  readonly taxablePrice?: Fen | undefined;
  /** Both prices without VAT, while the one to use is undecided. */
  readonly undecided?: { readonly declared: Fen; readonly assessed: Fen } | undefined;
  /** Reasons for an officer that concern the whole sale. */
  readonly officer?: readonly OfficerCode[];
}
