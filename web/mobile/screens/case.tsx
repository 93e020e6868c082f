import { CircleCheck, Clock, Mail, ShieldCheck } from "lucide-react";
import { Link, useParams } from "react-router";
import { Bills, useBills } from "../../shared/case/bills.tsx";
import { Documents, download } from "../../shared/case/documents.tsx";
import { QuestionCard } from "../../shared/case/question-card.tsx";
import { type CaseView, useCase } from "../../shared/case/use-case.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { duration } from "../../shared/ui/format.ts";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { Progress, Steps } from "../../shared/ui/steps.tsx";
import { LoginFirst } from "../login-first.tsx";

const CaseScreen = () => {
  const { caseId = "" } = useParams();
  return (
    <LoginFirst>
      <Case caseId={caseId} />
    </LoginFirst>
  );
};
export default CaseScreen;

const Case = ({ caseId }: { readonly caseId: string }) => {
  const { data: view, error } = useCase(caseId);
  const { say } = useSpeech();
  if (!view) return error ? <ProblemNotice error={error} /> : <p className="loading" aria-busy="true" />;
  return (
    <>
      <h1>{say(view.package.name)}</h1>
      <Standing view={view} />
      {error && <ProblemNotice error={error} />}
      {view.questions.map((question) => (
        <QuestionCard key={question.stepId} view={view} question={question} />
      ))}
      <Bills caseId={view.id} scene="h5" />
      <Documents
        caseId={view.id}
        version={view.version}
        onFile={download}
        action={{ zh: "下载 PDF", en: "Download PDF" }}
      />
      <details className="card" open={view.status === "open" && view.questions.length === 0}>
        <summary>
          <Say zh="办理进展" en="Where it stands" />
        </summary>
        <Steps steps={view.steps} />
      </details>
      <nav className="doors" aria-label={say({ zh: "本办件", en: "This case" })}>
        <Link className="door" to={`/cases/${view.id}/messages`}>
          <Mail aria-hidden />
          <strong>
            <Say zh="消息与通知" en="Messages" />
          </strong>
        </Link>
        <Link className="door" to={`/cases/${view.id}/authorisations`}>
          <ShieldCheck aria-hidden />
          <strong>
            <Say zh="我的授权" en="My authorisations" />
          </strong>
        </Link>
      </nav>
    </>
  );
};

/** Where the case stands, in one sentence; said aloud when it changes. */
const Standing = ({ view }: { readonly view: CaseView }) => {
  const { say, language } = useSpeech();
  const isDone = view.status === "completed";
  const Icon = isDone ? CircleCheck : Clock;
  const took = view.closedAt && new Date(view.closedAt).getTime() - new Date(view.openedAt).getTime();
  const bills = useBills(view.id);
  const owes = bills.data?.bills.some(({ status, isOwn }) => isOwn && status === "open") ?? false;
  const others = view.next.filter(({ isReader }) => !isReader);
  return (
    <section
      className={`standing ${isDone ? "good" : view.status === "open" ? "calm" : "bad"}`}
      data-status={view.status}
    >
      <Icon aria-hidden size="1.6em" />
      <div role="status">
        <strong>{owes ? say({ zh: "请缴纳税款", en: "Your taxes are to be paid" }) : say(view.words)}</strong>
        {view.questions.length === 0 &&
          !owes &&
          others.slice(0, 2).map(({ stepId, words }) => <p key={stepId}>{say(words)}</p>)}
        {isDone && took !== undefined && took !== "" && (
          <p>{say({ zh: `用时 ${duration(took, language)}`, en: `Took ${duration(took, language)}` })}</p>
        )}
      </div>
      {view.status === "open" && (
        <Progress steps={view.steps} label={say({ zh: "已完成的步骤", en: "Steps completed" })} />
      )}
    </section>
  );
};
