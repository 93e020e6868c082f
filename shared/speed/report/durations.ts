import type { Language } from "../../kernel/text.ts";

const units = [
  { milliseconds: 86_400_000, zh: "天", en: " d" },
  { milliseconds: 3_600_000, zh: "小时", en: " h" },
  { milliseconds: 60_000, zh: "分", en: " min" },
  { milliseconds: 1000, zh: "秒", en: " s" },
] as const;

/** A time as people say it: its two largest units, or milliseconds below a second. */
export const durationText = (milliseconds: number, language: Language): string => {
  if (milliseconds < 1000) {
    const rounded = milliseconds < 10 ? Math.round(milliseconds * 10) / 10 : Math.round(milliseconds);
    return language === "zh" ? `${rounded}毫秒` : `${rounded} ms`;
  }
  // Below ten seconds a tenth still says something.
  if (milliseconds < 9950) return `${Math.round(milliseconds / 100) / 10}${language === "zh" ? "秒" : " s"}`;
  const largest = units.findIndex((unit) => milliseconds >= unit.milliseconds);
  const [big, small] = units.slice(largest);
  if (!big) return "";
  const inSmall = small ? Math.round(milliseconds / small.milliseconds) : 0;
  const perBig = small ? big.milliseconds / small.milliseconds : 1;
  // Rounding up to a whole larger unit must not read "60 s".
  const bigCount = small ? Math.floor(inSmall / perBig) : Math.round(milliseconds / big.milliseconds);
  const rest = small ? inSmall % perBig : 0;
  const parts = [`${bigCount}${big[language]}`, ...(small && rest > 0 ? [`${rest}${small[language]}`] : [])];
  return parts.join(language === "zh" ? "" : " ");
};

export const shareText = (share: number | undefined): string =>
  share === undefined ? "–" : `${(100 * share).toFixed(1)}%`;
