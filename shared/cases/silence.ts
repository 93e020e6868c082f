import { type AuthorityId, authorities } from "../connectors/authorities.ts";
import { after, type Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Pace } from "./engine.ts";

/** When a silent authority is asked again: the pause doubles with each attempt, and is spread so that cases do not return in step. */
export const pauseBefore = (pace: Pace, attempts: number, now: Instant): Instant => {
  const longest = Math.min(pace.retryLongest, pace.retryFirst * 2 ** Math.min(attempts, 20));
  return after(now, Math.round(longest * (0.5 + Math.random() / 2)));
};

/** What the person is told meanwhile. */
export const silenceText = (authority: AuthorityId | undefined): Text => {
  if (authority === undefined) {
    return { zh: "系统正在重试,您无需操作。", en: "We are trying again; you need not do anything." };
  }
  const { name } = authorities[authority];
  return {
    zh: `正在等待${name.zh}的答复,系统会自动再次查询,您无需操作。`,
    en: `Waiting for an answer from ${name.en}; it is asked again by itself, you need not do anything.`,
  };
};
