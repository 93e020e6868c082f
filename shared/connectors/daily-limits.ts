/**
 * How many look-ups a day an authority has agreed to, for each purpose: parameters of the bureau, from its agreements with
 * the authorities. What is named here is an example; the rest has the usual one.
 */
const agreed: Readonly<Record<string, number>> = {
  "civil-affairs/marriages": 20_000,
  "public-security/household": 20_000,
};
const usual = 50_000;

/** How many times a day an operation, `public-security/household`, may be asked for by one bureau. */
export const dailyLimitOf = (operation: string): number => agreed[operation] ?? usual;
