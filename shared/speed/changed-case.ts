import * as z from "zod";

/**
 * A case as one write left it, with what that write tells: the part of the stream's image that the figures are made of.
 * It names no person.
 */
export const ChangedCase = z.object({
  id: z.string().min(1),
  version: z.int().positive(),
  packageId: z.string().min(1),
  channel: z.string().min(1),
  office: z.string().min(1),
  openedAt: z.string(),
  steps: z.record(
    z.string(),
    z.object({
      status: z.string(),
      waitsFor: z.string().optional(),
      claimedAt: z.string().optional(),
      decision: z.unknown().optional(),
      clocks: z.record(z.string(), z.number().min(0)),
      late: z.number().min(0).optional(),
    }),
  ),
  events: z.array(
    z.object({ id: z.string(), type: z.string(), at: z.string(), data: z.record(z.string(), z.unknown()) }),
  ),
});

export type ChangedCase = z.output<typeof ChangedCase>;
export type ChangedStep = ChangedCase["steps"][string];
