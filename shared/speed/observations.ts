import { calendarDateIn } from "../kernel/calendar-date.ts";
import { CaseCompleted, CaseRated, CaseWithdrawn, type ChangedCase, StepNamed, StepSettled } from "./changed-case.ts";
import { type SpeedClock, sharedClocks } from "./clocks.ts";
import { type Counter, type LineKey, wholeCase } from "./line.ts";

/** What one event adds to the figures of a day. */
export interface Observation {
  /** The bureau's calendar day on which it happened. */
  readonly day: string;
  readonly key: LineKey;
  /** Set when a step has settled or a case is completed. */
  readonly times?: Readonly<Partial<Record<SpeedClock, number>>>;
  readonly counters?: Readonly<Partial<Record<Counter, number>>>;
}

/**
 * What a write tells the figures. Pure: the same write gives the same observations however often it is read.
 * @throws ZodError for an event whose data is not as it should be: a fault of ours
 */
export const observationsOf = ({ channel, events }: ChangedCase): Observation[] =>
  events.flatMap(({ type, at, data }): Observation[] => {
    const day = calendarDateIn(at, "Asia/Shanghai");
    const about = (step: string, authority = "") => ({ day, key: { step, channel, authority } });
    switch (type) {
      case "case-opened":
        return [{ ...about(wholeCase), counters: { opened: 1 } }];
      case "step-waiting":
        return [{ ...about(StepNamed.parse(data).step), counters: { asked: 1 } }];
      case "promise-broken":
        return [{ ...about(StepNamed.parse(data).step), counters: { broken: 1 } }];
      case "step-completed":
      case "step-refused": {
        const { step, authority, attempts, clocks, late } = StepSettled.parse(data);
        const elapsed = sharedClocks.reduce((sum, clock) => sum + clocks[clock], 0);
        const times = { ...clocks, elapsed, handling: elapsed - clocks.active - clocks.away, late };
        const refused = type === "step-refused" ? 1 : 0;
        return [{ ...about(step, authority), times, counters: { attempts, refused } }];
      }
      case "case-completed": {
        const { milliseconds, handling = milliseconds, clocks, late, withOfficer } = CaseCompleted.parse(data);
        const times = { ...clocks, elapsed: milliseconds, handling, late };
        const withoutVisit = channelsFromAfar.has(channel) ? 1 : 0;
        return [{ ...about(wholeCase), times, counters: { withoutOfficer: withOfficer ? 0 : 1, withoutVisit } }];
      }
      case "case-refused":
        return [{ ...about(wholeCase), counters: { caseRefused: 1 } }];
      case "case-withdrawn": {
        const left = CaseWithdrawn.parse(data).waiting.map((step) => ({ ...about(step), counters: { left: 1 } }));
        return [{ ...about(wholeCase), counters: { withdrawn: 1 } }, ...left];
      }
      case "case-rated":
        return [{ ...about(wholeCase), counters: { [`rated${CaseRated.parse(data).score}` as const]: 1 } }];
      default:
        return [];
    }
  });

/** Kiosks stand in the bureau's hall, and at the console an officer acts for a person who has come. */
const channelsFromAfar: ReadonlySet<string> = new Set(["mobile", "etax"]);
