import type { Evidence, Open } from "../evidence.ts";
import type { Sentence } from "../explain/notes.ts";
import { onlyHomeYears } from "../law/income-tax.ts";
import type { Payer } from "../line.ts";
import { familyAt, type Sheet } from "../sheet.ts";
import { type Held, type HoldingPeriod, heldFor } from "./holding-period.ts";
import { countHomes } from "./home-count.ts";

export type OnlyHome =
  | { readonly answer: "yes"; readonly evidence: Evidence; readonly years: number }
  | { readonly answer: "no"; readonly evidence: Evidence; readonly shortfalls: readonly Sentence[] }
  | { readonly answer: "open"; readonly evidence: Evidence; readonly open: readonly Open[] };

/** How long the home was held, as the exemption asks; the same for all sellers. */
export interface OwnUse {
  readonly years: number;
  readonly held: Held;
}

export const ownUseOf = (sheet: Sheet, holding: HoldingPeriod): OwnUse => {
  const years = sheet.evidence().use(onlyHomeYears);
  return { years, held: heldFor(sheet, holding, years) };
};

/** Own use for five years and the only home of the seller's couple in the province (满五唯一), for one seller. */
export const onlyHomeOf = (sheet: Sheet, { held, years }: OwnUse, seller: Payer): OnlyHome => {
  const evidence = sheet.evidence();
  evidence.use(onlyHomeYears);
  evidence.rest(held.evidence);

  const owner = sheet.facts.sellers.find(({ id }) => id === seller.id);
  const family = familyAt(sheet, owner?.family ?? "");
  const count = countHomes(sheet, family, "income-tax", evidence);
  const { zh: province, en: provinceInEnglish } = sheet.locality.province.name;
  const shortfalls: Sentence[] = [];
  if (held.answer === "no") shortfalls.push(held.shortfall);
  if (count.certain > 0) {
    shortfalls.push(evidence.say("other-homes-in-province", { count: count.certain, province, provinceInEnglish }));
  }
  // One failed condition settles it, whatever the other would be.
  if (shortfalls.length > 0) return { answer: "no", evidence, shortfalls };
  const open = [...(held.answer === "open" ? held.open : []), ...count.open];
  if (open.length > 0) return { answer: "open", evidence, open };
  evidence.say("only-home-in-province", { province, provinceInEnglish });
  return { answer: "yes", evidence, years };
};
