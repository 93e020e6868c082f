import * as z from "zod";
import { defineOperation } from "../operation.ts";
import {
  DayText,
  DivisionCode,
  HomesOfPersons,
  PersonsInDivisions,
  ShareHolder,
  UnitNumber,
  YuanText,
} from "../record-shapes.ts";

/** An earlier link of the chain of title: whose purchase counts after a gift, an inheritance or a divorce. */
const EarlierTitle = z.object({ titleDate: DayText, price: YuanText.optional() });

/** How the present owners came by the unit. */
export const TitleAcquisition = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("purchase"), contractDate: DayText.optional() }),
  z.object({ mode: z.enum(["gift-from-kin", "inheritance", "divorce"]), earlier: EarlierTitle.optional() }),
  z.object({ mode: z.literal("gift-from-others"), giftDate: DayText }),
  z.object({ mode: z.literal("housing-reform"), contractDate: DayText.optional(), receiptDate: DayText.optional() }),
  z.object({ mode: z.literal("court-judgment"), judgmentDate: DayText }),
  z.object({ mode: z.literal("self-built") }),
]);
export type TitleAcquisition = z.infer<typeof TitleAcquisition>;

export const UnitRecord = z.object({
  unitNumber: UnitNumber,
  address: z.string().min(1).max(200),
  division: DivisionCode,
  settlement: z.enum(["urban", "town", "village"]),
  use: z.enum(["housing", "non-residential", "parking", "mixed"]),
  kind: z.enum(["commodity", "public-housing", "affordable"]).optional(),
  /** Floor area of the whole unit, at most two decimals. */
  areaSquareMetres: z.string().regex(/^[1-9]\d{0,5}(?:\.\d{1,2})?$/),
  titleDate: DayText,
  owners: z.array(ShareHolder).min(1).max(20),
  acquisition: TitleAcquisition,
  restrictions: z.array(z.enum(["mortgage", "seizure"])).max(2),
});
export type UnitRecord = z.infer<typeof UnitRecord>;

/** What became of the transfer; `cancelled` when the parties ended the contract before it was registered. */
export const RegistrationResult = z.discriminatedUnion("result", [
  z.object({ result: z.literal("registered"), certificateNumber: z.string().min(1).max(60), registeredOn: DayText }),
  z.object({ result: z.literal("cancelled"), cancelledOn: DayText }),
]);
export type RegistrationResult = z.infer<typeof RegistrationResult>;

const Transfer = z.object({ contractNumber: z.string(), unitNumber: UnitNumber });

export const propertyRegistry = {
  /** Tells the registry that the taxes of a transfer are settled; it acknowledges under a number of its own. */
  taxCleared: defineOperation({
    authority: "property-registry",
    name: "tax-cleared",
    kind: "act",
    label: { zh: "完税信息推送", en: "the message that the taxes are settled" },
    request: () => Transfer.extend({ declarationNumber: z.string(), clearedOn: DayText }),
    answer: () => z.object({ acknowledgement: z.string().min(1).max(60), receivedOn: DayText }),
  }),
  /** Answered late, when the transfer is registered or will not be. */
  registration: defineOperation({
    authority: "property-registry",
    name: "registration",
    kind: "act",
    label: { zh: "转移登记结果", en: "the registration of the transfer" },
    request: () => Transfer,
    answer: () => RegistrationResult,
  }),
  unit: defineOperation({
    authority: "property-registry",
    name: "unit",
    kind: "query",
    label: { zh: "不动产登记信息", en: "the unit's record in the real-estate register" },
    request: () => z.object({ unitNumber: UnitNumber }),
    answer: () => UnitRecord,
  }),
  homes: defineOperation({
    authority: "property-registry",
    name: "homes",
    kind: "query",
    label: { zh: "家庭住房情况查询结果", en: "the homes registered to the persons asked about" },
    request: () => PersonsInDivisions,
    answer: () => HomesOfPersons,
  }),
};
