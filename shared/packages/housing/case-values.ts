import * as z from "zod";
import { MarriageRecord } from "../../connectors/civil-affairs/port.ts";
import {
  AssessedPrice,
  Bill,
  DeclarationReceipt,
  EarlierDeedTax,
  Settlement,
} from "../../connectors/core-tax/housing.ts";
import { ContractRecord } from "../../connectors/housing-contracts/port.ts";
import { UnitRecord } from "../../connectors/property-registry/port.ts";
import { type Child, Child as ChildSchema } from "../../connectors/public-security/port.ts";
import { HomesOfPersons, ShareHolder } from "../../connectors/record-shapes.ts";
import type { FactValues } from "../condition.ts";
import { OfficerFindings } from "./officer-decisions.ts";
import { StoredAssessment } from "./stored-assessment.ts";

/** What the contract says of the sale; its people are facts of their own, because they are private. */
const SaleContract = ContractRecord.pick({
  contractNumber: true,
  unitNumber: true,
  price: true,
  currency: true,
  contractDate: true,
  portion: true,
});

/** What the register says of the unit itself; its owners and its address are facts of their own. */
const SoldUnit = UnitRecord.omit({ owners: true, address: true });

const EarlierDeedTaxFact = z.discriminatedUnion("state", [
  z.object({ state: z.literal("found"), ...EarlierDeedTax.shape }),
  /** The collection records hold none for this unit. */
  z.object({ state: z.literal("none") }),
]);

const PersonsHomes = HomesOfPersons.shape.persons;

/** A child under 18 and the buyers among its parents. */
export const ChildOfBuyers = ChildSchema.extend({
  parents: z.array(ShareHolder.pick({ idType: true, idNumber: true })),
});
export type ChildOfBuyers = Child & z.infer<typeof ChildOfBuyers>;

const MarriageStated = z.enum(["married", "single", "divorced", "widowed"]);

/** What a person commits to where no record says it (告知承诺). */
export const Statement = z.strictObject({
  marriage: MarriageStated.optional(),
  /** Homes inherited whose titles are not registered yet. */
  unregisteredInheritedHomes: z.int().min(0).max(20).optional(),
});

/** What one side says to an assessed price above the declared one; a contest needs a reason. */
export const PriceAnswer = z.discriminatedUnion("accepts", [
  z.strictObject({ accepts: z.literal(true) }),
  z.strictObject({ accepts: z.literal(false), reason: z.string().trim().min(1).max(300) }),
]);

/** Two prices side by side, and what each would cost. */
const PriceQuestion = z.object({
  declared: z.string(),
  assessed: z.string(),
  alternatives: z.array(z.object({ zh: z.string(), en: z.string(), sellers: z.string(), buyers: z.string() })),
});

/** An officer's word on a contested price; `reassess` asks the assessment system once more. */
const PriceReview = z.enum(["reason-accepted", "assessed-stands", "reassess"]);

const BillFact = Bill.omit({ payer: true }).extend({ payer: z.string() });

/** A declaration as it stood before it was corrected, and what is true instead. */
export const Corrected = z.object({
  filedOn: z.string(),
  declarationNumber: z.string(),
  bills: z.array(BillFact),
  settlement: Settlement.shape.settled.exactOptional(),
  invoice: z.object({ number: z.string(), vat: z.string() }).exactOptional(),
  findings: OfficerFindings.exactOptional(),
});
export type Corrected = z.infer<typeof Corrected>;

const HomesDeclared = z.int().min(0).max(200);
const perParty = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value).optional();

/** The facts of a case of this package, as its steps have given them. */
export const caseValues = {
  contract: SaleContract,
  sellers: ContractRecord.shape.sellers,
  buyers: ContractRecord.shape.buyers,
  unit: SoldUnit,
  unitOwners: UnitRecord.shape.owners,
  unitAddress: UnitRecord.shape.address,
  earlierDeedTax: EarlierDeedTaxFact,
  assessedPrice: AssessedPrice,
  sellerMarriages: z.array(MarriageRecord),
  buyerMarriages: z.array(MarriageRecord),
  minorChildren: z.array(ChildOfBuyers),
  hasMinorChildren: z.boolean(),
  sellerHomes: PersonsHomes,
  sellerPresaleHomes: PersonsHomes,
  buyerHomes: PersonsHomes,
  buyerPresaleHomes: PersonsHomes,
  childrenHomes: PersonsHomes,
  childrenPresaleHomes: PersonsHomes,
  recordsAsOf: z.string(),
  sellerMarriageStated: perParty(MarriageStated),
  buyerMarriageStated: perParty(MarriageStated),
  sellerStatement: perParty(Statement),
  buyerStatement: perParty(Statement),
  sellerHomesDeclared: perParty(HomesDeclared),
  buyerHomesDeclared: perParty(HomesDeclared),
  sellerCountAccepted: perParty(z.boolean()),
  buyerCountAccepted: perParty(z.boolean()),
  sellerPriceAnswer: PriceAnswer.optional(),
  buyerPriceAnswer: PriceAnswer.optional(),
  priceQuestion: PriceQuestion.optional(),
  priceDecision: z.enum(["accepts-assessed", "contested"]).optional(),
  priceReview: PriceReview.optional(),
  declarationNumber: z.string(),
  bills: z.array(BillFact),
  settlement: Settlement.shape.settled.optional(),
  payers: perParty(z.string()),
  sellerPaidBy: perParty(z.string()),
  buyerPaidBy: perParty(z.string()),
  correctionFindings: z.object({ isFounded: z.boolean(), findings: OfficerFindings.exactOptional() }).optional(),
  contractEnded: z.boolean().optional(),
  corrected: Corrected.optional(),
  overpaid: DeclarationReceipt.shape.overpaid,
  invoiceNumber: z.string().optional(),
  assessment: StoredAssessment,
} as const;

export type CaseValues = { readonly [Name in keyof typeof caseValues]: z.infer<(typeof caseValues)[Name]> };

/** The facts as this package's steps gave them; they were parsed when they came in, and a step runs only with its needs. */
export const valuesIn = (facts: FactValues): CaseValues => facts as unknown as CaseValues;
