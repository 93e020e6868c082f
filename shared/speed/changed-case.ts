import * as z from "zod";

/** What one write of a case tells, with what the case stands under: the open part of the stream's image. */
export const ChangedCase = z.object({
  id: z.string().min(1),
  version: z.int().positive(),
  packageId: z.string().min(1),
  channel: z.string().min(1),
  office: z.string().min(1),
  events: z.array(z.object({ type: z.string(), at: z.string(), data: z.record(z.string(), z.unknown()) })),
});

export type ChangedCase = z.output<typeof ChangedCase>;

const Milliseconds = z.number().min(0);

const Clocks = z.object({
  active: Milliseconds,
  away: Milliseconds,
  machine: Milliseconds,
  authority: Milliseconds,
  queue: Milliseconds.default(0),
  hands: Milliseconds.default(0),
});

/** The data of the events that the figures are made of; what else an event carries is not looked at. */
export const StepNamed = z.object({ step: z.string().min(1) });

export const StepSettled = StepNamed.extend({
  attempts: z.int().min(0),
  clocks: Clocks,
  authority: z.string().default(""),
  late: Milliseconds.default(0),
});

export const CaseCompleted = z.object({
  milliseconds: Milliseconds,
  handling: Milliseconds.optional(),
  clocks: Clocks.optional(),
  late: Milliseconds.default(0),
  withOfficer: z.boolean().default(false),
});

export const CaseWithdrawn = z.object({ waiting: z.array(z.string()).default([]) });

export const CaseRated = z.object({
  score: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
});
