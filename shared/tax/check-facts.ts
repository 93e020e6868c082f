import type { CalendarDate } from "../kernel/day.ts";
import { addUpToOne } from "../kernel/fraction.ts";
import { type FieldProblem, Refusal } from "../kernel/refusal.ts";
import type { HousingFacts } from "./facts.ts";
import type { Locality } from "./locality.ts";

/** Refuses facts that contradict each other or the world, naming each field and the rule it breaks. */
export const checkFacts = (facts: HousingFacts, locality: Locality): void => {
  const fields = [
    ...placeProblems(facts, locality),
    ...shareProblems(facts),
    ...peopleProblems(facts),
    ...dayProblems(facts),
    ...amountProblems(facts),
  ];
  if (fields.length > 0) throw new Refusal("facts-invalid", { fields });
};

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({
  path,
  code,
  reason: { zh, en },
});

const placeProblems = ({ property }: HousingFacts, { divisions, name }: Locality): readonly FieldProblem[] =>
  Object.hasOwn(divisions, property.division)
    ? []
    : [
        problem(
          "/property/division",
          "division-unknown",
          `行政区划${property.division}不在${name.zh}范围内,没有可适用的规定`,
          `Division ${property.division} is not in ${name.en}: no law is held for it`,
        ),
      ];

const shareProblems = (facts: HousingFacts): readonly FieldProblem[] =>
  (["sellers", "buyers"] as const).flatMap((side) =>
    addUpToOne(facts[side].map(({ share }) => share))
      ? []
      : [
          problem(
            `/${side}`,
            "shares-not-whole",
            "各方份额之和必须等于1",
            "The shares of one side must add up to exactly 1",
          ),
        ],
  );

const peopleProblems = (facts: HousingFacts): readonly FieldProblem[] => {
  const problems: FieldProblem[] = [];
  const families = new Set<string>();
  for (const [index, { id, homes, children }] of facts.families.entries()) {
    const path = `/families/${index}`;
    if (families.has(id)) problems.push(repeated(`${path}/id`));
    families.add(id);
    const known = new Set(["self", "spouse", ...(children ?? []).map((child) => child.id)]);
    for (const [position, home] of (homes ?? []).entries()) {
      // Before the children are known, a holder may be one of them.
      if (children === undefined || home.holders.every((holder) => known.has(holder))) continue;
      problems.push(
        problem(
          `${path}/homes/${position}/holders`,
          "holder-unknown",
          "持有人必须是本人、配偶或所列子女",
          "A holder must be self, spouse or a listed child",
        ),
      );
    }
  }
  for (const side of ["sellers", "buyers"] as const) {
    const ids = new Set<string>();
    for (const [index, { id, family }] of facts[side].entries()) {
      if (ids.has(id)) problems.push(repeated(`/${side}/${index}/id`));
      ids.add(id);
      if (families.has(family)) continue;
      problems.push(
        problem(
          `/${side}/${index}/family`,
          "family-unknown",
          "所填家庭不在家庭列表中",
          "No family of this id is listed",
        ),
      );
    }
  }
  return problems;
};

const repeated = (path: string): FieldProblem =>
  problem(path, "id-repeated", "标识不得重复", "An id may stand only once");

const amountProblems = ({ sale }: HousingFacts): readonly FieldProblem[] =>
  (["declaredPrice", "assessedPrice"] as const).flatMap((field) =>
    sale[field] === 0
      ? [problem(`/sale/${field}`, "price-not-positive", "价格必须大于0", "A price must be above 0")]
      : [],
  );

const dayProblems = (facts: HousingFacts): readonly FieldProblem[] => {
  const problems: FieldProblem[] = [];
  const check = (path: () => string, day: CalendarDate | null | undefined): void => {
    if (day === null || day === undefined || day <= facts.filingDate) return;
    const zh = `${day}晚于申报日${facts.filingDate}`;
    problems.push(problem(path(), "after-filing-date", zh, `${day} is later than the filing day ${facts.filingDate}`));
  };
  check(() => "/sale/contractDate", facts.sale.contractDate);
  const acquisition: Readonly<Record<string, unknown>> = facts.acquisition;
  for (const field of acquisitionDays) {
    check(() => `/acquisition/${field}`, acquisition[field] as CalendarDate | null | undefined);
  }
  const previous = "previous" in facts.acquisition ? facts.acquisition.previous : undefined;
  check(() => "/acquisition/previous/titleDate", previous?.titleDate);
  check(() => "/acquisition/previous/deedTaxDate", previous?.deedTaxDate);
  for (const [index, { children = [], divorcedOn }] of facts.families.entries()) {
    check(() => `/families/${index}/divorcedOn`, divorcedOn);
    for (const [position, { birthDate }] of children.entries()) {
      check(() => `/families/${index}/children/${position}/birthDate`, birthDate);
    }
  }
  for (const [index, { birthDate }] of facts.buyers.entries()) check(() => `/buyers/${index}/birthDate`, birthDate);
  return problems;
};

const acquisitionDays = [
  "titleDate",
  "deedTaxDate",
  "contractDate",
  "receiptDate",
  "judgmentDate",
  "giftDate",
  "invoiceDate",
] as const;
