import * as z from "zod";
import { CalendarDate } from "../kernel/calendar-date.ts";
import { YuanString } from "../kernel/money.ts";
import { ShareString } from "../kernel/rate.ts";
import { formatArea, readArea, type SquareMetres } from "./area.ts";

/*
 * What a caller says about one sale. Three states of a value matter for the law and are kept apart:
 * - given;
 * - absent: not known yet, so a tax that turns on it is reported as missing it;
 * - null (where allowed): known not to exist, such as a deed-tax certificate that was never issued.
 */

const Id = z.string().min(1).max(64);
const Flag = z.boolean();

const Area = z.codec(
  z
    .string()
    .refine((text) => readArea(text) !== undefined, { message: "Not a floor area above 0 with at most two decimals" })
    .meta({ description: "Square metres as a decimal string", examples: ["128.50"] }),
  z.custom<SquareMetres>(),
  { decode: (text) => readArea(text) as SquareMetres, encode: formatArea },
);

const PurchaseRecord = {
  /** Day on the title certificate. */
  titleDate: CalendarDate.nullable().optional(),
  /** Day on which the deed-tax payment certificate was issued. */
  deedTaxDate: CalendarDate.nullable().optional(),
  /** What was really paid for the whole home, VAT of that purchase included; null when it cannot be proven. */
  price: YuanString.nullable().optional(),
  /** Deed tax and other taxes and fees of that purchase; null when none can be proven. */
  taxesAndFees: YuanString.nullable().optional(),
};

const Purchase = z.strictObject({
  mode: z.literal("purchase"),
  ...PurchaseRecord,
  /** Accepted for the explanation only: a contract never starts the clock of a purchase. */
  contractDate: CalendarDate.optional(),
  /** For a unit that is no home: the deed tax paid, its part of `taxesAndFees`, and the purchase invoice. */
  deedTaxPaid: YuanString.nullable().optional(),
  hasInvoice: Flag.optional(),
  invoiceDate: CalendarDate.optional(),
});

const Taken = z.strictObject({
  mode: z.enum(["gift-from-kin", "inheritance", "divorce"]),
  /** The purchase by the donor, the decedent or the couple: its days and its cost count. */
  previous: z.strictObject(PurchaseRecord).optional(),
});

const GiftFromOthers = z.strictObject({ mode: z.literal("gift-from-others"), giftDate: CalendarDate.optional() });

const HousingReform = z.strictObject({
  mode: z.literal("housing-reform"),
  contractDate: CalendarDate.nullable().optional(),
  receiptDate: CalendarDate.nullable().optional(),
  titleDate: CalendarDate.nullable().optional(),
  price: PurchaseRecord.price,
  taxesAndFees: PurchaseRecord.taxesAndFees,
});

const CourtJudgment = z.strictObject({
  mode: z.literal("court-judgment"),
  judgmentDate: CalendarDate.optional(),
  price: PurchaseRecord.price,
  taxesAndFees: PurchaseRecord.taxesAndFees,
});

const SelfBuilt = z.strictObject({
  mode: z.literal("self-built"),
  titleDate: CalendarDate.optional(),
  price: PurchaseRecord.price,
  taxesAndFees: PurchaseRecord.taxesAndFees,
});

export const Acquisition = z.discriminatedUnion("mode", [
  Purchase,
  Taken,
  GiftFromOthers,
  HousingReform,
  CourtJudgment,
  SelfBuilt,
]);
export type Acquisition = z.output<typeof Acquisition>;

const Marriage = z.enum(["married", "single", "divorced", "widowed"]);

export const Home = z.strictObject({
  /** The real-estate unit number; the home of this sale is recognised by it. */
  unit: Id,
  division: z.string().regex(/^\d{6}$/),
  use: z.enum(["housing", "non-residential"]),
  /** `sold`: sold but still registered. `transferred`: the registration is done. */
  stage: z.enum(["registered", "presale", "sold", "transferred", "inherited-unregistered"]),
  /** `self`, `spouse`, or the id of a child. A part of a home is a home. */
  holders: z.array(Id).min(1).max(20),
  /** The family holds a part of it, together with others. */
  isShared: Flag.optional(),
});
export type Home = z.output<typeof Home>;

export const Family = z.strictObject({
  id: Id,
  /** What the marriage record says. `not-found` is not `single`; `abroad` has no domestic record. */
  marriage: z.enum([...Marriage.options, "not-found", "abroad"]).optional(),
  /** What the person committed to in writing where the record says nothing. */
  committedMarriage: Marriage.optional(),
  divorcedOn: CalendarDate.optional(),
  children: z
    .array(z.strictObject({ id: Id, birthDate: CalendarDate }))
    .max(20)
    .optional(),
  /** The homes that the registers know, the home of this sale among them or not. */
  homes: z.array(Home).max(200).optional(),
  /** What the family itself says, not counting the home of this sale. */
  declared: z
    .strictObject({
      otherHomesInProvince: z.int().min(0).max(200).optional(),
      otherHomesInQueryArea: z.int().min(0).max(200).optional(),
    })
    .optional(),
  /** Settles a difference between both counts. */
  acceptsRegisteredCount: Flag.optional(),
});
export type Family = z.output<typeof Family>;

const Seller = z.strictObject({
  id: Id,
  share: ShareString,
  family: Id,
  kind: z.enum(["individual", "sole-proprietor-general-taxpayer"]).optional(),
  /** This owner got the share by another act or on another day than the acquisition says. */
  acquiredApart: Flag.optional(),
});

const Buyer = z.strictObject({ id: Id, share: ShareString, family: Id, birthDate: CalendarDate.optional() });

export const Origin = z.strictObject({
  /** Who holds the record: `real-estate-register`, `taxpayer`, `collection-records`... */
  source: z.string().min(1).max(80),
  query: z.string().max(120).optional(),
  at: z.string().max(40).optional(),
});
export type Origin = z.output<typeof Origin>;

/** The facts of one sale by individuals to individuals. The filing date is always given, never read from a clock. */
export const HousingFacts = z.strictObject({
  filingDate: CalendarDate,
  property: z.strictObject({
    unit: Id.optional(),
    division: z.string().regex(/^\d{6}$/),
    settlement: z.enum(["urban", "town", "village"]).optional(),
    use: z.enum(["housing", "non-residential", "parking", "mixed"]),
    kind: z.enum(["commodity", "public-housing", "affordable"]).optional(),
    /** Floor area of the whole home on the title, also when a part is sold. */
    areaSquareMetres: Area.optional(),
    soldFurnished: Flag.optional(),
    restrictions: z
      .array(z.enum(["mortgage", "seizure"]))
      .max(2)
      .optional(),
  }),
  sale: z.strictObject({
    /** The price of the contract, VAT included, for the portion that is sold. */
    declaredPrice: YuanString.optional(),
    contractDate: CalendarDate.optional(),
    /** Assessed value of the whole home, without VAT; absent or null when there is none. */
    assessedPrice: YuanString.nullable().optional(),
    priceDecision: z.enum(["accepts-assessed", "reason-claimed", "reason-accepted"]).optional(),
    /** The part of the home that is sold; the whole when absent. */
    portion: ShareString.optional(),
    judicialAuction: Flag.optional(),
  }),
  acquisition: Acquisition,
  /** What the sellers claim, for the whole home. */
  costs: z
    .strictObject({
      renovation: YuanString.optional(),
      mortgageInterest: YuanString.optional(),
      fees: YuanString.optional(),
    })
    .optional(),
  /** What the sellers ask for; granted only where the law and the locality allow it. */
  incomeTaxMethod: z.enum(["actual", "deemed"]).optional(),
  sellers: z.array(Seller).min(1).max(20),
  buyers: z.array(Buyer).min(1).max(20),
  families: z.array(Family).min(1).max(40),
  /** Where each value came from, by JSON pointer. */
  origins: z.record(z.string().max(200), Origin).optional(),
});
export type HousingFacts = z.output<typeof HousingFacts>;
/** The JSON form, money and shares as strings. */
export type HousingFactsJson = z.input<typeof HousingFacts>;
