import { beforeAll, expect, test } from "vitest";
import type { AuthorityId } from "../../shared/connectors/authorities.ts";
import { type Normal, normalDay, tryOutage } from "./lab/outage.ts";
import type { OutageName } from "./lab/weather.ts";

/** A share of the table that `npm run faults -- --outages` prints: every authority in every way there. */
const pairs = 5;
let normal: Normal;
beforeAll(async () => {
  normal = await normalDay(pairs);
});

test.each<[AuthorityId, OutageName]>([
  ["core-tax", "silent for an hour"],
  ["bank", "slow at the edge of the time box"],
  ["civil-affairs", "flapping"],
  ["property-registry", "503 for every call"],
  ["social-insurance", "garbage"],
  ["market-regulation", "answering for somebody else"],
  ["public-security", "answering for somebody else"],
  ["bank", "answering for somebody else"],
])(
  "%s, %s: no case lost, no act doubled, nobody asked for anything more, drained within a retry's pause",
  async (authority, outage) => {
    const report = await tryOutage(authority, outage, pairs, normal);
    expect(report.findings).toEqual([]);
    expect(report.furtherQuestions).toBe(0);
    // The longest pause is a quarter of an hour; sweeps and people's own looks come on top.
    expect(report.drainMinutes).toBeLessThan(20);
    // Undisturbed, cases come one by one. When it returns, at most half of those who waited go on in the same second.
    const atOnce = Math.max(1, Math.floor(report.held / 2));
    expect(report.peakAfter).toBeLessThanOrEqual(report.peakUndisturbed * atOnce);
  },
);
