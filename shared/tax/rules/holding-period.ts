import { addDays, addYears, type CalendarDate, daysBetween } from "../../kernel/day.ts";
import { Evidence, type Open } from "../evidence.ts";
import type { Sentence } from "../explain/notes.ts";
import type { Acquisition } from "../facts.ts";
import {
  type ClockStart,
  clockEndsOnFilingDay,
  daysAfterAnniversary,
  giftFromOthersGoesToOfficer,
  housingReformClock,
  judgmentClock,
  leapDayRule,
  purchaseClock,
  selfBuiltClock,
  takenHomeClock,
} from "../law/holding.ts";
import type { Timeline } from "../law/timeline.ts";
import type { Sheet } from "../sheet.ts";

export interface HoldingPeriod {
  readonly evidence: Evidence;
  /** The earliest day that is known; an unknown one could only be earlier. */
  readonly start: CalendarDate | undefined;
  readonly open: readonly Open[];
}

export type Held =
  | { readonly answer: "yes"; readonly evidence: Evidence }
  | { readonly answer: "no"; readonly evidence: Evidence; readonly shortfall: Sentence }
  | { readonly answer: "open"; readonly evidence: Evidence; readonly open: readonly Open[] };

interface Candidate {
  readonly basis: string;
  readonly path: string;
  readonly day: CalendarDate | null | undefined;
}

const clocks: Readonly<Record<Exclude<Acquisition["mode"], "gift-from-others">, Timeline<readonly ClockStart[]>>> = {
  purchase: purchaseClock,
  "gift-from-kin": takenHomeClock,
  inheritance: takenHomeClock,
  divorce: takenHomeClock,
  "housing-reform": housingReformClock,
  "court-judgment": judgmentClock,
  "self-built": selfBuiltClock,
};

/** The day on which the holding period began, by the way the home was acquired: the earliest of those that count. */
export const holdingPeriodOf = ({ facts: { acquisition }, evidence: newEvidence }: Sheet): HoldingPeriod => {
  const evidence = newEvidence();
  evidence.fact("/acquisition/mode", acquisition.mode);
  if (acquisition.mode === "gift-from-others") {
    evidence.use(giftFromOthersGoesToOfficer);
    return { evidence, start: undefined, open: [{ officer: "gift-from-others" }] };
  }
  let first: (Candidate & { day: CalendarDate }) | undefined;
  const open: Open[] = [];
  for (const candidate of candidatesOf(acquisition, evidence.use(clocks[acquisition.mode]))) {
    const { path, day } = candidate;
    if (day === undefined) open.push({ missing: path });
    else evidence.fact(path, day ?? "null");
    if (day && (first === undefined || day < first.day)) first = { ...candidate, day };
  }
  if (first !== undefined) evidence.say("holding-starts", { start: first.day, basis: first.basis });
  else if (open.length === 0) open.push({ officer: "no-acquisition-date" });
  if (acquisition.mode === "purchase" && acquisition.contractDate !== undefined) {
    evidence.fact("/acquisition/contractDate", acquisition.contractDate);
    evidence.say("contract-does-not-start-clock", { contractDate: acquisition.contractDate });
  }
  return { evidence, start: first?.day, open };
};

const candidatesOf = (acquisition: Acquisition, starts: readonly ClockStart[]): readonly Candidate[] => {
  const values: Readonly<Record<string, unknown>> = acquisition;
  // The schema has parsed every field of this name as a day.
  const dayIn = (field: DayField) => values[field] as CalendarDate | null | undefined;
  return starts.flatMap((basis): Candidate[] => {
    if (basis !== "previous-purchase") {
      const field = fieldOf[basis];
      return [{ basis, path: `/acquisition/${field}`, day: dayIn(field) }];
    }
    const previous = "previous" in acquisition ? acquisition.previous : undefined;
    return [
      { basis: "previous-title", path: "/acquisition/previous/titleDate", day: previous?.titleDate },
      { basis: "previous-deed-tax", path: "/acquisition/previous/deedTaxDate", day: previous?.deedTaxDate },
    ];
  });
};

const fieldOf = {
  title: "titleDate",
  "deed-tax": "deedTaxDate",
  contract: "contractDate",
  receipt: "receiptDate",
  judgment: "judgmentDate",
} as const satisfies Record<Exclude<ClockStart, "previous-purchase">, string>;

type DayField = (typeof fieldOf)[keyof typeof fieldOf];

/** The first day on which a period of years is full. One function, so that the law can move it by a day. */
const fullOn = (start: CalendarDate, years: number, evidence: Evidence): CalendarDate => {
  const anniversary = addYears(start, years);
  if (anniversary.slice(5) !== start.slice(5)) evidence.use(leapDayRule);
  const days = quietly(evidence, daysAfterAnniversary);
  const full = days === 0 ? anniversary : addDays(anniversary, days);
  // Only on the day itself does the result turn on this reading.
  if (evidence.date === full) evidence.use(daysAfterAnniversary);
  return full;
};

/** Reads a value without naming it as used: for law that this case does not turn on. */
const quietly = <Value>(evidence: Evidence, law: Timeline<Value>): Value => new Evidence(evidence.date).use(law);

/** Whether the home was held for full years on the filing day; if not, by how many days it fell short. */
export const heldFor = (sheet: Sheet, period: HoldingPeriod, years: number): Held => {
  const evidence = sheet.evidence();
  evidence.rest(period.evidence);
  const { start, open } = period;
  if (start === undefined) return { answer: "open", evidence, open };
  const full = fullOn(start, years, evidence);
  evidence.fact("/filingDate", sheet.date);
  if (sheet.date >= full) {
    const { contractDate } = sheet.facts.sale;
    // Full between contract and filing: then the end of the clock decides.
    if (contractDate !== undefined && contractDate < full) evidence.use(clockEndsOnFilingDay);
    evidence.say("held-in-full", { years, anniversary: full, filingDate: sheet.date });
    return { answer: "yes", evidence };
  }
  if (open.length > 0) return { answer: "open", evidence, open };
  const days = daysBetween(sheet.date, full);
  const shortfall = evidence.say("held-short", { years, anniversary: full, filingDate: sheet.date, days });
  return { answer: "no", evidence, shortfall };
};
