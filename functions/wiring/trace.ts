import { randomBytes } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";

/** Something that took time within an invocation: a request about a case, a call to an authority for one. */
export interface Span {
  readonly name: string;
  /** Its annotation in the trace: `annotation.case = "..."` finds everything that was done for one case, by any function. */
  readonly caseId: string;
  readonly milliseconds: number;
  readonly isFault?: boolean;
}

interface Invocation {
  readonly trace: string;
  readonly parent: string;
  readonly isSampled: boolean;
}

/** Lambda sets it anew for each invocation. */
const currentInvocation = (): Invocation | undefined => {
  const header = process.env._X_AMZN_TRACE_ID ?? "";
  const part = (name: string) => new RegExp(`(?:^|;)${name}=([^;]+)`).exec(header)?.[1];
  const [trace, parent] = [part("Root"), part("Parent")];
  return trace === undefined ? undefined : { trace, parent: parent ?? "", isSampled: part("Sampled") === "1" };
};

/** The trace of the invocation under way, where there is one: in every log line, so that logs lead to traces and back. */
export const traceId = (): string | undefined => currentInvocation()?.trace;

/**
 * Adds a span to the trace of the invocation under way: a datagram to the daemon that Lambda runs beside a traced
 * function. Where nothing is traced (the China Regions, a laptop) it does nothing; a lost datagram is a lost line.
 */
export const addSpan = ({ name, caseId, milliseconds, isFault }: Span, now = Date.now()): void => {
  const invocation = currentInvocation();
  const daemon = /^(.+):(\d+)$/.exec(process.env.AWS_XRAY_DAEMON_ADDRESS ?? "");
  if (!daemon || !invocation?.isSampled) return;
  const segment = {
    name,
    id: randomBytes(8).toString("hex"),
    trace_id: invocation.trace,
    parent_id: invocation.parent,
    type: "subsegment",
    start_time: (now - milliseconds) / 1000,
    end_time: now / 1000,
    annotations: { case: caseId },
    ...(isFault && { fault: true }),
  };
  const datagram = `${JSON.stringify({ format: "json", version: 1 })}\n${JSON.stringify(segment)}`;
  socketOnce().send(datagram, Number(daemon[2]), daemon[1]);
};

let socket: Socket | undefined;

const socketOnce = (): Socket => {
  socket ??= createSocket("udp4").on("error", () => {});
  return socket.unref();
};
