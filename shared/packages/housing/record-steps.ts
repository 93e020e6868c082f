import type * as z from "zod";
import { civilAffairs, type MarriageRecord } from "../../connectors/civil-affairs/port.ts";
import { type AssessedPrice, coreTaxHousing, type EarlierDeedTax } from "../../connectors/core-tax/housing.ts";
import { type ContractRecord, housingContracts } from "../../connectors/housing-contracts/port.ts";
import { propertyRegistry, type UnitRecord } from "../../connectors/property-registry/port.ts";
import { publicSecurity } from "../../connectors/public-security/port.ts";
import type { PersonRecord } from "../../connectors/record-shapes.ts";
import type { Text } from "../../kernel/text.ts";
import type { Locality } from "../../tax/locality.ts";
import type { FactValues } from "../condition.ts";
import type { Step, StepReading } from "../package.ts";
import { forOfficer } from "./assessment.ts";
import { assessingPrices, byAuthorisation } from "./basis.ts";
import { valuesIn } from "./case-values.ts";
import { isSamePerson } from "./families.ts";

type Household = z.infer<typeof publicSecurity.household.answer>;

/** The contract: what is sold by whom to whom. Everything else follows from it. */
export const contractStep = (locality: Locality): Step => ({
  id: "contract",
  kind: "record",
  name: { zh: "调取网签合同", en: "The contract of sale" },
  needs: ["contractNumber"],
  gives: ["contract", "sellers", "buyers"],
  looksUp: [{ under: "opening" }],
  performs: housingContracts.contract,
  read: (answer, { contractNumber }): StepReading => {
    const { sellers, buyers, status, ...contract } = answer as ContractRecord;
    if (contract.contractNumber !== contractNumber) return forOfficer([otherRecord]);
    if (status === "cancelled") return { kind: "refused", code: "contract-cancelled", because: contractCancelled };
    if (!Object.hasOwn(locality.divisions, contract.unitNumber.slice(0, 6))) {
      return { kind: "refused", code: "unit-elsewhere", because: unitElsewhere };
    }
    return { kind: "done", gives: { contract, sellers, buyers } };
  },
  replaces: { forms: 0, papers: 2, list: { zh: "买卖合同(双方各一份)", en: "contract of sale (one for each side)" } },
});

const afterSellers = {
  needs: ["contract", "sellers"],
  after: ["seller-authorisation"],
  looksUp: [{ about: "sellers", under: "seller-authorisation" }],
  basis: byAuthorisation,
};
const afterBuyers = {
  needs: ["contract", "buyers"],
  after: ["buyer-authorisation"],
  looksUp: [{ about: "buyers", under: "buyer-authorisation" }],
  basis: byAuthorisation,
};

const unitOf = (facts: FactValues) => ({ unitNumber: valuesIn(facts).contract.unitNumber });

export const unitStep: Step = {
  id: "unit",
  kind: "record",
  name: { zh: "查询不动产登记信息", en: "The unit in the real-estate register" },
  ...afterSellers,
  gives: ["unit", "unitOwners", "unitAddress", "recordsAsOf"],
  performs: propertyRegistry.unit,
  request: unitOf,
  read: (answer, facts, { today }): StepReading => {
    const { owners, address, ...unit } = answer as UnitRecord;
    if (unit.unitNumber !== unitOf(facts).unitNumber) return forOfficer([otherRecord]);
    return { kind: "done", gives: { unit, unitOwners: owners, unitAddress: address, recordsAsOf: today } };
  },
  replaces: { forms: 0, papers: 1, list: { zh: "不动产权证书", en: "title certificate" } },
};

export const earlierDeedTaxStep: Step = {
  id: "earlier-deed-tax",
  kind: "record",
  name: { zh: "查询原契税完税信息", en: "The earlier deed tax" },
  ...afterSellers,
  gives: ["earlierDeedTax"],
  performs: coreTaxHousing.earlierDeedTax,
  request: unitOf,
  read: (answer, facts): StepReading => {
    const record = answer as EarlierDeedTax;
    if (record.unitNumber !== unitOf(facts).unitNumber) return forOfficer([otherRecord]);
    return { kind: "done", gives: { earlierDeedTax: { state: "found", ...record } } };
  },
  // Homes from before the collection records, and homes that were inherited, have none: that is an answer too.
  readNotFound: () => ({ kind: "done", gives: { earlierDeedTax: { state: "none" } } }),
  replaces: {
    forms: 0,
    papers: 2,
    list: { zh: "原契税完税证明、原购房发票", en: "earlier deed-tax certificate, earlier purchase invoice" },
  },
};

/** Says nothing about a person, so that it need not wait for anybody. */
export const assessedPriceStep: Step = {
  id: "assessed-price",
  kind: "record",
  name: { zh: "取得存量房评估价格", en: "The assessed price" },
  needs: ["contract"],
  gives: ["assessedPrice"],
  looksUp: [{ byLaw: assessingPrices }],
  performs: coreTaxHousing.assessedPrice,
  request: unitOf,
  read: (answer, facts): StepReading => {
    const assessedPrice = answer as AssessedPrice;
    if (assessedPrice.unitNumber !== unitOf(facts).unitNumber) return forOfficer([otherRecord]);
    return { kind: "done", gives: { assessedPrice } };
  },
  readNotFound: (facts) => ({ kind: "done", gives: { assessedPrice: { ...unitOf(facts), price: null } } }),
  replaces: { forms: 1, papers: 0, list: { zh: "存量房评估补充信息表", en: "assessment supplement form" } },
};

const marriageCommitment: Text = {
  zh: "婚姻登记信息暂时查不到。您可以继续等待系统自动查询,也可以书面承诺本人的婚姻状况,并对承诺的真实性承担法律责任;事后核实与承诺不符的,依法追缴税款。",
  en: "The marriage record cannot be fetched at the moment. You may wait, it is asked for again by itself; or you may commit in writing to your marital status and answer for it by law. If it proves untrue, the tax is collected afterwards.",
};

const byCommitment: Text = {
  zh: "民政部门暂时没有答复,以本人承诺为准,事后核实。",
  en: "Civil affairs does not answer at the moment; the commitment counts, and is verified later.",
};

const marriageStep = (side: "seller" | "buyer", name: Text): Step => {
  const parties = `${side}s` as const;
  const gives = `${side}Marriages` as const;
  return {
    id: `${side}-marriage`,
    kind: "record",
    name,
    ...(side === "seller" ? afterSellers : afterBuyers),
    gives: [gives],
    performs: civilAffairs.marriages,
    request: (facts) => ({ persons: documents(valuesIn(facts)[parties]) }),
    read: (answer, facts) => {
      const { records } = answer as { readonly records: readonly MarriageRecord[] };
      return aboutEach(valuesIn(facts)[parties], records, { [gives]: records });
    },
    instead: {
      role: side,
      each: true,
      fields: [`${side}MarriageStated`],
      needsStepUp: true,
      statement: marriageCommitment,
      // Nobody was found because nobody was asked: what people committed to stands beside it.
      read: (facts) => {
        const records = valuesIn(facts)[parties].map(({ idType, idNumber }) => ({
          idType,
          idNumber,
          state: "not-found",
        }));
        return { kind: "done", gives: { [gives]: records }, because: byCommitment };
      },
    },
    replaces: { forms: 0, papers: 1, list: { zh: "结婚证、离婚证或单身声明", en: "marriage or divorce certificate" } },
  };
};

export const sellerMarriageStep = marriageStep("seller", {
  zh: "查询卖方婚姻登记",
  en: "The sellers' marriage records",
});
export const buyerMarriageStep = marriageStep("buyer", { zh: "查询买方婚姻登记", en: "The buyers' marriage records" });

export const householdStep: Step = {
  id: "household",
  kind: "record",
  name: { zh: "查询买方未成年子女", en: "The buyers' minor children" },
  ...afterBuyers,
  gives: ["minorChildren", "hasMinorChildren"],
  performs: publicSecurity.household,
  request: (facts) => ({ persons: documents(valuesIn(facts).buyers) }),
  read: (answer, facts) => {
    const { persons } = answer as Household;
    const children = new Map(
      persons.flatMap(({ minorChildren }) => minorChildren).map((child) => [child.idNumber, child]),
    );
    const minorChildren = [...children.values()].map((child) => ({
      ...child,
      parents: persons
        .filter((parent) => parent.minorChildren.some((each) => isSamePerson(each, child)))
        .map(({ idType, idNumber }) => ({ idType, idNumber })),
    }));
    const gives = { minorChildren, hasMinorChildren: minorChildren.length > 0 };
    return aboutEach(valuesIn(facts).buyers, persons, gives);
  },
  replaces: { forms: 0, papers: 1, list: { zh: "户口簿", en: "household register" } },
};

/** The documents of people as an authority is asked about them; shares and phones are none of its business. */
export const documents = (people: readonly PersonRecord[]): PersonRecord[] =>
  people.map(({ name, idType, idNumber }) => ({ name, idType, idNumber }));

/** An answer counts when it is about everybody asked about, and about nobody else. */
export const aboutEach = (
  asked: readonly PersonRecord[],
  answered: readonly { readonly idType: string; readonly idNumber: string }[],
  gives: FactValues,
): StepReading => {
  const isComplete = asked.every((person) => answered.filter((each) => isSamePerson(each, person)).length === 1);
  return isComplete && answered.length === asked.length ? { kind: "done", gives } : forOfficer([otherRecord]);
};

const otherRecord: Text = {
  zh: "对方部门返回的记录与所查对象不符,核实后将重新查询。",
  en: "The authority's record is not about what was asked; it is asked again once this is cleared up.",
};

const contractCancelled: Text = {
  zh: "该合同已注销,不能办理。请核对合同编号,或重新网签后再来。",
  en: "This contract has been cancelled. Check its number, or come back with a new one.",
};

const unitElsewhere: Text = {
  zh: "房屋不在本市。请到房屋所在地税务机关办理。",
  en: "The unit does not lie in this city. Declare where it lies.",
};
