import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Text } from "../../../shared/kernel/text.ts";
import { ApiProblem, type ReplyOf } from "../api/call-api.ts";
import { useClient } from "../client.tsx";
import { useSpeech } from "../texts/language.tsx";
import { AssessmentView, isOwnAssessment } from "../ui/assessment.tsx";
import { Button } from "../ui/button.tsx";
import { Facts } from "../ui/facts.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { type Answers, type FieldSchema, given } from "../ui/schema.ts";
import { SchemaForm } from "../ui/schema-form.tsx";
import { useAnswer } from "./use-answer.ts";
import type { CaseView, Question } from "./use-case.ts";
import { useDraft } from "./use-draft.ts";

/** One question: what is known already, what is agreed to, and one button. */
export const QuestionCard = ({ view, question }: { readonly view: CaseView; readonly question: Question }) => {
  const { say } = useSpeech();
  const { stepId, name, statement, schema, prefilled, marked, draft, mayAnswer } = question;
  const [answers, setAnswers] = useState<Answers>(draft?.answers ?? {});
  const { answer, isPending, error } = useAnswer(view, question);
  const kept = useDraft(view, question, answers);
  const assessment = prefilled.find(({ value }) => isOwnAssessment(value))?.value;
  const facts = prefilled.filter(({ value }) => !isOwnAssessment(value));
  const { auth } = useClient();
  const isLeadingAway = auth.leadsAway && error instanceof ApiProblem && error.code === "step-up-required";
  return (
    <form
      className="card question"
      aria-labelledby={`question-${stepId}`}
      onSubmit={(event) => {
        event.preventDefault();
        kept.drop();
        answer((given(answers) ?? {}) as Answers);
      }}
    >
      <h2 id={`question-${stepId}`}>{say(name)}</h2>
      {marked && (
        <div className="notice wait">
          <div>
            <strong>{say({ zh: "请更正后再次提交", en: "Please correct this and send it again" })}</strong>
            <p>{marked.reason}</p>
          </div>
        </div>
      )}
      {isOwnAssessment(assessment) && <AssessmentView assessment={assessment} />}
      <LookUps caseId={view.id} stepId={stepId} />
      {facts.length > 0 && (
        <details className="known" open={facts.length <= 2}>
          <summary>{say({ zh: `已为您填好 ${facts.length} 项`, en: `Filled in for you: ${facts.length}` })}</summary>
          <Facts facts={facts} />
        </details>
      )}
      {mayAnswer && (
        <SchemaForm
          schema={schema as FieldSchema}
          answers={answers}
          onChange={setAnswers}
          error={error}
          base="/answers"
          marked={marked?.fields ?? []}
        />
      )}
      {kept.isKept && (
        <p className="kept" role="status">
          {say({ zh: "已暂存,可稍后或换一台设备继续填写", en: "Kept. You can go on later, or on another device" })}
        </p>
      )}
      {statement && <p className="agreement">{say(statement)}</p>}
      {!isLeadingAway && <ProblemNotice error={error} />}
      {mayAnswer ? (
        <div className="action">
          <Button kind="primary" type="submit" isBusy={isPending || isLeadingAway}>
            {isPending || isLeadingAway
              ? say({ zh: "正在提交…", en: "Sending…" })
              : say({ zh: "同意并确认", en: "Agree and confirm" })}
          </Button>
        </div>
      ) : (
        <p className="lead">
          {say({
            zh: "委托给您的事项不含这一步,由委托人本人办理。",
            en: "What you were given to do does not cover this: whoever you act for does it.",
          })}
        </p>
      )}
    </form>
  );
};

/** What is looked up once this is agreed to: where, what, about whom. */
const LookUps = ({ caseId, stepId }: { readonly caseId: string; readonly stepId: string }) => {
  const { say } = useSpeech();
  const { callApi } = useClient();
  const { data } = useQuery({
    queryKey: ["authorisations", caseId],
    queryFn: () => callApi("listAuthorisations", { caseId }),
  });
  const own = data?.authorisations.find((each) => each.stepId === stepId && each.state === "not-given");
  if (!own) return null;
  return (
    <section aria-label={say({ zh: "将要查询", en: "What will be looked up" })}>
      <p className="law-title">{say({ zh: "将要查询", en: "What will be looked up" })}</p>
      <ul className="look-ups">
        {byAuthority(own.items).map(([id, { authority, what }]) => (
          <li key={id}>
            <strong>{say(authority)}</strong>
            <span>{what.map(say).join(say({ zh: "、", en: ", " }))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

type LookUp = ReplyOf<"listAuthorisations">["authorisations"][number]["items"][number];

/** One line per authority: what of its records is used; the record itself where no part is named. */
const byAuthority = (items: readonly LookUp[]) => {
  const found = new Map<string, { readonly authority: Text; readonly what: Text[] }>();
  for (const { authority, record, items: parts } of items) {
    const line = found.get(authority.id) ?? { authority: authority.name, what: [] };
    for (const part of parts.length > 0 ? parts : [record]) {
      if (!line.what.some(({ zh }) => zh === part.zh)) line.what.push(part);
    }
    found.set(authority.id, line);
  }
  return [...found];
};
