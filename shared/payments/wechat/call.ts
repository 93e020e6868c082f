import type { z } from "zod";
import { type Clock, toMilliseconds } from "../../kernel/instant.ts";
import type { Refused, Silent } from "../wallet.ts";
import type { Exchange } from "../wire/exchange.ts";
import { WechatProblem } from "./messages.ts";
import type { WechatParts } from "./settings.ts";
import { authorization, signatureFault } from "./signature.ts";

export type Called<Answer> = { readonly kind: "answered"; readonly answer: Answer } | Refused | Silent;

/** Calls WeChat Pay. An answer whose signature is wrong is no answer: whoever sent it is not WeChat Pay. */
export const wechatCaller = (parts: WechatParts, exchange: Exchange, clock: Clock) => {
  const send = async (method: "GET" | "POST", url: URL, body: string) =>
    exchange({
      method,
      url,
      headers: {
        authorization: authorization({ method, url, body }, parts, toMilliseconds(clock())),
        accept: "application/json",
        "content-type": "application/json",
        "user-agent": "one-window",
      },
      ...(body !== "" && { body }),
    });

  const call = async <Answer>(
    method: "GET" | "POST",
    path: string,
    content: unknown,
    schema: z.ZodType<Answer>,
  ): Promise<Called<Answer>> => {
    const body = content === undefined ? "" : JSON.stringify(content);
    const reply = await send(method, new URL(path, parts.url), body);
    if (reply.kind === "silent") return reply;
    const fault = signatureFault(reply.headers, reply.body, parts.walletKeys, toMilliseconds(clock()));
    if (fault !== undefined) return { kind: "silent", reason: `answer-${fault}` };
    if (reply.status >= 500) return { kind: "silent", reason: `status-${reply.status}` };
    const told = reply.body.length === 0 ? undefined : parseJson(reply.body);
    if (reply.status >= 400) {
      const problem = WechatProblem.safeParse(told);
      return { kind: "refused", code: problem.success ? problem.data.code : `status-${reply.status}` };
    }
    const answer = schema.safeParse(told);
    return answer.success ? { kind: "answered", answer: answer.data } : { kind: "silent", reason: "answer-unreadable" };
  };

  /** A file: its address is signed for, its bytes are not; whoever asks checks their hash. */
  const download = async (address: string): Promise<Called<Buffer>> => {
    const reply = await send("GET", new URL(address), "");
    if (reply.kind === "silent") return reply;
    if (reply.status !== 200) return { kind: "silent", reason: `status-${reply.status}` };
    return { kind: "answered", answer: reply.body };
  };

  return { call, download };
};

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
};
