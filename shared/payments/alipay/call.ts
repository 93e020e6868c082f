import * as z from "zod";
import type { Clock } from "../../kernel/instant.ts";
import { chinaTime } from "../china-time.ts";
import type { Refused, Silent } from "../wallet.ts";
import type { Exchange } from "../wire/exchange.ts";
import { rsaVerify } from "../wire/rsa.ts";
import type { AlipayParts } from "./settings.ts";
import { rawMember, signedParameters } from "./signature.ts";

export type Called<Answer> = { readonly kind: "answered"; readonly answer: Answer } | Refused | Silent;

const Head = z.object({ code: z.string(), sub_code: z.string().optional() });

/** Calls Alipay's gateway. An answer whose signature is wrong is no answer: whoever sent it is not Alipay. */
export const alipayCaller = (parts: AlipayParts, exchange: Exchange, clock: Clock) => {
  const parametersOf = (method: string, content: unknown, isNotified: boolean) =>
    signedParameters(
      {
        app_id: parts.appId,
        method,
        format: "JSON",
        charset: "utf-8",
        sign_type: "RSA2",
        timestamp: chinaTime(clock()),
        version: "1.0",
        notify_url: isNotified ? parts.notifyUrl : "",
        biz_content: JSON.stringify(content),
      },
      parts.merchantKey,
    );

  /** The address of a payment page; the payer's browser calls it, we do not. */
  const pageOf = (method: string, content: unknown): string =>
    `${parts.url}?${new URLSearchParams(parametersOf(method, content, true))}`;

  /** What the wallet's own app is handed. */
  const appTextOf = (method: string, content: unknown): string =>
    String(new URLSearchParams(parametersOf(method, content, true)));

  const call = async <Answer>(
    method: string,
    content: unknown,
    schema: z.ZodType<Answer>,
    isNotified = false,
  ): Promise<Called<Answer>> => {
    const reply = await exchange({
      method: "POST",
      url: new URL(`${parts.url}?charset=utf-8`),
      headers: { "content-type": "application/x-www-form-urlencoded;charset=utf-8", accept: "application/json" },
      body: String(new URLSearchParams(parametersOf(method, content, isNotified))),
    });
    if (reply.kind === "silent") return reply;
    if (reply.status !== 200) return { kind: "silent", reason: `status-${reply.status}` };
    const text = reply.body.toString("utf8");
    const signed = rawMember(text, `${method.replaceAll(".", "_")}_response`) ?? rawMember(text, "error_response");
    const rest = signed === undefined ? text : text.replace(signed, "");
    const signature = /"sign"\s*:\s*"([A-Za-z0-9+/=\\]+)"/.exec(rest)?.[1]?.replaceAll("\\/", "/");
    if (signed === undefined || signature === undefined) return { kind: "silent", reason: "answer-headers-missing" };
    if (!rsaVerify(parts.walletKey, Buffer.from(signed), signature)) {
      return { kind: "silent", reason: "answer-signature-wrong" };
    }
    const told = parseJson(signed);
    const head = Head.safeParse(told);
    if (!head.success) return { kind: "silent", reason: "answer-unreadable" };
    const { code, sub_code: subCode } = head.data;
    // 20000: the service is not available now.
    if (code === "20000" || subCode === "ACQ.SYSTEM_ERROR" || subCode === "aop.ACQ.SYSTEM_ERROR") {
      return { kind: "silent", reason: `code-${code}` };
    }
    if (code !== "10000") return { kind: "refused", code: subCode ?? code };
    const answer = schema.safeParse(told);
    return answer.success ? { kind: "answered", answer: answer.data } : { kind: "silent", reason: "answer-unreadable" };
  };

  const download = async (address: string): Promise<Called<Buffer>> => {
    const reply = await exchange({ method: "GET", url: new URL(address), headers: {} });
    if (reply.kind === "silent") return reply;
    if (reply.status !== 200) return { kind: "silent", reason: `status-${reply.status}` };
    return { kind: "answered", answer: reply.body };
  };

  return { call, download, pageOf, appTextOf };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
