import * as http from "node:http";
import * as https from "node:https";

/** One attempt over the wire. Nothing that the other side does is an exception. */
export type Sent =
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly headers: http.IncomingHttpHeaders;
      readonly body: string;
    }
  | { readonly kind: "timed-out" }
  /** `wasIdle`: the connection came from the pool, so the other side may have closed it while our call was on its way. */
  | { readonly kind: "broken"; readonly wasIdle: boolean }
  | { readonly kind: "too-long" };

export interface Letter {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMilliseconds: number;
}

const longestAnswerBytes = 1024 * 1024;

// Connections outlive the pauses between a case's steps, and a warm Lambda's between two cases.
const options = { keepAlive: true, keepAliveMsecs: 30_000, maxFreeSockets: 64 };
const agents = { "http:": new http.Agent(options), "https:": new https.Agent(options) };

/** Posts a body. `node:http` and not `fetch`: the SDK has it loaded already, and it tells a reused connection. */
export const post = ({ url, headers, body, timeoutMilliseconds }: Letter): Promise<Sent> =>
  new Promise((resolve) => {
    const isSecure = url.protocol === "https:";
    const request = (isSecure ? https : http).request(url, {
      method: "POST",
      agent: agents[isSecure ? "https:" : "http:"],
      headers: {
        ...headers,
        "content-type": "application/json",
        accept: "application/json",
        "content-length": Buffer.byteLength(body),
      },
    });
    const settle = (sent: Sent) => {
      clearTimeout(timer);
      resolve(sent);
      if (sent.kind !== "reply") request.destroy();
    };
    const timer = setTimeout(() => settle({ kind: "timed-out" }), timeoutMilliseconds);
    request.on("error", () => settle({ kind: "broken", wasIdle: request.reusedSocket }));
    request.on("response", (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on("data", (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length > longestAnswerBytes) settle({ kind: "too-long" });
      });
      response.on("end", () =>
        settle({
          kind: "reply",
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
      response.on("error", () => settle({ kind: "broken", wasIdle: false }));
    });
    request.end(body);
  });
