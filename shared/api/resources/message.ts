import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { DocumentView, InstantView, NamedView, TextView } from "./common.ts";

export const messageKinds = [
  "opened",
  "named",
  "asked",
  "sent-back",
  "reminded",
  "voided",
  "signed",
  "with-officer",
  "awaited",
  "late",
  "issued",
  "noted",
  "begun-anew",
  "decided-anew",
  "taken-up-again",
  "called-for",
  "refused",
  "completed",
  "refused-case",
  "withdrawn",
] as const;

/** One thing that a person of a case is told. */
export const MessageView = lazily(() =>
  z.object({
    number: z.int().meta({ description: "Counts from 1 within the case; a reader does not see those of others" }),
    kind: z.enum(messageKinds),
    at: InstantView(),
    text: TextView().meta({ description: "What has happened, and why" }),
    next: TextView().meta({ description: "What the reader does now, or that there is nothing to do" }),
    takesEffectAt: InstantView()
      .optional()
      .meta({ description: "The moment of its legal effect; absent where it only informs" }),
    step: NamedView().optional(),
    promisedBy: InstantView().optional().meta({ description: "By when it is asked or promised" }),
    document: DocumentView().optional(),
    readAt: InstantView().optional(),
  }),
);
export type MessageView = z.output<ReturnType<typeof MessageView>>;

export const MailboxView = lazily(() =>
  z.object({
    caseId: z.string(),
    messages: z.array(MessageView()).meta({ description: "The latest last" }),
    unread: z.int(),
    /** On what a message's moment of effect rests. */
    basis: z.array(
      z.object({ act: z.string(), article: z.string().optional(), status: z.enum(["read", "unverified"]) }),
    ),
  }),
);
export type MailboxView = z.output<ReturnType<typeof MailboxView>>;
