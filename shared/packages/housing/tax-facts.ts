import type { HomesOfPersons } from "../../connectors/record-shapes.ts";
import { type CalendarDate, isCalendarDate } from "../../kernel/day.ts";
import type { HousingFactsJson } from "../../tax/facts.ts";
import type { CaseValues } from "./case-values.ts";
import { familiesOf, isSamePerson, type PartyFamily, partyId, type Side } from "./families.ts";
import type { OfficerFindings } from "./officer-decisions.ts";
import { originsOf } from "./origins.ts";
import { marriagesStated } from "./statements.ts";

type FamilyJson = HousingFactsJson["families"][number];
type HomeJson = NonNullable<FamilyJson["homes"]>[number];
type PersonsHomes = HomesOfPersons["persons"];

/** The facts of a case in the form of the tax law. Parties are named by their place in the contract. */
export const taxFactsOf = (
  values: CaseValues,
  filingDate: CalendarDate,
  findings: OfficerFindings = {},
): HousingFactsJson => {
  const { contract, sellers, buyers, unit, assessedPrice } = values;
  const stated = marriagesStated(values);
  const familiesOfSellers = familiesOf("sellers", sellers, values.sellerMarriages, buyers, stated).families;
  const familiesOfBuyers = familiesOf("buyers", buyers, values.buyerMarriages, sellers, stated).families;
  const oneFamily = findings.buyersCountAs && buyersAsOne(findings.buyersCountAs.otherHomesInQueryArea);
  const partiesOf = (side: Side, families: readonly PartyFamily[]) =>
    values[side].map((party, index) => ({
      id: partyId(side, index),
      share: party.share,
      family: families.find(({ self, spouse }) => self === party || spouse === party)?.id ?? "",
    }));
  const facts: HousingFactsJson = {
    filingDate,
    property: {
      unit: contract.unitNumber,
      division: unit.division,
      settlement: unit.settlement,
      use: unit.use,
      ...(unit.kind && { kind: unit.kind }),
      areaSquareMetres: unit.areaSquareMetres,
      restrictions: unit.restrictions,
    },
    sale: {
      declaredPrice: findings.priceInYuan ?? contract.price,
      contractDate: contract.contractDate,
      assessedPrice: assessedPrice.price,
      ...priceDecisionOf(values, findings),
      ...(contract.portion && { portion: contract.portion }),
    },
    acquisition: acquisitionOf(values, findings),
    sellers: partiesOf("sellers", familiesOfSellers),
    buyers: partiesOf("buyers", familiesOfBuyers).map((buyer, index) => {
      if (oneFamily) return { ...buyer, family: oneFamily.id };
      const birthDate = birthDateOf(buyers[index]);
      return { ...buyer, ...(birthDate && { birthDate }) };
    }),
    families: [
      ...familiesOfSellers.map((family) => familyFacts(family, values, findings)),
      ...(oneFamily ? [oneFamily] : familiesOfBuyers.map((family) => familyFacts(family, values, findings))),
    ],
  };
  return { ...facts, origins: originsOf(facts) };
};

/** Which price an officer or both sides have settled on. */
const priceDecisionOf = (
  { priceDecision, priceReview }: CaseValues,
  findings: OfficerFindings,
): Pick<HousingFactsJson["sale"], "priceDecision"> => {
  if (findings.priceDecision) return { priceDecision: findings.priceDecision };
  if (priceReview === "reason-accepted") return { priceDecision: "reason-accepted" };
  if (priceReview === "assessed-stands" || priceDecision === "accepts-assessed") {
    return { priceDecision: "accepts-assessed" };
  }
  return priceDecision === "contested" ? { priceDecision: "reason-claimed" } : {};
};

/** The buyers as an officer has found that they count: one family with so many homes. */
const buyersAsOne = (otherHomesInQueryArea: number): FamilyJson => ({
  id: "family-of-buyers",
  declared: { otherHomesInQueryArea },
});

/** A resident identity number says when its owner was born; other documents do not. */
const birthDateOf = (person: { idType: string; idNumber: string } | undefined): string | undefined => {
  if (person?.idType !== "resident-id") return undefined;
  const [, year, month, day] = /^\d{6}(\d{4})(\d\d)(\d\d)\d{3}[\dX]$/.exec(person.idNumber) ?? [];
  const birthDate = `${year}-${month}-${day}`;
  return isCalendarDate(birthDate) ? birthDate : undefined;
};

const acquisitionOf = (
  { unit, earlierDeedTax }: CaseValues,
  { earlierPurchase }: OfficerFindings,
): HousingFactsJson["acquisition"] => {
  const { acquisition, titleDate } = unit;
  const isFound = earlierDeedTax.state === "found";
  const cost = {
    price: isFound ? earlierDeedTax.price : null,
    taxesAndFees: isFound ? earlierDeedTax.taxPaid : null,
  };
  switch (acquisition.mode) {
    case "purchase":
      return {
        mode: "purchase",
        titleDate,
        deedTaxDate: isFound ? earlierDeedTax.certificateDate : null,
        ...cost,
        ...(acquisition.contractDate && { contractDate: acquisition.contractDate }),
      };
    case "gift-from-kin":
    case "inheritance":
    case "divorce": {
      const { mode, earlier } = acquisition;
      // The collection record is of the present owners; what counts here is the purchase before, as the register tells it.
      if (!earlier && !earlierPurchase) return { mode };
      const titleDate = earlierPurchase?.titleDate ?? earlier?.titleDate ?? null;
      const price = earlierPurchase?.price ?? earlier?.price ?? null;
      return { mode, previous: { titleDate, price, taxesAndFees: null } };
    }
    case "gift-from-others":
      return { mode: "gift-from-others", giftDate: acquisition.giftDate };
    case "housing-reform": {
      const { mode, contractDate = null, receiptDate = null } = acquisition;
      return { mode, contractDate, receiptDate, titleDate, ...cost };
    }
    case "court-judgment":
      return { mode: "court-judgment", judgmentDate: acquisition.judgmentDate, ...cost };
    case "self-built":
      return { mode: "self-built", titleDate, ...cost };
  }
};

const familyFacts = (family: PartyFamily, values: CaseValues, findings: OfficerFindings): FamilyJson => {
  const { side, self, spouse, marriage, divorcedOn } = family;
  const ids = [self, spouse].flatMap((person) => (person ? [partyId(side, values[side].indexOf(person))] : []));
  const [id = ""] = ids;
  const found = findings.families?.[id];
  const stated = marriagesStated(values)[id];
  const isAbroad = marriage === "not-found" && self.idType !== "resident-id" && !found?.marriage;
  const said = <Value>(answers: Readonly<Record<string, Value>> | undefined): Value | undefined =>
    ids.map((each) => answers?.[each]).find((answer) => answer !== undefined);
  const homesSaid = said(side === "sellers" ? values.sellerHomesDeclared : values.buyerHomesDeclared);
  const isCountAccepted = said(side === "sellers" ? values.sellerCountAccepted : values.buyerCountAccepted);
  const inherited = said(values.sellerStatement)?.unregisteredInheritedHomes ?? 0;
  const scope = side === "sellers" ? "otherHomesInProvince" : "otherHomesInQueryArea";
  const declared = {
    ...(homesSaid !== undefined && { [scope]: homesSaid }),
    ...(found?.otherHomesInProvince !== undefined && { otherHomesInProvince: found.otherHomesInProvince }),
    ...(found?.otherHomesInQueryArea !== undefined && { otherHomesInQueryArea: found.otherHomesInQueryArea }),
  };
  const children =
    side === "buyers"
      ? values.minorChildren.flatMap((child, position) =>
          child.parents.some((parent) => isSamePerson(parent, self) || (spouse && isSamePerson(parent, spouse)))
            ? [{ id: `child-${position + 1}`, birthDate: child.birthDate, child }]
            : [],
        )
      : [];
  const holders: readonly Holder[] = [
    ["self", self],
    ...(spouse ? [["spouse", spouse] as const] : []),
    ...children.map(({ id, child }) => [id, child] as const),
  ];
  const isFound = found?.otherHomesInProvince !== undefined || found?.otherHomesInQueryArea !== undefined;
  const isKnownWhole = !family.isSpouseAbsent && !isFound;
  const unregistered = Array.from({ length: inherited }, (_, index) => ({
    unit: `stated-${index + 1}`,
    division: values.unit.division,
    use: "housing" as const,
    stage: "inherited-unregistered" as const,
    holders: ["self"],
  }));
  return {
    id: family.id,
    marriage: marriage === "never-registered" ? "single" : isAbroad ? "abroad" : marriage,
    ...committed(found?.marriage ?? (stated as FamilyJson["committedMarriage"])),
    // Who the family is after a divorce between contract and filing, an officer has settled.
    ...(divorcedOn && !found?.marriage && { divorcedOn }),
    ...(side === "buyers" && { children: children.map(({ id, birthDate }) => ({ id, birthDate })) }),
    // Half of a couple's homes would pass for all of them: then rather none, and the law asks for what is missing.
    ...(isKnownWhole && { homes: [...homesOf(side, values, holders), ...unregistered] }),
    ...(isCountAccepted && { acceptsRegisteredCount: true }),
    ...(Object.keys(declared).length > 0 && { declared }),
  };
};

const committed = (marriage: FamilyJson["committedMarriage"]): Pick<FamilyJson, "committedMarriage"> =>
  marriage ? { committedMarriage: marriage } : {};

type Holder = readonly [role: string, person: { readonly idType: string; readonly idNumber: string }];

const homesOf = (side: Side, values: CaseValues, holders: readonly Holder[]): HomeJson[] => {
  const sources: readonly (readonly [HomeJson["stage"], PersonsHomes | undefined])[] =
    side === "sellers"
      ? [
          ["registered", values.sellerHomes],
          ["presale", values.sellerPresaleHomes],
        ]
      : [
          ["registered", values.buyerHomes],
          ["registered", values.childrenHomes],
          ["presale", values.buyerPresaleHomes],
          ["presale", values.childrenPresaleHomes],
        ];
  const homes = new Map<string, Omit<HomeJson, "holders"> & { readonly holders: string[] }>();
  for (const [role, person] of holders) {
    for (const [stage, persons] of sources) {
      for (const { unitNumber, division, use } of persons?.find((each) => isSamePerson(each, person))?.homes ?? []) {
        const known = homes.get(unitNumber);
        if (known) known.holders.push(role);
        else homes.set(unitNumber, { unit: unitNumber, division, use, stage, holders: [role] });
      }
    }
  }
  return [...homes.values()].map((home) => ({ ...home, holders: [...new Set(home.holders)] }));
};
