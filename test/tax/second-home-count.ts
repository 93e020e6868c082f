import type { HousingFactsJson } from "../../shared/tax/facts.ts";

export const UNKNOWN = "unknown";

type Facts = HousingFactsJson;
type Family = Facts["families"][number];

const adultOn = (birth: string, day: string): boolean => {
  const [y = 0, m = 0, d = 0] = birth.split("-").map(Number);
  const [ty = 0, tm = 0, td = 0] = day.split("-").map(Number);
  const age = ty - y;
  if (age !== 18) return age > 18;
  // Born on 29 February: of age at the end of February.
  const dayOfMajority = m === 2 && d === 29 && new Date(Date.UTC(ty, 1, 29)).getUTCMonth() !== 1 ? 28 : d;
  return tm > m || (tm === m && td >= dayOfMajority);
};

const queryArea = (division: string): string =>
  ["450202", "450203", "450204", "450205", "450206"].includes(division) ? "districts" : division;

/**
 * Other homes of a family, or UNKNOWN while something could change the number. With `"certain"`: those that count
 * whatever the open questions bring.
 */
export const homesOf = (
  facts: Facts,
  familyId: string,
  who: "couple" | "family",
  mode: "known" | "certain" = "known",
): number | typeof UNKNOWN => {
  const family = facts.families.find(({ id }) => id === familyId) as Family;
  let isOpen = false;
  const { marriage, committedMarriage, divorcedOn } = family;
  if (marriage === "abroad") isOpen = true;
  if (marriage === "not-found" && committedMarriage === undefined) isOpen = true;
  if (divorcedOn !== undefined && divorcedOn <= facts.filingDate) {
    const signed = facts.sale.contractDate;
    if (signed === undefined || signed < divorcedOn) isOpen = true;
  }
  const said = who === "couple" ? family.declared?.otherHomesInProvince : family.declared?.otherHomesInQueryArea;
  if (family.homes === undefined) {
    if (said === undefined) return mode === "certain" ? 0 : UNKNOWN;
    return isOpen && mode === "known" ? UNKNOWN : said;
  }
  if (marriage === undefined) isOpen = true;
  if (who === "family" && family.children === undefined) isOpen = true;
  const status = marriage === "not-found" ? committedMarriage : marriage;
  let count = 0;
  for (const home of family.homes) {
    if (home.unit === facts.property.unit || home.use !== "housing" || home.stage === "transferred") continue;
    const isCouples = home.holders.includes("self") || (status === "married" && home.holders.includes("spouse"));
    const isMinors = (family.children ?? []).some(
      (child) => home.holders.includes(child.id) && !adultOn(child.birthDate, facts.filingDate),
    );
    if (!(isCouples || (who === "family" && isMinors))) continue;
    const isInScope =
      who === "couple"
        ? home.division.startsWith("45")
        : home.division === facts.property.division ||
          (knownDivision(home.division) && queryArea(home.division) === queryArea(facts.property.division));
    if (!isInScope) continue;
    if (home.stage === "inherited-unregistered" || (home.stage === "presale" && who === "couple")) isOpen = true;
    else count += 1;
  }
  if (who === "couple" && facts.property.unit === undefined && count > 0) {
    isOpen = true;
    count -= 1;
  }
  if (said !== undefined && said !== count && family.acceptsRegisteredCount !== true) {
    isOpen = true;
    count = Math.min(said, count);
  }
  return isOpen && mode === "known" ? UNKNOWN : count;
};

const knownDivision = (division: string): boolean => /^4502(0[2-6]|2[2-6])$/.test(division);
