import type { Case } from "../../../shared/cases/case.ts";
import type { Declaration } from "../../../shared/connectors/core-tax/housing.ts";
import { canonicalHash } from "../../../shared/kernel/canonical-json.ts";
import { sum, yuan } from "../../../shared/kernel/fen.ts";
import { declarationFormOf } from "../../../shared/packages/housing/declaration-form.ts";
import { keyedHash } from "../../../shared/people/keyed-hash.ts";
import { testSecret } from "../../support/test-world.ts";
import type { BillOf } from "./core-tax.ts";
import { buyers, sellers } from "./parties.ts";

/** What no order of events may bring about, by name; counted, so that a run can say that it saw none. */
const broken = ["two signed assessments", "a bill that was not signed", "filed twice", "cleared unpaid"] as const;

class DemandBroken extends Error {
  readonly demand: (typeof broken)[number];

  constructor(demand: (typeof broken)[number], how: string) {
    super(`${demand}: ${how}`);
    this.demand = demand;
  }
}

const valuesIn = ({ facts }: Case) =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));

const hash = keyedHash(testSecret);
const signers = [...sellers, ...buyers].map(({ name, idType, idNumber }) => ({
  step: `${name.slice(0, -2)}-declaration`,
  key: hash.person({ idType, idNumber }),
}));

const signedForms = ({ steps, parties }: Case) =>
  signers.map(({ step, key }) => ({
    party: parties.find(({ person }) => person === key)?.parties?.[0] ?? "",
    form: steps[step]?.signed?.filter((each) => each.person === key).map(({ form }) => form) ?? [],
  }));

/** From the moment the filing has begun, everybody has signed exactly the assessment that stands in the case. */
export const demandOneSignedAssessment = (version: Case): void => {
  const status = version.steps["file-declaration"]?.status;
  if (status === undefined || status === "again" || status === "blocked") return;
  const values = valuesIn(version);
  for (const { party, form } of signedForms(version)) {
    const expected = canonicalHash(declarationFormOf(values, party));
    if (form.length !== 1 || form[0] !== expected) {
      throw new DemandBroken(
        "two signed assessments",
        `${party} signed ${form.length} forms, not the one that is filed`,
      );
    }
  }
};

/** Once at first, and once for a correction, which names what it takes the place of. @returns what stands */
export const demandFiledOnce = ([original, ...corrections]: readonly Declaration[]): Declaration | undefined => {
  if (corrections.length > 1 || corrections.some(({ corrects }) => corrects?.declarationNumber !== "D-1")) {
    throw new DemandBroken("filed twice", `${corrections.length + 1} declarations`);
  }
  return corrections[0] ?? original;
};

export const demandBilledAsSigned = (last: Case, { filingDate, payers }: Declaration): void => {
  const values = valuesIn(last);
  const differs = (how: string) => new DemandBroken("a bill that was not signed", how);
  const signed = new Map(signedForms(last).map(({ party, form }) => [party, form[0]]));
  const assessment = values.assessment as { readonly filingDate: string };
  if (filingDate !== assessment.filingDate) throw differs("filed for another day than assessed");
  const counts = { sellers: 0, buyers: 0 };
  for (const payer of payers) {
    counts[payer.side] += 1;
    const party = `${payer.side.slice(0, -1)}-${counts[payer.side]}`;
    if (payer.form !== signed.get(party)) throw differs(`what ${party} signed is not what was filed`);
    const form = declarationFormOf(values, party);
    const amounts = form.taxes.map(({ tax, amount }) => ({ tax, amount }));
    if (canonicalHash(amounts) !== canonicalHash(payer.taxes)) throw differs(`${party} was billed other taxes`);
  }
  const bills = (values.bills ?? []) as readonly { readonly payer: string; readonly amount: string }[];
  for (const payer of new Set(bills.map((bill) => bill.payer))) {
    const due = sum(declarationFormOf(values, payer).taxes.map((tax) => yuan(tax.amount ?? "0.00")));
    const billed = sum(bills.filter((bill) => bill.payer === payer).map(({ amount }) => yuan(amount)));
    if (due !== billed) throw differs(`the bills of ${payer} differ from the declaration`);
  }
};

/** The registry is told of the bills that stand, once all of them have come in; nothing is both registered and refunded. */
export const demandPaidBeforeCleared = (last: Case): void => {
  const { bills, settlement, refunds, registrationResult } = valuesIn(last);
  if (refunds && registrationResult === "registered")
    throw new DemandBroken("cleared unpaid", "registered and refunded");
  if (last.steps["tax-cleared"]?.status !== "done" || !bills) return;
  const numbers = (list: unknown) => ((list ?? []) as readonly BillOf[]).map(({ billNumber }) => billNumber).sort();
  if (canonicalHash(numbers(bills)) !== canonicalHash(numbers(settlement))) {
    throw new DemandBroken("cleared unpaid", "the settlement is of other bills");
  }
};
