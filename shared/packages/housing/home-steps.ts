import { housingContracts } from "../../connectors/housing-contracts/port.ts";
import { propertyRegistry } from "../../connectors/property-registry/port.ts";
import type { HomesOfPersons } from "../../connectors/record-shapes.ts";
import type { CalendarDate } from "../../kernel/day.ts";
import type { Text } from "../../kernel/text.ts";
import { entryOn } from "../../tax/law/timeline.ts";
import type { Locality } from "../../tax/locality.ts";
import type { Step } from "../package.ts";
import { byAuthorisation } from "./basis.ts";
import { type CaseValues, valuesIn } from "./case-values.ts";
import { aboutEach, documents } from "./record-steps.ts";

/** Whose homes are counted, where, and from which day on somebody may be asked about them. */
interface Counted {
  readonly who: "seller" | "buyer" | "children";
  readonly people: "sellers" | "buyers" | "minorChildren";
  readonly name: Text;
  readonly in: (values: CaseValues, today: CalendarDate) => string[];
  readonly step: Pick<Step, "needs" | "after" | "looksUp" | "appliesWhen" | "replaces">;
}

/** The homes that people own, and those that they have bought off-plan, by the two bodies that know. */
export const homeSteps = (locality: Locality): readonly Step[] => {
  // Income tax asks for the couple's homes in the whole province.
  const inProvince = () => [`${locality.province.prefix}0000`];
  // Deed tax asks for the family's homes where the home is bought. The unit's number begins with its division, so that
  // the register's answer about the unit need not be waited for.
  const inQueryArea = ({ contract }: CaseValues, today: CalendarDate) => {
    const division = contract.unitNumber.slice(0, 6);
    const areas = entryOn(locality.queryAreas, today)?.value ?? {};
    return Object.keys(areas).filter((each) => areas[each] === areas[division]);
  };
  const counted: readonly Counted[] = [
    {
      who: "seller",
      people: "sellers",
      name: { zh: "卖方", en: "the sellers" },
      in: inProvince,
      step: {
        needs: ["contract", "sellers"],
        after: ["seller-authorisation"],
        looksUp: [{ about: "sellers", under: "seller-authorisation" }],
        replaces: {
          forms: 0,
          papers: 1,
          list: { zh: "卖方家庭住房查档证明", en: "the sellers' home-count certificate" },
        },
      },
    },
    {
      who: "buyer",
      people: "buyers",
      name: { zh: "买方", en: "the buyers" },
      in: inQueryArea,
      step: {
        needs: ["contract", "buyers"],
        after: ["buyer-authorisation"],
        looksUp: [{ about: "buyers", under: "buyer-authorisation" }],
        replaces: {
          forms: 0,
          papers: 1,
          list: { zh: "买方家庭住房查档证明", en: "the buyers' home-count certificate" },
        },
      },
    },
    {
      who: "children",
      people: "minorChildren",
      name: { zh: "买方未成年子女", en: "the buyers' minor children" },
      in: inQueryArea,
      // Their parents' authorisation speaks for them, and has been given before anybody knew who they are.
      step: {
        needs: ["contract", "minorChildren"],
        after: ["buyer-authorisation"],
        looksUp: [{ about: "minorChildren", under: "buyer-authorisation" }],
        appliesWhen: { fact: "hasMinorChildren", equals: true },
      },
    },
  ];
  return counted.flatMap((each) => [registeredStep(each), presaleStep(each)]);
};

const registeredStep = (counted: Counted): Step => ({
  ...counted.step,
  ...common(counted, `${counted.who}Homes`),
  id: `${counted.who}-homes`,
  name: { zh: `查询${counted.name.zh}住房套数`, en: `The registered homes of ${counted.name.en}` },
  performs: propertyRegistry.homes,
});

const presaleStep = (counted: Counted): Step => {
  const { replaces: _once, ...step } = counted.step;
  return {
    ...step,
    ...common(counted, `${counted.who}PresaleHomes`),
    id: `${counted.who}-presale-homes`,
    name: { zh: `查询${counted.name.zh}预售网签住房`, en: `The homes bought off-plan of ${counted.name.en}` },
    performs: housingContracts.presaleHomes,
  };
};

const common = (counted: Counted, gives: string): Pick<Step, "kind" | "gives" | "request" | "read" | "basis"> => ({
  kind: "record",
  gives: [gives],
  request: (facts, { today }) => {
    const values = valuesIn(facts);
    return { persons: documents(values[counted.people]), divisions: counted.in(values, today) };
  },
  read: (answer, facts) => {
    const { persons } = answer as HomesOfPersons;
    return aboutEach(valuesIn(facts)[counted.people], persons, { [gives]: persons });
  },
  basis: byAuthorisation,
});
