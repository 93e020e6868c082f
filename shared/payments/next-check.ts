import { after, type Instant } from "../kernel/instant.ts";

/** The next look: soon, then ever more seldom. */
export const nextCheck = (now: Instant, checks: number): Instant =>
  after(now, Math.min(10_000 * 2 ** Math.min(checks, 10), 600_000));
