export { BankAccountNumber, BankBranchCode } from "./bank-account.ts";
export { CreditCode, judgeCreditCode, prefectureOf } from "./credit-code.ts";
export { DivisionCode, isProvince, judgeDivisionCode } from "./division.ts";
export { IndustryCode, type IndustrySection, judgeIndustryCode, sectionOf } from "./industry.ts";
export type { IdentifierFault } from "./judged.ts";
export { PersonTyped } from "./person.ts";
export { judgeResidentId, ResidentId, residentIdOn } from "./resident-id.ts";
