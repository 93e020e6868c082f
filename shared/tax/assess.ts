import { formatYuan } from "../kernel/fen.ts";
import type { Assessment } from "./assessment.ts";
import { checkFacts } from "./check-facts.ts";
import { noLawOn } from "./evidence.ts";
import { tell } from "./explain/notes.ts";
import type { HousingFacts } from "./facts.ts";
import { entryOn } from "./law/timeline.ts";
import { turnoverTaxOnHomes } from "./law/turnover.ts";
import type { Locality } from "./locality.ts";
import type { Computation } from "./rules/computation.ts";
import { computeHome } from "./rules/home.ts";
import { computeNonResidential } from "./rules/non-residential/unit.ts";
import { toOfficer } from "./rules/to-officer.ts";
import { type Sheet, sheetOf } from "./sheet.ts";
import { totalsOf } from "./totals.ts";
import { factsIn, lawIn, missingIn, officerIn } from "./write-assessment.ts";
import { settle, writeLine } from "./write-line.ts";

export interface AssessOptions {
  readonly locality: Locality;
}

/**
 * All taxes of one sale, each with its law, its facts and its explanation. Pure: the same facts and law give the same
 * answer, whatever the order of people and records. Throws the refusal `facts-invalid` for facts that cannot be, and
 * for a day or a place whose law we do not hold; everything else is a result.
 */
export const assess = (facts: HousingFacts, { locality }: AssessOptions): Assessment => {
  checkFacts(facts, locality);
  if (entryOn(turnoverTaxOnHomes, facts.filingDate) === undefined) {
    throw noLawOn(turnoverTaxOnHomes.id, facts.filingDate);
  }
  const sheet = sheetOf(facts, locality);
  const computation = compute(sheet);
  const settled = computation.lines.map(settle);
  const missing = missingIn(computation.lines);
  const officer = officerIn(computation);
  return {
    outcome: officer.length > 0 ? "needs-officer" : missing.length > 0 ? "incomplete" : "assessed",
    filingDate: facts.filingDate,
    locality: { id: locality.id, name: locality.name },
    holdingFrom: computation.holdingFrom ?? null,
    taxablePrice: computation.taxablePrice === undefined ? null : formatYuan(computation.taxablePrice),
    lines: settled.map(writeLine),
    totals: totalsOf(settled),
    missing,
    officer,
    alternatives: alternativesTo(sheet, computation),
    warnings: (facts.property.restrictions ?? []).map((restriction) => tell(`restriction-${restriction}`, {})),
    facts: factsIn(settled, facts),
    law: lawIn(settled),
  };
};

const compute = (sheet: Sheet): Computation => {
  const { use } = sheet.facts.property;
  if (use === "housing") return computeHome(sheet);
  return use === "non-residential" ? computeNonResidential(sheet) : toOfficer(sheet, "not-assessable-use");
};

/** While nobody has decided between the declared and the assessed price: what each would cost. */
const alternativesTo = (sheet: Sheet, { undecided }: Computation): Assessment["alternatives"] => {
  if (undecided === undefined) return [];
  const under = (priceDecision: "reason-accepted" | "accepts-assessed") => {
    const { facts, locality } = sheet;
    const decided = sheetOf({ ...facts, sale: { ...facts.sale, priceDecision } }, locality);
    return totalsOf(compute(decided).lines.map(settle));
  };
  return [
    {
      ...tell("alternative-declared-price", { price: formatYuan(undecided.declared) }),
      totals: under("reason-accepted"),
    },
    {
      ...tell("alternative-assessed-price", { price: formatYuan(undecided.assessed) }),
      totals: under("accepts-assessed"),
    },
  ];
};
