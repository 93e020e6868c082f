import * as http from "node:http";
import * as https from "node:https";

export interface WireRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The reply's own bytes: signatures and hashes are checked over them. */
export interface WireReply {
  readonly kind: "reply";
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface NoReply {
  readonly kind: "silent";
  readonly reason: "timed-out" | "broken" | "too-long";
}

/** One call over the wire. Nothing that the other side does is an exception. */
export type Exchange = (request: WireRequest) => Promise<WireReply | NoReply>;

const longestReplyBytes = 64 * 1024 * 1024;

const options = { keepAlive: true, keepAliveMsecs: 30_000, maxFreeSockets: 32 };
const agents = { "http:": new http.Agent(options), "https:": new https.Agent(options) };

/** Over HTTP, each call within its time box. `node:http` and not `fetch`: the SDK has it loaded already. */
export const httpExchange =
  (timeoutMilliseconds: number): Exchange =>
  ({ method, url, headers, body }) =>
    new Promise((resolve) => {
      const isSecure = url.protocol === "https:";
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const request = (isSecure ? https : http).request(url, {
        method,
        agent: agents[isSecure ? "https:" : "http:"],
        headers: { ...headers, ...length },
      });
      const settle = (outcome: WireReply | NoReply) => {
        clearTimeout(timer);
        resolve(outcome);
        if (outcome.kind === "silent") request.destroy();
      };
      const timer = setTimeout(() => settle({ kind: "silent", reason: "timed-out" }), timeoutMilliseconds);
      request.on("error", () => settle({ kind: "silent", reason: "broken" }));
      request.on("response", (response) => {
        const parts: Buffer[] = [];
        let received = 0;
        response.on("data", (part: Buffer) => {
          parts.push(part);
          received += part.length;
          if (received > longestReplyBytes) settle({ kind: "silent", reason: "too-long" });
        });
        response.on("end", () =>
          settle({
            kind: "reply",
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [
                name,
                Array.isArray(value) ? value.join(", ") : value,
              ]),
            ),
            body: Buffer.concat(parts),
          }),
        );
        response.on("error", () => settle({ kind: "silent", reason: "broken" }));
      });
      request.end(body);
    });
