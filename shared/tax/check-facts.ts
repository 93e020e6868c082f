import type { CalendarDate } from "../kernel/day.ts";
import { addUpToOne } from "../kernel/fraction.ts";
import { type FieldProblem, Refusal } from "../kernel/refusal.ts";
import type { Family, HousingFacts } from "./facts.ts";
import type { Locality } from "./locality.ts";

/** Refuses facts that contradict each other or the world, naming each field and the rule it breaks. */
export const checkFacts = (facts: HousingFacts, locality: Locality): void => {
  const fields: FieldProblem[] = [];
  checkPlace(facts, locality, fields);
  checkShares(facts, fields);
  checkPeople(facts, fields);
  checkDays(facts, fields);
  checkAmounts(facts, fields);
  if (fields.length > 0) throw new Refusal("facts-invalid", { fields });
};

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({
  path,
  code,
  reason: { zh, en },
});

const checkPlace = ({ property }: HousingFacts, { divisions, name }: Locality, problems: FieldProblem[]): void => {
  if (Object.hasOwn(divisions, property.division)) return;
  problems.push(
    problem(
      "/property/division",
      "division-unknown",
      `行政区划${property.division}不在${name.zh}范围内,没有可适用的规定`,
      `Division ${property.division} is not in ${name.en}: no law is held for it`,
    ),
  );
};

const checkShares = (facts: HousingFacts, problems: FieldProblem[]): void => {
  for (const side of sides) {
    if (addUpToOne(facts[side].map(({ share }) => share))) continue;
    const en = "The shares of one side must add up to exactly 1";
    problems.push(problem(`/${side}`, "shares-not-whole", "各方份额之和必须等于1", en));
  }
};

const sides = ["sellers", "buyers"] as const;

const checkPeople = (facts: HousingFacts, problems: FieldProblem[]): void => {
  const { families } = facts;
  for (const [index, family] of families.entries()) {
    if (families.findIndex(({ id }) => id === family.id) < index) problems.push(repeated(`/families/${index}/id`));
    checkHolders(family, `/families/${index}`, problems);
  }
  for (const side of sides) {
    const people: readonly { readonly id: string; readonly family: string }[] = facts[side];
    for (const [index, person] of people.entries()) {
      if (people.findIndex(({ id }) => id === person.id) < index) problems.push(repeated(`/${side}/${index}/id`));
      if (families.some(({ id }) => id === person.family)) continue;
      const path = `/${side}/${index}/family`;
      problems.push(problem(path, "family-unknown", "所填家庭不在家庭列表中", "No family of this id is listed"));
    }
  }
};

const checkHolders = ({ homes, children }: Family, path: string, problems: FieldProblem[]): void => {
  // Before the children are known, a holder may be one of them.
  if (homes === undefined || children === undefined) return;
  const known = new Set(["self", "spouse", ...children.map(({ id }) => id)]);
  for (const [index, { holders }] of homes.entries()) {
    if (holders.every((holder) => known.has(holder))) continue;
    const en = "A holder must be self, spouse or a listed child";
    problems.push(problem(`${path}/homes/${index}/holders`, "holder-unknown", "持有人必须是本人、配偶或所列子女", en));
  }
};

const repeated = (path: string): FieldProblem =>
  problem(path, "id-repeated", "标识不得重复", "An id may stand only once");

const checkAmounts = ({ sale }: HousingFacts, problems: FieldProblem[]): void => {
  for (const field of ["declaredPrice", "assessedPrice"] as const) {
    if (sale[field] !== 0) continue;
    problems.push(problem(`/sale/${field}`, "price-not-positive", "价格必须大于0", "A price must be above 0"));
  }
};

const checkDays = (facts: HousingFacts, problems: FieldProblem[]): void => {
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
