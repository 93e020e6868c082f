import * as z from "zod";
import type { Text } from "../../kernel/text.ts";
import type { FactValues } from "../condition.ts";

/**
 * What an officer may establish where the records do not: per family (named by its first party, `seller-1`) the marriage
 * and the count of other homes, and which price is taken. Only what is given here replaces a record.
 */
export const OfficerFindings = z.strictObject({
  families: z
    .record(
      z.string().regex(/^(?:seller|buyer)-\d{1,2}$/),
      z.strictObject({
        marriage: z.enum(["married", "single", "divorced", "widowed"]).optional(),
        otherHomesInProvince: z.int().min(0).max(200).optional(),
        otherHomesInQueryArea: z.int().min(0).max(200).optional(),
      }),
    )
    .optional(),
  /** Buyers of several families, or a minor buyer: as how many homes the purchase counts, before this one. */
  buyersCountAs: z.strictObject({ otherHomesInQueryArea: z.int().min(0).max(200) }).optional(),
  /** How a home was come by, where the register does not say what the law asks. */
  earlierPurchase: z.strictObject({ titleDate: z.string().optional(), price: z.string().optional() }).optional(),
  /** A price in a foreign currency, converted at the rate of the day that the law names (增值税法 第十八条). */
  priceInYuan: z
    .string()
    .regex(/^\d{1,13}\.\d{2}$/)
    .optional(),
  priceDecision: z.enum(["accepts-assessed", "reason-accepted"]).optional(),
});
export type OfficerFindings = z.infer<typeof OfficerFindings>;

const Decision = z.object({ approved: z.boolean(), values: z.unknown().optional() });

/** Whether an officer has approved that a step goes on. */
export const isApproved = (facts: FactValues, stepId: string): boolean =>
  Decision.safeParse(facts[`officerDecision.${stepId}`]).data?.approved === true;

/** A later finding goes before an earlier one. */
export const findingsWith = (earlier: OfficerFindings | undefined, later: OfficerFindings): OfficerFindings => ({
  ...earlier,
  ...later,
  families: { ...earlier?.families, ...later.families },
});

/** What officers have established on these steps; undefined when one of them sent something else. */
export const findingsOf = (facts: FactValues, stepIds: readonly string[]): OfficerFindings | undefined => {
  let found: OfficerFindings = {};
  for (const id of stepIds) {
    const values = Decision.safeParse(facts[`officerDecision.${id}`]).data?.values;
    if (values === undefined) continue;
    const parsed = OfficerFindings.safeParse(values);
    if (!parsed.success) return undefined;
    found = findingsWith(found, parsed.data);
  }
  return found;
};

export const findingsNotUnderstood: Text = {
  zh: "税务人员填写的认定内容不符合格式,请重新填写。",
  en: "What the officer established does not have the required form; please enter it again.",
};
