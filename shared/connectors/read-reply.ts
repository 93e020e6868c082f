import * as z from "zod";
import type { Reading } from "./call-source.ts";
import type { AnyOperation, Silence } from "./operation.ts";
import type { Sent } from "./send.ts";

const RefusalBody = z.object({ code: z.string().min(1).max(80), zh: z.string().min(1), en: z.string().min(1) });

/**
 * What a reply over the wire means. A body that does not fit its schema, or is about somebody else than was asked, is
 * silence, never half an answer.
 */
export const readReply = <Answer>(operation: AnyOperation, request: unknown, sent: Sent): Reading<Answer> => {
  const silent = (reason: Silence) => ({ kind: "silent", reason, reference: "" }) as const;
  if (sent.kind === "timed-out") return silent("time-box-exceeded");
  if (sent.kind === "broken") return silent("unreachable");
  if (sent.kind === "too-long") return silent("unreadable-answer");
  const given = sent.headers["x-reference"];
  const reference = typeof given === "string" ? given : "";
  switch (sent.status) {
    case 200: {
      const parsed = operation.answer.safeParse(parseJson(sent.body));
      if (!parsed.success || operation.isAbout?.(request, parsed.data) === false) return silent("unreadable-answer");
      return { kind: "answered", answer: parsed.data as Answer, reference };
    }
    case 202:
      return { kind: "pending", reference };
    case 404: {
      // A proxy or a wrong address answers 404 too; only the authority's own word means that there is no such record.
      const isTheirWord = NotFoundBody.safeParse(parseJson(sent.body)).success;
      return isTheirWord ? { kind: "not-found", reference } : silent("failed");
    }
    case 409:
    case 422: {
      const parsed = RefusalBody.safeParse(parseJson(sent.body));
      if (!parsed.success) return silent("unreadable-answer");
      const { code, zh, en } = parsed.data;
      return { kind: "refused", code, reason: { zh, en }, reference };
    }
    default:
      return silent("failed");
  }
};

const NotFoundBody = z.object({ code: z.literal("not-found") });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
