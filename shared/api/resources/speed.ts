import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { clockNames } from "../../speed/clocks.ts";
import { TextView } from "./common.ts";

const Count = lazily(() => z.int().min(0));
const Share = lazily(() => z.number().meta({ description: "A part of one" }));
const Milliseconds = lazily(() => z.number());

const TimesView = lazily(() =>
  z
    .object({ count: Count(), mean: Milliseconds(), p50: Milliseconds(), p95: Milliseconds(), p99: Milliseconds() })
    .meta({ description: "Milliseconds over what settled" }),
);

const ClockTimesView = lazily(() => z.record(z.enum(clockNames as [string, ...string[]]), TimesView()));

const SatisfactionView = lazily(() =>
  z.object({ rated: Count(), mean: z.number(), satisfied: Share(), verySatisfied: Share() }),
);

const ComparisonView = lazily(() =>
  z.object({
    label: TextView(),
    figure: z.union([
      z.object({ kind: z.literal("duration"), milliseconds: Milliseconds() }),
      z.object({ kind: z.literal("share"), share: Share() }),
    ]),
    measure: z.string(),
    source: TextView(),
    ours: z.number().optional(),
    shareWithin: Share().optional(),
    isBetter: z.boolean().optional(),
  }),
);

const PackageSpeedView = lazily(() =>
  z.object({
    packageId: z.string(),
    name: TextView(),
    cases: z.object({ opened: Count(), completed: Count(), refused: Count(), withdrawn: Count() }),
    clocks: ClockTimesView().optional(),
    comparisons: z.array(ComparisonView()),
    withoutOfficer: Share().optional(),
    withoutVisit: Share().optional(),
    slowestAuthority: z.object({ authority: z.string(), times: TimesView() }).optional(),
    leaving: z.array(
      z.object({ step: z.string(), name: TextView(), asked: Count(), left: Count(), unanswered: Count() }),
    ),
    brokenPromises: z.object({
      count: Count(),
      cases: Count(),
      lateMilliseconds: Milliseconds(),
      steps: z.array(
        z.object({
          step: z.string(),
          name: TextView(),
          promise: z.string().optional(),
          count: Count(),
          settledLate: Count(),
          lateMilliseconds: Milliseconds(),
        }),
      ),
    }),
    satisfaction: SatisfactionView().optional(),
    satisfactionByChannel: z.record(z.string(), SatisfactionView()),
    steps: z.array(
      z.object({
        step: z.string(),
        name: TextView(),
        settled: Count(),
        refused: Count(),
        attempts: Count(),
        clocks: ClockTimesView(),
      }),
    ),
  }),
);

export const SpeedView = lazily(() =>
  z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    office: z.string(),
    relativeError: z.number().meta({ description: "No percentile is off by more than this part of itself" }),
    packages: z.array(PackageSpeedView()),
    rows: z
      .array(TimesView().extend({ of: z.record(z.string(), z.string()), clock: z.string() }))
      .meta({ description: "The clocks by the grouping that was asked for" }),
  }),
);

export const ExpectedTimeView = lazily(() =>
  z.object({
    packageId: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    expected: z
      .object({
        usuallyMilliseconds: Milliseconds().meta({ description: "Half of the cases were handled within it" }),
        almostAlwaysMilliseconds: Milliseconds().meta({ description: "Nineteen of twenty were" }),
        ownMilliseconds: Milliseconds().meta({ description: "How long people themselves were at it, in the median" }),
        cases: Count(),
      })
      .optional()
      .meta({ description: "Absent while fewer than twenty cases were completed" }),
  }),
);
