import type { ContractRecord } from "../../connectors/housing-contracts/port.ts";
import { housingContracts } from "../../connectors/housing-contracts/port.ts";
import { propertyRegistry, type UnitRecord } from "../../connectors/property-registry/port.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Text } from "../../kernel/text.ts";
import type { Step, StepReading } from "../package.ts";
import { byAuthorisation } from "./basis.ts";
import { valuesIn } from "./case-values.ts";

/** What is said of people and their homes as of a day; on another day it is asked for anew. */
const datedRecords = [
  "unit",
  "seller-marriage",
  "buyer-marriage",
  "household",
  "seller-homes",
  "seller-presale-homes",
  "buyer-homes",
  "buyer-presale-homes",
];

const afterDeclarations = ["seller-declaration", "buyer-declaration"];

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** The last look before filing: whether the contract still stands as it was declared. */
const contractAgainStep: Step = {
  id: "contract-again",
  kind: "record",
  name: { zh: "申报前复核合同", en: "The contract, once more before filing" },
  needs: ["contract", "sellers", "buyers", "assessment"],
  after: afterDeclarations,
  gives: [],
  looksUp: [
    { about: "sellers", under: "seller-authorisation" },
    { about: "buyers", under: "buyer-authorisation" },
  ],
  performs: housingContracts.contract,
  request: (facts) => ({ contractNumber: valuesIn(facts).contract.contractNumber }),
  read: (answer, facts): StepReading => {
    const { sellers, buyers, status, ...contract } = answer as ContractRecord;
    const known = valuesIn(facts);
    if (status === "cancelled") return { kind: "refused", code: "contract-cancelled", because: cancelledMeanwhile };
    if (!isSame(sellers, known.sellers) || !isSame(buyers, known.buyers)) {
      return { kind: "refused", code: "parties-changed", because: partiesChanged };
    }
    if (isSame(contract, known.contract)) return { kind: "done", gives: {} };
    return { kind: "again", steps: ["contract"], because: contractChanged };
  },
};

/** And whether the register still says of the home what it said: a seizure may have come since. */
const unitAgainStep: Step = {
  id: "unit-again",
  kind: "record",
  name: { zh: "申报前复核不动产登记", en: "The register, once more before filing" },
  needs: ["contract", "sellers", "unit", "unitOwners", "unitAddress", "recordsAsOf", "assessment"],
  after: afterDeclarations,
  gives: [],
  looksUp: [{ about: "sellers", under: "seller-authorisation" }],
  performs: propertyRegistry.unit,
  request: (facts) => ({ unitNumber: valuesIn(facts).contract.unitNumber }),
  read: (answer, facts, { today }): StepReading => {
    const { owners, address, ...unit } = answer as UnitRecord;
    const { unit: known, unitOwners, unitAddress, recordsAsOf } = valuesIn(facts);
    const hasChanged = !isSame(unit, known) || !isSame(owners, unitOwners) || address !== unitAddress;
    if (recordsAsOf !== today) return { kind: "again", steps: datedRecords, because: recordsOfAnotherDay };
    if (hasChanged) return { kind: "again", steps: ["unit"], because: registerChanged };
    return { kind: "done", gives: {} };
  },
  basis: byAuthorisation,
};

export const recheckSteps: readonly Step[] = [contractAgainStep, unitAgainStep];

const cancelledMeanwhile: Text = {
  zh: "该合同在申报前已注销,申报不再进行,无需缴税。如重新网签,请用新合同编号办理。",
  en: "The contract was cancelled before filing: nothing is filed and no tax is due. With a new contract, open a new case.",
};

const partiesChanged: Text = {
  zh: "合同当事人或份额已变更,需由新的当事人重新授权,请用该合同编号重新办理。",
  en: "The contract names other people or shares now, who must authorise for themselves: please open a new case.",
};

const contractChanged: Text = {
  zh: "网签合同内容已变更,已按新合同重新计税,请重新核对。",
  en: "The contract has been changed; the taxes are reckoned anew from it, please check them again.",
};

const registerChanged: Text = {
  zh: "不动产登记信息在确认后有变化(如查封、抵押),已重新计税,请重新核对。",
  en: "The register has changed since you confirmed, by a seizure or a mortgage for example; the taxes are reckoned anew, please check them again.",
};

const recordsOfAnotherDay: Text = {
  zh: "确认之日与查询之日不是同一天,已按今日的登记信息重新核对。",
  en: "The records were fetched on another day; they are fetched again as of today.",
};
