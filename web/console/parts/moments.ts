import type { Language, Text } from "../../../shared/kernel/text.ts";

/** China keeps one time all year round; an officer's clock is the bureau's, wherever the machine stands. */
const timeZone = "Asia/Shanghai";
const locales = { zh: "zh-CN", en: "en-GB" } as const;

export const momentIn = (language: Language, instant: string): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));

export const clockIn = (language: Language, instant: string): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));

const units = [
  { unit: "day", milliseconds: 86_400_000, zh: "天", en: "d" },
  { unit: "hour", milliseconds: 3_600_000, zh: "小时", en: "h" },
  { unit: "minute", milliseconds: 60_000, zh: "分", en: "min" },
  { unit: "second", milliseconds: 1000, zh: "秒", en: "s" },
] as const;

/** A span in its two largest units: `2小时5分`, `2 h 5 min`; below a second in milliseconds. */
export const spanIn = (language: Language, milliseconds: number): string => {
  const whole = Math.abs(milliseconds);
  if (whole < 1000) return language === "zh" ? `${Math.round(whole)}毫秒` : `${Math.round(whole)} ms`;
  const first = units.findIndex((each) => whole >= each.milliseconds);
  const parts: string[] = [];
  let left = whole;
  for (const each of units.slice(first, first + 2)) {
    const count = Math.floor(left / each.milliseconds);
    left -= count * each.milliseconds;
    if (count > 0) parts.push(language === "zh" ? `${count}${each.zh}` : `${count} ${each.en}`);
  }
  return parts.join(language === "zh" ? "" : " ");
};

/** How a promise stands: what is left of it, or how long it has been broken. */
export interface Urgency {
  readonly level: "late" | "soon" | "calm";
  readonly words: Text;
}

/** The last quarter of a working day is when a promise begins to press. */
const pressing = 2 * 3_600_000;

export const urgencyOf = (promisedBy: string | undefined, now: number): Urgency | undefined => {
  if (promisedBy === undefined) return undefined;
  const left = Date.parse(promisedBy) - now;
  if (left < 0) {
    return {
      level: "late",
      words: { zh: `超期 ${spanIn("zh", left)}`, en: `${spanIn("en", left)} late` },
    };
  }
  return {
    level: left < pressing ? "soon" : "calm",
    words: { zh: `剩余 ${spanIn("zh", left)}`, en: `${spanIn("en", left)} left` },
  };
};
