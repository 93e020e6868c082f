import { formatYuan } from "../../../kernel/fen.ts";
import { compareRates, formatPercent, wholeRate } from "../../../kernel/fraction.ts";
import type { Side } from "../../assessment.ts";
import { money, rateFigure, roundedFen, roundedToJiao, times } from "../../figure.ts";
import { stampDutyInJiao, stampDutyRate } from "../../law/non-residential.ts";
import type { Line } from "../../line.ts";
import type { Sheet } from "../../sheet.ts";
import { reliefOn } from "../surcharges.ts";
import type { Turnover } from "../turnover-tax.ts";

/** Stamp duty of one side on the transfer of a unit that is no home. */
export const stampDutyOn = (sheet: Sheet, { price }: Turnover, side: Side): Line => {
  const evidence = sheet.evidence();
  const shared = { tax: "stamp-duty", side, payers: sheet[side], evidence } as const;
  if (price.status === "open") return { ...shared, status: "open", open: price.open };
  evidence.rest(price.evidence);
  const rate = evidence.use(stampDutyRate);
  const factor = reliefOn(sheet, evidence);
  const isReduced = compareRates(factor, wholeRate) < 0;
  const base = money(price.price);
  const full = times(base, rateFigure(rate));
  const formula = isReduced ? times(full, rateFigure(factor)) : full;
  evidence.say("stamp-duty-due", { rate: formatPercent(rate), price: formatYuan(price.price) });
  if (isReduced) evidence.say("surcharge-relief", { factor: formatPercent(factor) });
  const isInJiao = evidence.use(stampDutyInJiao);
  const amount = isInJiao ? roundedToJiao(formula) : roundedFen(formula);
  if (isInJiao) {
    evidence.say("stamp-duty-rounded-to-jiao", { exact: formatYuan(roundedFen(formula)), amount: formatYuan(amount) });
  }
  return {
    ...shared,
    status: "due",
    base,
    rate,
    relief: isReduced ? { id: "six-taxes-two-fees", kind: "part-collected", value: factor } : undefined,
    formula,
    ...(isInJiao ? { rounding: "jiao" as const } : {}),
    amount,
  };
};
