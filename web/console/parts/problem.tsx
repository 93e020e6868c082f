import { Alert } from "antd";
import { ApiProblem, NoAnswer } from "../../shared/api/call-api.ts";
import { useSpeech } from "../../shared/texts/language.tsx";

/** What the API refused, in its own words; and what to do when it gave no answer at all. */
export const ProblemNote = ({ error }: { readonly error: unknown }) => {
  const { say } = useSpeech();
  if (!error) return null;
  const isKnown = error instanceof ApiProblem;
  const { texts, fields = [] } = isKnown && error.problem.detail !== "" ? error.problem : {};
  const unknown =
    error instanceof NoAnswer
      ? { zh: "没有收到答复,请检查网络后重试。", en: "No answer came. Check the network and try again." }
      : { zh: "暂时不能完成,请稍后重试。", en: "This cannot be done at the moment. Please try again." };
  return (
    <Alert
      type="error"
      showIcon
      title={say(texts?.title ?? unknown)}
      description={
        <>
          {texts && say(texts.detail)}
          {fields.length > 0 && (
            <ul className="plain-list">
              {fields.map((field) => (
                <li key={`${field.path} ${field.code}`}>
                  <code>{field.path}</code> {say(field.text)}
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
};
