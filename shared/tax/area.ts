/** A floor area in whole hundredths of a square metre, as titles state it. */
export type SquareMetres = number & { readonly __brand: "SquareMetres" };

/** `"140.01"`; undefined for anything but a decimal above 0 with at most two decimals. */
export const readArea = (text: string): SquareMetres | undefined => {
  const parts = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts === null) return undefined;
  const hundredths = Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
  return hundredths > 0 ? (hundredths as SquareMetres) : undefined;
};

/** For areas written in the law; a RangeError for a wrong one. */
export const squareMetres = (text: string): SquareMetres => {
  const area = readArea(text);
  if (area === undefined) throw new RangeError(`Not an area: ${text}`);
  return area;
};

/** `"140"`, `"140.01"`: no decimals that say nothing. */
export const formatArea = (area: SquareMetres): string => {
  const rest = area % 100;
  const whole = (area - rest) / 100;
  return rest === 0 ? `${whole}` : `${whole}.${String(rest).padStart(2, "0")}`;
};
