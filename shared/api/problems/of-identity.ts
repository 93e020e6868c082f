import type { ProblemDefinitions } from "./definition.ts";

/** What is wrong with who somebody is, or with how they showed it. */
export const problemsOfIdentity = {
  "step-up-required": {
    status: 401,
    title: { zh: "需要再次确认是您本人", en: "Please confirm once more that it is you" },
    detail: {
      zh: "此操作需要最近完成的二次验证。请按 acrValues 和 maxAgeSeconds 重新登录后重试;您填写的内容未丢失。",
      en: "This needs a recent second factor. Log in again as `acrValues` and `maxAgeSeconds` ask, and repeat it; nothing was changed.",
    },
  },
} as const satisfies ProblemDefinitions;
