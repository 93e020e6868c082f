import type { Fen } from "../kernel/fen.ts";
import type { Rate } from "../kernel/fraction.ts";
import type { Side, TaxId } from "./assessment.ts";
import type { Evidence, Open } from "./evidence.ts";
import type { Sentence } from "./explain/notes.ts";
import type { Figure } from "./figure.ts";

export interface Payer {
  readonly id: string;
  readonly share: Rate;
}

export interface Relief {
  readonly id: string;
  readonly kind: "reduced-rate" | "part-collected";
  readonly value: Rate;
}

interface LineBase {
  readonly tax: TaxId;
  readonly side: Side;
  readonly payers: readonly Payer[];
  readonly evidence: Evidence;
  readonly shortfalls?: readonly Sentence[];
}

/** A tax with its amount; the formula's value, rounded once, is the amount. */
export interface DueLine extends LineBase {
  readonly status: "due";
  readonly base: Figure;
  readonly rate: Rate;
  readonly relief?: Relief | undefined;
  readonly formula: Figure;
  /** To the fen, half up, unless the law of the tax says otherwise. */
  readonly rounding?: "jiao";
  readonly amount: Fen;
}

/** Nothing to pay, and why. */
export interface ExemptLine extends LineBase {
  readonly status: "exempt";
  readonly relief: string;
}

/** The amount turns on something that is not known. */
export interface OpenLine extends LineBase {
  readonly status: "open";
  readonly open: readonly Open[];
}

export type Line = DueLine | ExemptLine | OpenLine;
