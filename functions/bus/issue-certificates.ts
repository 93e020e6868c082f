import middy from "@middy/core";
import type { EventBridgeEvent } from "aws-lambda";
import { type PublishedEvent, readEvent } from "../../events/events.ts";
import { type IssuingWorld, issueCertificates } from "../../shared/actions/issue-certificates.ts";
import { composeIssuing } from "../wiring/compose-issuing.ts";
import { log } from "../wiring/log.ts";
import { once } from "../wiring/once.ts";

/** Makes and takes back what an event of a case, or of one of its bills, has changed. May be called again with the same. */
export const issueFor = async (event: PublishedEvent, world: IssuingWorld): Promise<void> => {
  const { caseId } = event;
  const stepId = stepOf(event);
  const { issued, revoked } = await issueCertificates(world, { caseId, ...(stepId !== undefined && { stepId }) });
  if (issued.length + revoked.length > 0) {
    log("INFO", "CERTIFIED", { caseId, stepId, issued: issued.length, revoked: revoked.length });
  }
};

/** Whatever tells of one step is about its documents alone; bills are collected by the step `payment`. */
const stepOf = (event: PublishedEvent): string | undefined => {
  if (event.type === "bill-paid" || event.type === "refund-requested") return "payment";
  return "step" in event.data ? event.data.step : undefined;
};

const worldOnce = once(composeIssuing);

type Delivery = EventBridgeEvent<string, Parameters<typeof readEvent>[0]>;

/** Certificates, the moment the bus tells of what they certify. */
export const handler = middy<Delivery, void>(async ({ detail }: Delivery) =>
  issueFor(readEvent(detail), await worldOnce()),
);
