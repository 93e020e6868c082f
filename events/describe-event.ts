import * as z from "zod";
import { channels } from "../shared/cases/case.ts";
import { Instant } from "../shared/kernel/instant.ts";
import { scopes } from "../shared/people/policy.ts";

/**
 * What happened to a case, as others hear of it. Strict, and made of names, codes, moments and counts only, so that
 * nothing about a person can slip in: an event goes to consumers that we do not know.
 */
export const describeEvent = <const Type extends string, Data extends z.ZodObject>(
  type: Type,
  version: 1,
  data: Data,
) => ({
  type,
  version,
  schema: z.strictObject({
    /** `{case}-{case version}-{index}`: whoever consumes it acts once per id. */
    id: z.string().regex(/^[a-z0-9-]{1,120}-\d+-\d+$/),
    type: z.literal(type),
    version: z.literal(version),
    caseId: Name,
    at: Instant,
    data,
  }),
});

/** Names of our own: steps, packages, roles, authorities. */
export const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

/**
 * A stable code of ours or of an authority; never a sentence, and no run of digits that could be a document's number.
 * What an authority calls a code and is none must not hold up the stream, so it becomes `other`.
 */
export const Code = z
  .string()
  .regex(/^(?!.*\d{9})[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/)
  .catch("other");

export const ChannelName = z.enum(channels);

const Milliseconds = z.number().min(0);

/** The clocks of a settled step: four, and two more where an officer was asked. */
const ClocksData = z.strictObject({
  active: Milliseconds,
  away: Milliseconds,
  machine: Milliseconds,
  authority: Milliseconds,
  queue: Milliseconds.optional(),
  hands: Milliseconds.optional(),
});

export const StepData = z.strictObject({
  step: Name,
  attempts: z.int().min(0),
  clocks: ClocksData,
  /** The authority that was called. */
  authority: Name.optional(),
  /** Beyond the promise. */
  late: Milliseconds.optional(),
});

/** What somebody is waited for. */
export const WaitingData = z.strictObject({ step: Name, waitsFor: Name });

export const ClosingData = z.strictObject({ milliseconds: Milliseconds });

/** The times of a completed case. Absent in what was stored before they were told. */
export const CompletionData = ClosingData.extend({
  /** Without the time in which its people were waited for. */
  handling: Milliseconds.optional(),
  /** Sums over its steps, which run side by side. */
  clocks: ClocksData.optional(),
  late: Milliseconds.optional(),
  /** Completed before, and opened again by an officer. */
  again: z.boolean().optional(),
  /** Whether an officer had to do with it. */
  withOfficer: z.boolean().optional(),
});

/** Whether a person let somebody in, or staff helped them at a counter. */
export const MandateKind = z.enum(["delegated", "assisted"]);

export const ScopeName = z.enum(scopes);
