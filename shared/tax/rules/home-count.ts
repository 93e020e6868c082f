import { addYears } from "../../kernel/day.ts";
import type { Evidence, Open } from "../evidence.ts";
import type { Family, Home } from "../facts.ts";
import { deedTaxFamily } from "../law/deed-tax.ts";
import { countedOnFilingDay, shareCountsAsHome } from "../law/homes.ts";
import { onlyHomeScope } from "../law/income-tax.ts";
import type { Sheet } from "../sheet.ts";

/** Homes besides the one of this sale: those that surely count, and what might still add to them. */
export interface HomeCount {
  readonly certain: number;
  readonly open: readonly Open[];
}

type Purpose = "income-tax" | "deed-tax";

interface Counting {
  readonly sheet: Sheet;
  readonly family: Family;
  readonly path: string;
  readonly purpose: Purpose;
  readonly evidence: Evidence;
  readonly open: Open[];
}

/**
 * Counts a family's other homes. For income tax: those of the couple in the province. For deed tax: those of buyer,
 * spouse and minor children in the query area. "No marriage record" is never read as "single".
 */
export const countHomes = (
  sheet: Sheet,
  { family, path }: { family: Family; path: string },
  purpose: Purpose,
  evidence: Evidence,
): HomeCount => {
  const counting: Counting = { sheet, family, path, purpose, evidence, open: [] };
  if (purpose === "income-tax") evidence.use(onlyHomeScope);
  else evidence.use(deedTaxFamily);

  const field = purpose === "income-tax" ? "otherHomesInProvince" : "otherHomesInQueryArea";
  const declared = family.declared?.[field];
  if (declared !== undefined) evidence.fact(`${path}/declared/${field}`, String(declared));
  if (declared !== undefined && purpose === "deed-tax") evidence.use(sheet.locality.queryAreas);

  askAboutMarriage(counting);
  if (family.homes === undefined) {
    if (declared !== undefined) return { certain: declared, open: counting.open };
    return { certain: 0, open: [{ missing: `${path}/homes` }, ...counting.open] };
  }
  const registered = countRegistered(counting, family.homes);
  if (declared === undefined || declared === registered) return { certain: registered, open: counting.open };

  if (family.acceptsRegisteredCount === true) {
    evidence.fact(`${path}/acceptsRegisteredCount`, "true");
    evidence.say("registered-count-accepted", { registered, declared });
    return { certain: registered, open: counting.open };
  }
  evidence.say("counts-differ", { registered, declared });
  return { certain: Math.min(registered, declared), open: [...counting.open, { officer: "home-counts-differ" }] };
};

const askAboutMarriage = ({ sheet, family, path, evidence, open }: Counting): void => {
  const { marriage, committedMarriage, divorcedOn } = family;
  if (marriage !== undefined) evidence.fact(`${path}/marriage`, marriage);
  // What a family says of itself is about the whole family, so only records need to know who that is.
  if (marriage === undefined && family.homes !== undefined) open.push({ missing: `${path}/marriage` });
  if (marriage === "abroad") open.push({ officer: "marriage-abroad" });
  if (marriage === "not-found") {
    if (committedMarriage === undefined) open.push({ missing: `${path}/committedMarriage` });
    else {
      evidence.fact(`${path}/committedMarriage`, committedMarriage);
      evidence.say("marriage-by-commitment", { marriage: committedMarriage });
    }
  }
  if (divorcedOn === undefined || divorcedOn > sheet.date) return;
  evidence.fact(`${path}/divorcedOn`, divorcedOn);
  const { contractDate } = sheet.facts.sale;
  if (contractDate === undefined) open.push({ missing: "/sale/contractDate" });
  else if (contractDate < divorcedOn) open.push({ officer: "divorced-after-contract" });
};

const countRegistered = (counting: Counting, homes: readonly Home[]): number => {
  const { sheet, family, path, purpose, evidence, open } = counting;
  evidence.fact(`${path}/homes`, String(homes.length));
  if (purpose === "deed-tax" && family.children === undefined) open.push({ missing: `${path}/children` });
  const { unit } = sheet.facts.property;
  let count = 0;
  for (const home of homes) if (home.unit !== unit && counts(counting, home)) count += 1;
  if (unit === undefined && purpose === "income-tax" && count > 0) {
    // One of the homes may be the very one that is sold.
    open.push({ missing: "/property/unit" });
    return count - 1;
  }
  return count;
};

const counts = (counting: Counting, home: Home): boolean => {
  const { sheet, purpose, evidence, open } = counting;
  if (home.use !== "housing" || !isHeldByFamily(counting, home) || !isInScope(counting, home)) return false;
  if (home.stage === "sold" || home.stage === "transferred") evidence.use(countedOnFilingDay);
  if (home.stage === "transferred") return false;
  if (home.stage === "inherited-unregistered") {
    open.push({ officer: "inherited-home-unregistered" });
    return false;
  }
  if (home.stage === "presale") {
    const law = evidence.use(sheet.locality.presaleHomes);
    if (purpose === "deed-tax") return law.countForDeedTax;
    if (law.officerForIncomeTax) open.push({ officer: "presale-home-found" });
    return false;
  }
  if (home.isShared === true) evidence.use(shareCountsAsHome);
  return true;
};

const isHeldByFamily = ({ sheet, family, path, purpose, evidence }: Counting, home: Home): boolean => {
  if (home.holders.includes("self")) return true;
  const isMarried = (family.marriage === "not-found" ? family.committedMarriage : family.marriage) === "married";
  if (isMarried && home.holders.includes("spouse")) return true;
  if (purpose === "income-tax") return false;
  const { ageOfMajority } = evidence.use(deedTaxFamily);
  return (family.children ?? []).some(({ id, birthDate }, index) => {
    if (!home.holders.includes(id)) return false;
    evidence.fact(`${path}/children/${index}/birthDate`, birthDate);
    return sheet.date < addYears(birthDate, ageOfMajority);
  });
};

const isInScope = ({ sheet, purpose, evidence }: Counting, home: Home): boolean => {
  const { locality, facts } = sheet;
  if (purpose === "income-tax") return home.division.startsWith(locality.province.prefix);
  if (home.division === facts.property.division) return true;
  const areas = evidence.use(locality.queryAreas);
  const area = areas[home.division];
  return area !== undefined && area === areas[facts.property.division];
};
