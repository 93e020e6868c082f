import { type Instant, toInstant, toMilliseconds } from "../../kernel/instant.ts";
import type { Text } from "../../kernel/text.ts";

/** China keeps one time all year round, eight hours ahead of UTC. */
const bureauOffset = 8 * 3_600_000;

const atBureau = (instant: Instant): string => toInstant(toMilliseconds(instant) + bureauOffset);

/** A moment on the bureau's clock: the time alone on the day of `seenFrom`, else with its day. */
export const momentInWords = (instant: Instant, seenFrom: Instant): Text => {
  const local = atBureau(instant);
  const time = local.slice(11, 16);
  if (local.slice(0, 10) === atBureau(seenFrom).slice(0, 10)) return { zh: time, en: time };
  const [, month, day] = local.slice(0, 10).split("-").map(Number);
  return { zh: `${month}月${day}日 ${time}`, en: `${local.slice(0, 10)} ${time}` };
};
