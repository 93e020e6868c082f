import type { CaseView } from "../shared/case/use-case.ts";
import { Say, useSpeech } from "../shared/texts/language.tsx";

/** What no official had to decide: each with its ground in words, and what was looked at for it. */
export const Decisions = ({ decisions }: Pick<CaseView, "decisions">) => {
  const { say } = useSpeech();
  if (decisions.length === 0) return null;
  return (
    <details className="card decisions">
      <summary>
        {say({ zh: `由规则当场决定 ${decisions.length} 项`, en: `Decided by rules: ${decisions.length}` })}
      </summary>
      <ul className="look-ups">
        {decisions.map(({ stepId, name, words, inputs, takenOverAt }) => (
          <li key={stepId}>
            <strong>
              {say(name)}{" "}
              {takenOverAt && (
                <span className="badge">
                  <Say zh="税务人员已改定" en="Decided anew by an officer" />
                </span>
              )}
            </strong>
            <span>{say(words)}</span>
            {inputs.length > 0 && (
              <small>
                {say({
                  zh: `核对了${inputs.map((input) => input.name.zh).join("、")}`,
                  en: `Looked at: ${inputs.map((input) => input.name.en).join(", ")}`,
                })}
              </small>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};
