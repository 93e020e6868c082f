import { z } from "zod";
import type { Invocation } from "../lambda/function-host.ts";

/** What goes back to the caller. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** The service's own answers: its words, its capitals. */
export const gatewayAnswers = {
  "bad-request": refusal(400, "Bad Request"),
  "not-found": refusal(404, "Not Found"),
  "body-too-large": refusal(413, "Request Entity Too Large"),
  "headers-too-large": refusal(431, "Request Header Fields Too Large"),
  "internal-error": refusal(500, "Internal Server Error"),
  /** The service says no more than the status; when to come back is ours to say, and clients heed it. */
  "too-many-requests": withHeader(refusal(429, "Too Many Requests"), "retry-after", "1"),
  "service-unavailable": refusal(503, "Service Unavailable"),
} as const satisfies Record<string, Answer>;

export const unauthorized = (challenge: string): Answer => {
  const { status, headers, body } = refusal(401, "Unauthorized");
  return { status, headers: { ...headers, "www-authenticate": challenge }, body };
};

function refusal(status: number, message: string): Answer {
  return jsonAnswer(status, JSON.stringify({ message }));
}

function withHeader(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

function jsonAnswer(status: number, text: string): Answer {
  return { status, headers: { "content-type": "application/json" }, body: Buffer.from(text) };
}

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), Scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** What a function's result means to the caller, by payload format 2.0. */
export const answerOf = (invocation: Invocation): Answer => {
  if (invocation.kind === "too-large") return gatewayAnswers["body-too-large"];
  // A function that failed, ran out of its own time or was killed looks the same from outside.
  if (invocation.kind !== "answered") return gatewayAnswers["internal-error"];
  const result: unknown = JSON.parse(invocation.payload);
  if (typeof result === "string") return jsonAnswer(200, result);
  if (typeof result !== "object" || result === null || !("statusCode" in result)) {
    return jsonAnswer(200, invocation.payload);
  }
  const structured = Structured.safeParse(result);
  if (!structured.success) return gatewayAnswers["internal-error"];
  const { statusCode, headers, cookies, body, isBase64Encoded } = structured.data;
  const lowered = Object.entries(headers ?? {})
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !hopByHop.has(name));
  const content = Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8");
  return {
    status: statusCode,
    headers: {
      ...(content.length > 0 && { "content-type": "text/plain;charset=UTF-8" }),
      ...Object.fromEntries(lowered),
      ...(cookies && cookies.length > 0 && { "set-cookie": cookies }),
    },
    body: content,
  };
};

const hopByHop: ReadonlySet<string> = new Set(["connection", "content-length", "keep-alive", "transfer-encoding"]);
