import type { HousingFactsJson } from "../../tax/facts.ts";

/** Who keeps the record behind each fact, by the fact's JSON pointer; the first rule that fits. */
const sources: readonly (readonly [pattern: RegExp, source: string])[] = [
  [/^\/property\//, "property-registry"],
  [/^\/sale\/assessedPrice$/, "core-tax"],
  [/^\/sale\/priceDecision$/, "officer"],
  [/^\/sale\//, "housing-contracts"],
  [/^\/acquisition\/(?:deedTaxDate|price|taxesAndFees)$/, "core-tax"],
  [/^\/acquisition\//, "property-registry"],
  [/^\/(?:sellers|buyers)\/\d+\/birthDate$/, "public-security"],
  [/^\/(?:sellers|buyers)\//, "housing-contracts"],
  [/^\/families\/\d+\/(?:declared|committedMarriage)/, "officer"],
  [/^\/families\/\d+\/(?:marriage|divorcedOn)$/, "civil-affairs"],
  [/^\/families\/\d+\/children/, "public-security"],
  [/^\/families\/\d+\/homes/, "property-registry, housing-contracts"],
];

/** Where each fact came from, so that the explanation of a tax can say it. */
export const originsOf = (facts: HousingFactsJson): NonNullable<HousingFactsJson["origins"]> => {
  const origins: Record<string, { source: string }> = {};
  const walk = (value: unknown, pointer: string): void => {
    const source = sources.find(([pattern]) => pattern.test(pointer))?.[1];
    if (source !== undefined) origins[pointer] = { source };
    if (typeof value !== "object" || value === null) return;
    for (const [name, part] of Object.entries(value)) walk(part, `${pointer}/${name}`);
  };
  walk(facts, "");
  return origins;
};
