import type { Evidence, Open } from "../evidence.ts";
import type { Note } from "../explain/notes.ts";
import { onlyHomeYears } from "../law/income-tax.ts";
import type { Payer } from "../line.ts";
import { familyAt, type Sheet } from "../sheet.ts";
import { type HoldingPeriod, heldFor } from "./holding-period.ts";
import { countHomes } from "./home-count.ts";

export type OnlyHome =
  | { readonly answer: "yes"; readonly evidence: Evidence; readonly years: number }
  | { readonly answer: "no"; readonly evidence: Evidence; readonly shortfalls: readonly Note[] }
  | { readonly answer: "open"; readonly evidence: Evidence; readonly open: readonly Open[] };

/** Own use for five years and the only home of the seller's couple in the province (满五唯一), for one seller. */
export const onlyHomeOf = (sheet: Sheet, holding: HoldingPeriod, seller: Payer): OnlyHome => {
  const evidence = sheet.evidence();
  const years = evidence.use(onlyHomeYears);
  const held = heldFor(sheet, holding, years);
  evidence.rest(held.evidence);

  const owner = sheet.facts.sellers.find(({ id }) => id === seller.id);
  const family = familyAt(sheet, owner?.family ?? "");
  const count = countHomes(sheet, family, "income-tax", evidence);
  const { name: provinceInEnglish, zh: province } = {
    name: sheet.locality.province.name.en,
    zh: sheet.locality.province.name.zh,
  };
  const shortfalls: Note[] = [];
  if (held.answer === "no") shortfalls.push(held.shortfall);
  if (count.certain > 0) {
    const data = { count: count.certain, province, provinceInEnglish };
    evidence.say("other-homes-in-province", data);
    shortfalls.push({ code: "other-homes-in-province", data });
  }
  // One failed condition settles it, whatever the other would be.
  if (shortfalls.length > 0) return { answer: "no", evidence, shortfalls };
  const open = [...(held.answer === "open" ? held.open : []), ...count.open];
  if (open.length > 0) return { answer: "open", evidence, open };
  evidence.say("only-home-in-province", { province, provinceInEnglish });
  return { answer: "yes", evidence, years };
};
