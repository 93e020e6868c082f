import * as z from "zod";
import { defineOperation } from "../operation.ts";
import {
  DayText,
  HomesOfPersons,
  PersonsInDivisions,
  ShareHolder,
  ShareText,
  UnitNumber,
  YuanText,
} from "../record-shapes.ts";

/** 网签合同备案号: as the housing department prints it. */
export const ContractNumber = z.string().regex(/^[A-Z0-9-]{6,40}$/);

export const ContractRecord = z.object({
  contractNumber: ContractNumber,
  status: z.enum(["signed", "cancelled"]),
  unitNumber: UnitNumber,
  /** VAT included, for the portion that is sold. */
  price: YuanText,
  /** Of the price (ISO 4217); yuan when absent. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  contractDate: DayText,
  /** The part of the home that is sold; the whole when absent. */
  portion: ShareText.optional(),
  /** The shares that they sell and buy. */
  sellers: z.array(ShareHolder).min(1).max(20),
  buyers: z.array(ShareHolder).min(1).max(20),
});
export type ContractRecord = z.infer<typeof ContractRecord>;

export const housingContracts = {
  contract: defineOperation({
    authority: "housing-contracts",
    name: "contract",
    kind: "query",
    label: { zh: "存量房网签合同", en: "the online-signed contract of sale" },
    request: () => z.object({ contractNumber: ContractNumber }),
    answer: () => ContractRecord,
  }),
  /** Homes bought off-plan whose titles are not registered yet. */
  presaleHomes: defineOperation({
    authority: "housing-contracts",
    name: "presale-homes",
    kind: "query",
    label: { zh: "商品房预售网签合同", en: "homes under presale contracts of the persons asked about" },
    request: () => PersonsInDivisions,
    answer: () => HomesOfPersons,
  }),
};
