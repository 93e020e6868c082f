import type { Language } from "../../../shared/kernel/text.ts";

const locales = { zh: "zh-CN", en: "en-GB" } as const;

/** `"4400.00"` as people read it: ¥4,400.00. The digits are the API's own; nothing is computed. */
export const money = (yuan: string): string => {
  const [whole = "0", fraction = "00"] = yuan.split(".");
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${fraction}`;
};

/** An instant in the bureau's own time zone, wherever the phone is. */
export const dateTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone: "Asia/Shanghai",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(new Date(instant));

/** `2026-10-20` in words. */
export const day = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    day: "numeric",
  }).format(new Date(`${date}T00:00:00Z`));

/** Milliseconds as people say them. */
export const duration = (milliseconds: number, language: Language): string => {
  const seconds = milliseconds / 1000;
  const [count, unit] =
    seconds < 90
      ? [Math.max(1, Math.round(seconds)), "second"]
      : seconds < 5400
        ? [Math.round(seconds / 60), "minute"]
        : seconds < 129_600
          ? [Math.round(seconds / 3600), "hour"]
          : [Math.round(seconds / 86_400), "day"];
  return new Intl.NumberFormat(locales[language], { style: "unit", unit, unitDisplay: "long" }).format(count);
};
