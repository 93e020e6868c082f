import { CircleAlert } from "lucide-react";
import type { Text } from "../../../shared/kernel/text.ts";
import { ApiProblem } from "../api/call-api.ts";
import { useSpeech } from "../texts/language.tsx";

interface Words {
  readonly title: Text;
  readonly detail: Text;
}

/** For what reached us without words of the API. */
const own: Readonly<Record<string, Words>> = {
  "no-answer": {
    title: { zh: "没有连接到服务", en: "No connection" },
    detail: {
      zh: "请检查网络后重试。重试不会重复提交。",
      en: "Check your network and try again. Trying again does nothing twice.",
    },
  },
  "token-required": {
    title: { zh: "请重新登录", en: "Please log in again" },
    detail: { zh: "登录已过期,您的办件不受影响。", en: "Your login has run out. Your case is safe." },
  },
  "rate-limited": {
    title: { zh: "办理的人较多", en: "Many people are here" },
    detail: { zh: "请稍候片刻再试。", en: "Please wait a moment and try again." },
  },
  "temporarily-unavailable": {
    title: { zh: "服务暂时不可用", en: "The service is not available now" },
    detail: { zh: "已提交的内容不会丢失,请稍后再试。", en: "Nothing you sent is lost. Please try again later." },
  },
};

const isWorded = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.problem.detail !== "";

/** In each language: whoever switches while it is shown reads on in the other. */
const wordsOf = (error: unknown): Words => {
  if (isWorded(error)) return error.problem.texts;
  const code = error instanceof ApiProblem ? error.code : "no-answer";
  return own[code] ?? (own["temporarily-unavailable"] as Words);
};

/** What went wrong, why, and what next; read out at once by a screen reader. */
export const ProblemNotice = ({ error }: { readonly error: unknown }) => {
  const { say } = useSpeech();
  if (error === null || error === undefined) return null;
  const { title, detail } = wordsOf(error);
  const fields = isWorded(error) ? (error.problem.fields ?? []) : [];
  const requestId = isWorded(error) ? error.problem.requestId : undefined;
  return (
    <div className="notice bad" role="alert">
      <CircleAlert aria-hidden size="1.4em" />
      <div>
        <strong>{say(title)}</strong>
        <p>{say(detail)}</p>
        {fields.length > 0 && (
          <ul>
            {fields.map(({ path, code, text }) => (
              <li key={path + code}>{say(text)}</li>
            ))}
          </ul>
        )}
        {requestId && <small>{say({ zh: `求助编号 ${requestId}`, en: `Reference for help: ${requestId}` })}</small>}
      </div>
    </div>
  );
};
