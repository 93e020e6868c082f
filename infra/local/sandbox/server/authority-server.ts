import type { KeyObject } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { DeskReply } from "../authority.ts";
import type { Counter, CounterReply } from "./counter.ts";
import type { Fault, Faults } from "./faults.ts";
import { readBody, sendJson } from "./http.ts";
import { keyOf, whatIsWrongWith } from "./verify-signature.ts";

export interface QueryLogEntry {
  readonly number: number;
  readonly authority: string;
  readonly operation: string;
  readonly kind: "query" | "act";
  readonly key: string;
  readonly request: unknown;
}

export interface Counterparts {
  readonly secret: string;
  readonly faults: Faults;
  readonly clock: () => number;
  readonly latencyMilliseconds: () => number;
  readonly log: (entry: Omit<QueryLogEntry, "number">) => void;
}

/** The wire of one authority: `POST /{operation}`, signed, with a business key. */
export const serveCounter = (counter: Counter, parts: Counterparts) => {
  const key = keyOf(parts.secret, counter.id);
  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(counter, key, parts, request, response).catch((cause: unknown) => {
      // Whoever hung up meanwhile, or whose connection a closing sandbox cut, gets no answer and is no news.
      if (!response.destroyed) console.error(`sandbox ${counter.id}:`, cause);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { code: "desk-broken" });
    });
  };
};

const handle = async (
  counter: Counter,
  key: KeyObject,
  parts: Counterparts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await readBody(request);
  if (body === undefined) return sendJson(response, 413, { code: "too-long" }, { connection: "close" });
  const path = request.url ?? "/";
  const operation = path.slice(1);
  const desk = Object.hasOwn(counter.desks, operation) ? counter.desks[operation] : undefined;
  if (request.method !== "POST" || !desk) return sendJson(response, 404, { code: "no-such-operation" });
  const wrong = whatIsWrongWith(key, { path, headers: request.headers, body, now: parts.clock() });
  if (wrong) return sendJson(response, 401, { code: wrong });
  const call = parseCall(operation, request, body);
  if (!call) return sendJson(response, 400, { code: "not-understood" });

  parts.log({ authority: counter.id, operation, kind: desk.kind, key: call.key, request: call.request });
  const fault = parts.faults.takeForCall(counter.id, operation);
  await pause(parts.latencyMilliseconds() + (fault?.mode === "slow" ? fault.milliseconds : 0), response);
  if (strikeBefore(fault, response)) return;
  const answered = counter.answer(desk, call);
  if (strikeAfter(fault, response)) return;
  const { reply } = answered;
  const isContradicted = fault?.mode === "contradicting" && reply.kind === "answer" && desk.contradicting;
  const said = isContradicted ? { ...answered, reply: { ...reply, body: isContradicted(reply.body) } } : answered;
  sendReply(response, said);
};

const parseCall = (operation: string, { headers }: IncomingMessage, body: string) => {
  const key = headers["idempotency-key"];
  const [url, token] = [headers["x-callback-url"], headers["x-callback-token"]];
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof key !== "string" || key === "") return undefined;
  if (typeof request !== "object" || request === null || Array.isArray(request)) return undefined;
  const callback = typeof url === "string" && typeof token === "string" ? { callback: { url, token } } : {};
  return { operation, key, body, request: request as Record<string, unknown>, ...callback };
};

export const pause = (milliseconds: number, response: ServerResponse): Promise<void> => {
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once("close", () => {
      // The caller gave up; what it asked for is done all the same, as in life.
      clearTimeout(timer);
      resolve();
    });
  });
};

/** Whether the fault strikes before the desk is reached. */
export const strikeBefore = (fault: Fault | undefined, response: ServerResponse): boolean => {
  switch (fault?.mode) {
    case "silent":
      return true;
    case "500":
    case "503":
      sendJson(response, Number(fault.mode), { code: "fault" });
      return true;
    case "reset":
      response.destroy();
      return true;
    case "not-found":
      sendJson(response, 404, { code: "not-found" });
      return true;
    default:
      return false;
  }
};

/** Whether the fault swallows the answer to what has been done. */
export const strikeAfter = (fault: Fault | undefined, response: ServerResponse): boolean => {
  switch (fault?.mode) {
    case "lost-answer":
      response.destroy();
      return true;
    case "garbage":
      response.writeHead(200, { "content-type": "text/html" }).end("<html><body>系统繁忙");
      return true;
    case "wrong-shape":
      sendJson(response, 200, { unexpected: true });
      return true;
    default:
      return false;
  }
};

const sendReply = (response: ServerResponse, { reply, reference }: CounterReply): void => {
  const headers = { "x-reference": reference };
  sendJson(response, statuses[reply.kind], bodyOf(reply), headers);
};

const statuses = { answer: 200, pending: 202, "not-found": 404, refusal: 422 } as const;

const bodyOf = (reply: DeskReply): unknown => {
  if (reply.kind === "answer") return reply.body;
  if (reply.kind === "refusal") return { code: reply.code, zh: reply.zh, en: reply.en };
  return { code: reply.kind };
};
