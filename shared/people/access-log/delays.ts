import type { Instant } from "../../kernel/instant.ts";
import type { Reason } from "./entry.ts";

/**
 * By which reasons a person may be told of a read only later, and by which law (dated data of the bureau): where telling
 * them would obstruct what a state organ must do by law, 个人信息保护法 第三十五条. Every other read is told at once.
 */
const daysUntilTold: Partial<Readonly<Record<Reason, number>>> = { inspection: 90 };

/** Until when a read is not told; nothing when it is told at once. */
export const hiddenUntil = (reason: Reason, at: Instant): Instant | undefined => {
  const days = daysUntilTold[reason];
  return days === undefined ? undefined : (new Date(Date.parse(at) + days * 86_400_000).toISOString() as Instant);
};
