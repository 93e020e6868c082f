import * as z from "zod";
import type { CalendarDate } from "../../kernel/day.ts";
import { formatYuan, sum, yuan } from "../../kernel/fen.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Text } from "../../kernel/text.ts";
import { assess } from "../../tax/assess.ts";
import type { Assessment } from "../../tax/assessment.ts";
import { HousingFacts } from "../../tax/facts.ts";
import type { Locality } from "../../tax/locality.ts";
import type { FactValues } from "../condition.ts";
import type { FactReader, StepContext, StepReading } from "../package.ts";
import { valuesIn } from "./case-values.ts";
import { findingsNotUnderstood, findingsOf, findingsWith } from "./officer-decisions.ts";
import { StoredAssessment } from "./stored-assessment.ts";
import { taxFactsOf } from "./tax-facts.ts";

/** Where officers may establish what the records do not say; a later finding goes before an earlier one. */
const decidedIn = ["record-check", "family-check", "assessment"] as const;

/**
 * The whole assessment with its explanation, computed from a case's facts as of a filing day. The same facts and day
 * give the same assessment, so that a case need not keep it.
 * @throws Refusal `facts-invalid` for records that contradict each other, or a day without law; ZodError for a record
 * that is no fact of the law, such as an area of 0
 */
export const explainedAssessment = (facts: FactValues, filingDate: CalendarDate, locality: Locality): Assessment => {
  const values = valuesIn(facts);
  const found = findingsOf(facts, decidedIn);
  const corrected = values.corrected?.findings;
  const json = taxFactsOf(values, filingDate, corrected ? findingsWith(found, corrected) : found);
  return assess(HousingFacts.parse(json), { locality });
};

/** The rule of the assessment step: the taxes, or what an officer must settle before they are certain. */
export const decideAssessment =
  (locality: Locality) =>
  (facts: FactValues, { today, again }: StepContext): StepReading => {
    if (findingsOf(facts, decidedIn) === undefined) return forOfficer([findingsNotUnderstood]);
    let assessment: Assessment;
    try {
      assessment = explainedAssessment(facts, filingDayOf(facts, today), locality);
    } catch (error) {
      if (error instanceof Refusal) {
        return forOfficer([recordsImpossible, ...(error.data.fields ?? []).map(({ reason }) => reason)]);
      }
      if (error instanceof z.ZodError) return forOfficer([recordsImpossible]);
      throw error;
    }
    if (assessment.outcome !== "assessed") return forOfficer(reasonsIn(assessment));
    const stored = storedOf(assessment);
    const told = again && reassessed(again, stored);
    return { kind: "done", gives: { assessment: stored }, ...told };
  };

/**
 * Openly: why it was reckoned anew, and whose taxes have changed by it. Not by how much: everybody of the case reads this,
 * and each side's taxes are its own.
 */
const reassessed = (
  { because, former }: NonNullable<StepContext["again"]>,
  now: StoredAssessment,
): { readonly because: Text; readonly isUnchanged?: boolean } => {
  const before = StoredAssessment.safeParse(former.assessment).data;
  if (!before) return { because };
  const changed = (["sellers", "buyers"] as const).filter((side) => taxesOf(before, side) !== taxesOf(now, side));
  if (changed.length === 0) {
    const text = { zh: `${because.zh}税费没有变化。`, en: `${because.en} The taxes are the same.` };
    return { because: text, isUnchanged: true };
  }
  const whose = changed.map((side) => sideNames[side]);
  return {
    because: {
      zh: `${because.zh}${whose.map(({ zh }) => zh).join("、")}的应纳税费有变化,请核对。`,
      en: `${because.en} The taxes of the ${whose.map(({ en }) => en).join(" and the ")} have changed, please check them.`,
    },
  };
};

const sideNames = { sellers: { zh: "卖方", en: "sellers" }, buyers: { zh: "买方", en: "buyers" } } as const;

const taxesOf = ({ lines, totals }: StoredAssessment, side: "sellers" | "buyers"): string =>
  JSON.stringify([lines.filter((line) => line.side === side), totals[side]]);

/** A correction is reckoned as of the day on which the declaration was filed. */
const filingDayOf = (facts: FactValues, today: CalendarDate): CalendarDate =>
  (valuesIn(facts).corrected?.filedOn as CalendarDate | undefined) ?? today;

/** An assessment is of its filing day; on another day it is made anew under that day's law. */
export const outdatedReckoning = ({ reckonedOn, corrected }: FactValues, { today }: StepContext): Text | undefined => {
  if (reckonedOn === today || corrected !== undefined) return undefined;
  return {
    zh: `申报日由${reckonedOn}变为${today},已按${today}的规定重新计税。`,
    en: `The filing day is ${today} and no longer ${reckonedOn}: reckoned anew under the law of that day.`,
  };
};

/** Each side reads its own lines, and each person their own part of them; what the other side pays is not theirs to see. */
export const ownPartOf = (value: unknown, { roles, parties }: FactReader): unknown => {
  const { lines, totals: _totals, ...common } = value as StoredAssessment;
  const own = lines
    .filter(({ side }) => roles.includes(side === "sellers" ? "seller" : "buyer"))
    .flatMap((line) => {
      const payers = line.payers.filter(({ id }) => parties.includes(id));
      if (payers.length === 0) return [];
      const isPersonal = line.tax === "income-tax";
      return [{ ...line, ...(isPersonal && { amount: totalOf(payers) }), payers }];
    });
  return { ...common, lines: own, totals: { own: totalOf(own.flatMap(({ payers }) => payers)) } };
};

const totalOf = (parts: readonly { readonly amount: string }[]): string =>
  formatYuan(sum(parts.map(({ amount }) => yuan(amount))));

const reasonsIn = ({ officer, missing, alternatives }: Assessment): readonly Text[] => [
  ...officer.map(({ zh, en }) => ({ zh, en })),
  ...missing.map(({ label }) => ({ zh: `尚缺:${label.zh}。`, en: `Still missing: ${label.en}.` })),
  ...alternatives.map(({ zh, en, totals }) => ({
    zh: `${zh}合计应纳${totals.all}元。`,
    en: `${en} Taxes in all: ${totals.all} yuan.`,
  })),
];

const storedOf = (assessment: Assessment): StoredAssessment => ({
  filingDate: assessment.filingDate,
  locality: assessment.locality.id,
  ...(assessment.taxablePrice !== null && { taxablePrice: assessment.taxablePrice }),
  lines: assessment.lines.map(({ tax, side, status, rate, amount, payers, law }) => ({
    tax,
    side,
    status,
    rate,
    amount: amount ?? "0.00",
    payers: payers.map((payer) => ({ id: payer.id, amount: payer.amount ?? "0.00" })),
    law,
  })),
  totals: {
    sellers: assessment.totals.sellers,
    buyers: assessment.totals.buyers,
    all: assessment.totals.all,
  },
  warnings: assessment.warnings.map(({ code }) => code),
});

/** Leaves a step to an officer, with every reason, whole sentences, in one text. */
export const forOfficer = (reasons: readonly Text[]): StepReading => ({
  kind: "waits",
  for: "officer",
  because: {
    zh: reasons.map(({ zh }) => zh).join(""),
    en: reasons.map(({ en }) => en).join(" "),
  },
});

const recordsImpossible: Text = {
  zh: "各部门记录互相矛盾或不合理,不能计税。",
  en: "The records contradict each other or cannot be, so that no tax can be computed.",
};
