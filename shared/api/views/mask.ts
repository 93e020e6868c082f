import { isErased } from "../../people/keys/erased.ts";

/**
 * Hides a private value and leaves enough of it to recognise one's own: `4****************8`, `138****0000`, `王**`. What
 * an identity number tells of place, birth and sex does not stay.
 */
export const mask = (value: unknown): unknown => {
  if (typeof value === "string") return maskText(value);
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, kept.has(key) ? part : mask(part)]));
  }
  return value === null || value === undefined ? value : "***";
};

/** Parts that say what kind of thing it is, and nothing about the person. */
const kept: ReadonlySet<string> = new Set(["idType", "share"]);

const residentId = /^\d{17}[\dXx]$/;

/** How many characters stay at each end. */
const shownAtEnds = (text: string, length: number): readonly [number, number] => {
  // The last digit but one tells the sex, the first six the place.
  if (residentId.test(text)) return [1, 1];
  if (length >= 12) return [0, 4];
  if (length === 11) return [3, 4];
  if (length >= 5) return [1, 1];
  return [1, 0];
};

const maskText = (text: string): string => {
  if (isErased(text)) return text;
  const characters = [...text];
  if (characters.length <= 1) return "*";
  const [first, last] = shownAtEnds(text, characters.length);
  const hidden = "*".repeat(characters.length - first - last);
  return characters.slice(0, first).join("") + hidden + characters.slice(characters.length - last).join("");
};
