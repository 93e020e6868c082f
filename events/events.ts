import type * as z from "zod";
import { actedForAnother } from "./acted-for-another.v1.ts";
import { authorisationEnded } from "./authorisation-ended.v1.ts";
import { billPaid } from "./bill-paid.v1.ts";
import { caseCompleted } from "./case-completed.v1.ts";
import { caseCorrected } from "./case-corrected.v1.ts";
import { caseHandedOver } from "./case-handed-over.v1.ts";
import { caseOpened } from "./case-opened.v1.ts";
import { caseRated } from "./case-rated.v1.ts";
import { caseRefused } from "./case-refused.v1.ts";
import { caseWithdrawn } from "./case-withdrawn.v1.ts";
import { decisionTakenOver } from "./decision-taken-over.v1.ts";
import { mandateEnded } from "./mandate-ended.v1.ts";
import { mandateGiven } from "./mandate-given.v1.ts";
import { messageWritten } from "./message-written.v1.ts";
import { promiseBroken } from "./promise-broken.v1.ts";
import { refundRequested } from "./refund-requested.v1.ts";
import { signatureVoided } from "./signature-voided.v1.ts";
import { stepCalledFor } from "./step-called-for.v1.ts";
import { stepCompleted } from "./step-completed.v1.ts";
import { stepRefused } from "./step-refused.v1.ts";
import { stepReopened } from "./step-reopened.v1.ts";
import { stepSentBack } from "./step-sent-back.v1.ts";
import { stepWaiting } from "./step-waiting.v1.ts";

/**
 * Every event that is published, by type: the version that cases emit today. An older version stays in its file as long
 * as somebody consumes it.
 */
export const events = {
  "case-opened": caseOpened,
  "case-completed": caseCompleted,
  "case-refused": caseRefused,
  "case-rated": caseRated,
  "case-withdrawn": caseWithdrawn,
  "case-handed-over": caseHandedOver,
  "mandate-given": mandateGiven,
  "mandate-ended": mandateEnded,
  "acted-for-another": actedForAnother,
  "case-corrected": caseCorrected,
  "authorisation-ended": authorisationEnded,
  "step-waiting": stepWaiting,
  "step-completed": stepCompleted,
  "step-refused": stepRefused,
  "step-sent-back": stepSentBack,
  "step-reopened": stepReopened,
  "decision-taken-over": decisionTakenOver,
  "signature-voided": signatureVoided,
  "promise-broken": promiseBroken,
  "step-called-for": stepCalledFor,
  "message-written": messageWritten,
  "bill-paid": billPaid,
  "refund-requested": refundRequested,
} as const;

export type EventType = keyof typeof events;

export type PublishedEvent = { [Type in EventType]: z.output<(typeof events)[Type]["schema"]> }[EventType];

/** Who publishes: the bus's `source`. */
export const eventSource = "one-window.cases";

/** The bus's `detail-type`, which consumers subscribe to: `case-opened.v1`. */
export const detailType = ({ type, version }: Pick<PublishedEvent, "type" | "version">): string =>
  `${type}.v${version}`;

/**
 * Reads an event in the form in which it is published.
 * @throws Error for an unknown type, ZodError for an event that is not as its schema says
 */
export const readEvent = (value: { readonly type: string } & Readonly<Record<string, unknown>>): PublishedEvent => {
  if (!Object.hasOwn(events, value.type)) throw new Error("an event of an unknown type");
  return events[value.type as EventType].schema.parse(value) as PublishedEvent;
};
