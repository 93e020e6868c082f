import { calendarDateIn } from "../kernel/calendar-date.ts";
import { elapsed, type Instant } from "../kernel/instant.ts";
import type { ChangedCase, ChangedStep } from "./changed-case.ts";
import { type SpeedClock, sharedClocks } from "./clocks.ts";
import type { Counter, LineKey } from "./line.ts";
import { wholeCase } from "./line.ts";

/** What one event adds to the figures of a day. */
export interface Observation {
  /** The bureau's calendar day on which it happened. */
  readonly day: string;
  readonly key: LineKey;
  /** Set when a step has settled or a case is completed. */
  readonly times?: Partial<Record<SpeedClock, number>>;
  readonly counters?: Partial<Record<Counter, number>>;
}

/** What a write tells the figures. Pure: the same write gives the same observations however often it is read. */
export const observationsOf = (changed: ChangedCase): Observation[] =>
  changed.events.flatMap(({ type, at, data }): Observation[] => {
    const day = calendarDateIn(at as Instant, "Asia/Shanghai");
    const of = (step: string, authority = ""): Pick<Observation, "day" | "key"> => ({
      day,
      key: { step, channel: changed.channel, authority },
    });
    const step = textIn(data, "step");
    switch (type) {
      case "case-opened":
        return [{ ...of(wholeCase), counters: { opened: 1 } }];
      case "step-waiting":
        return [{ ...of(step), counters: { asked: 1 } }];
      case "promise-broken":
        return [{ ...of(step), counters: { broken: 1 } }];
      case "step-completed":
      case "step-refused": {
        const attempts = typeof data.attempts === "number" ? data.attempts : 0;
        return [
          {
            ...of(step, textIn(data, "authority")),
            times: timesOfStep(data),
            counters: { attempts, ...(type === "step-refused" && { refused: 1 }) },
          },
        ];
      }
      case "case-completed":
        return [{ ...of(wholeCase), times: timesOfCase(changed, at as Instant), counters: countersOfCase(changed) }];
      case "case-refused":
        return [{ ...of(wholeCase), counters: { caseRefused: 1 } }];
      case "case-withdrawn":
        return [
          { ...of(wholeCase), counters: { withdrawn: 1 } },
          ...Object.entries(changed.steps)
            .filter(([, { status }]) => status === "waiting")
            .map(([id]) => ({ ...of(id), counters: { left: 1 } })),
        ];
      case "case-rated": {
        const counter = counterOfScore(data.score);
        return counter ? [{ ...of(wholeCase), counters: { [counter]: 1 } }] : [];
      }
      default:
        return [];
    }
  });

const timesOfStep = (data: Readonly<Record<string, unknown>>): Partial<Record<SpeedClock, number>> => {
  const clocks = (data.clocks ?? {}) as Readonly<Record<string, number>>;
  const late = typeof data.late === "number" ? data.late : 0;
  return { ...shared(clocks), elapsed: sumOf(shared(clocks)), late };
};

const timesOfCase = ({ steps, openedAt }: ChangedCase, closedAt: Instant): Partial<Record<SpeedClock, number>> => {
  const times: Partial<Record<SpeedClock, number>> = {};
  let late = 0;
  for (const step of Object.values(steps)) {
    for (const clock of sharedClocks) times[clock] = (times[clock] ?? 0) + (step.clocks[clock] ?? 0);
    late += step.late ?? 0;
  }
  return { ...times, elapsed: elapsed(openedAt as Instant, closedAt), late };
};

const countersOfCase = ({ steps, channel }: ChangedCase): Partial<Record<Counter, number>> => ({
  ...(!Object.values(steps).some(hasMetAnOfficer) && { withoutOfficer: 1 }),
  ...(channelsFromAfar.has(channel) && { withoutVisit: 1 }),
});

const hasMetAnOfficer = ({ claimedAt, decision, clocks }: ChangedStep): boolean =>
  claimedAt !== undefined || decision !== undefined || (clocks.queue ?? 0) + (clocks.hands ?? 0) > 0;

/** Kiosks stand in the bureau's hall, and at the console an officer acts for a person who has come. */
const channelsFromAfar: ReadonlySet<string> = new Set(["mobile", "etax"]);

const counterOfScore = (score: unknown): Counter | undefined =>
  typeof score === "number" && Number.isInteger(score) && score >= 1 && score <= 5
    ? (`rated${score}` as Counter)
    : undefined;

const shared = (clocks: Readonly<Record<string, number>>): Partial<Record<SpeedClock, number>> =>
  Object.fromEntries(sharedClocks.map((clock) => [clock, clocks[clock] ?? 0]));

const sumOf = (times: Partial<Record<SpeedClock, number>>): number =>
  Object.values(times).reduce((sum, time) => sum + time, 0);

const textIn = (data: Readonly<Record<string, unknown>>, name: string): string => {
  const value = data[name];
  return typeof value === "string" ? value : "";
};
