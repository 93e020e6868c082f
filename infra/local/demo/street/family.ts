import type { Text } from "../../../../shared/kernel/text.ts";
import type { Login } from "../../sandbox/population/people.ts";

type Answers = Readonly<Record<string, unknown>>;

/** A family of the street: what happens to it, who says what, and what must come of it. Read by scenarios and by the demo. */
export interface Family {
  readonly id: string;
  readonly story: Text;
  /** What must come of it, in words. */
  readonly outcome: Text;
  readonly contractNumber: string;
  /** What is asked for; a sale unless said otherwise. */
  readonly packageId?: "repurchase-refund";
  /** Who answers, in this order; the first opens. Whoever is named in the contract and not here stays away. */
  readonly people: readonly [Login, ...Login[]];
  /** By step, then by person; `*` for everybody. What is not here is only confirmed. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, Answers>>>>;
  /** What the officer decides, by step, in order; a step that is not here is approved. */
  readonly decisions?: Readonly<Record<string, readonly { readonly approved: boolean; readonly values?: Answers }[]>>;
  /** Who does not pay; everybody else pays the bills that they see. */
  readonly withholds?: readonly Login[];
  /** Turns of events, each once, when its moment has come. */
  readonly turns?: readonly Turn[];
  readonly expected: Expected;
}

export interface Turn {
  /** The opening, or the moment in which a step stands so. */
  readonly when: "opening" | { readonly step: string; readonly status: string };
  readonly happens: Happening;
}

export type Happening =
  | { readonly kind: "silence"; readonly authority: string }
  | { readonly kind: "answering-again" }
  /** Somebody asks for a step that is no part of the plan by itself. */
  | { readonly kind: "request"; readonly login: Login; readonly step: string; readonly reason: string }
  | { readonly kind: "record"; readonly record: (today: string) => RecordChange };

export interface RecordChange {
  readonly authority: string;
  readonly kind: string;
  readonly key: string;
  readonly record: unknown;
}

export interface Expected {
  readonly status: "completed" | "refused" | "open";
  /** Whom an open case waits for. */
  readonly waitsFor?: readonly string[];
  /** `seller-1 income-tax 34000.00`: everything above 0, reckoned by hand. */
  readonly payments: readonly string[];
  /** What was paid in all, where it is not the sum of the payments; whatever else is a fault. */
  readonly paid?: string;
  /** What was added for paying late, in all. */
  readonly surcharge?: string;
  /** What went back, bill by bill. */
  readonly refunded?: readonly string[];
  /** What is given back to whoever buys again, and of which sale. */
  readonly repurchase?: { readonly amount: string; readonly saleContract: string };
  /** Steps that an officer decided, in the order of the package. */
  readonly officer?: readonly string[];
  /** Why a step was refused. */
  readonly refused?: string;
  /** Somebody had to confirm once more, because what they had signed had changed. */
  readonly signedAnew?: readonly string[];
}
