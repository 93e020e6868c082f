import { Mail, ShieldCheck, UserRoundCheck } from "lucide-react";
import { useParams } from "react-router";
import { useActing } from "../../shared/case/acting.ts";
import { AskForSteps } from "../../shared/case/ask-for-steps.tsx";
import { Bills, useBills } from "../../shared/case/bills.tsx";
import { Documents, download } from "../../shared/case/documents.tsx";
import { HandOver } from "../../shared/case/hand-over.tsx";
import { QuestionCard } from "../../shared/case/question-card.tsx";
import { Rating } from "../../shared/case/rating.tsx";
import { TakeCaseBack } from "../../shared/case/take-case-back.tsx";
import { TakenBack } from "../../shared/case/taken-back.tsx";
import { type CaseView, useCase } from "../../shared/case/use-case.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { duration } from "../../shared/ui/format.ts";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { Progress, Steps } from "../../shared/ui/steps.tsx";
import { ActingNotice } from "../acting-notice.tsx";
import { Decisions } from "../decisions.tsx";
import { Door } from "../door.tsx";
import { LateNotice } from "../late-notice.tsx";
import { LoginFirst } from "../login-first.tsx";
import { Verdict } from "../verdict.tsx";
import { Waiting } from "../waiting.tsx";

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
  const mandate = useActing(caseId, view === undefined || view.roles.length > 0);
  const { say } = useSpeech();
  if (!view) return <CaseWithoutView error={error} />;
  const isOwn = mandate === undefined;
  return (
    <>
      <h1>{say(view.package.name)}</h1>
      {mandate && <ActingNotice caseId={caseId} mandate={mandate} />}
      <Standing view={view} seesBills={isOwn || mandate.scopes.includes("pay")} />
      <LateNotice steps={view.steps} />
      {error && <ProblemNotice error={error} />}
      {view.questions.map((question) => (
        <QuestionCard key={question.stepId} view={view} question={question} />
      ))}
      {(isOwn || mandate.scopes.includes("pay")) && <Bills caseId={view.id} scene="h5" />}
      {isOwn && (
        <Documents
          caseId={view.id}
          version={view.version}
          onFile={download}
          action={{ zh: "下载 PDF", en: "Download PDF" }}
        />
      )}
      <Rating view={view} />
      <details className="card" open={view.status === "open" && view.questions.length === 0}>
        <summary>
          <Say zh="办理进展" en="Where it stands" />
        </summary>
        <Steps steps={view.steps} />
      </details>
      <Decisions decisions={view.decisions} />
      <AskForSteps view={view} />
      {isOwn && (
        <details className="card">
          <summary>
            <Say zh="到自助终端继续、打印" en="Go on or print at a kiosk" />
          </summary>
          <HandOver caseId={view.id} to="kiosk" />
        </details>
      )}
      <TakeCaseBack view={view} />
      {isOwn && <Doors caseId={view.id} />}
    </>
  );
};

const CaseWithoutView = ({ error }: { readonly error: unknown }) => (
  <>
    <h1>
      <Say zh="办件" en="Case" />
    </h1>
    <Waiting data={undefined} error={error} />
  </>
);

/** What is each person's own to see in a case, and nobody's who acts for them. */
const Doors = ({ caseId }: { readonly caseId: string }) => {
  const { say } = useSpeech();
  return (
    <nav className="doors" aria-label={say({ zh: "本办件", en: "This case" })}>
      <Door to={`/cases/${caseId}/messages`} icon={Mail} name={{ zh: "消息与通知", en: "Messages" }} />
      <Door
        to={`/cases/${caseId}/authorisations`}
        icon={ShieldCheck}
        name={{ zh: "我的授权", en: "My authorisations" }}
      />
      <Door
        to={`/cases/${caseId}/delegations`}
        icon={UserRoundCheck}
        name={{ zh: "委托他人代办", en: "Let somebody act for me" }}
      />
    </nav>
  );
};

/** Where the case stands, in one sentence. */
const Standing = ({ view, seesBills }: { readonly view: CaseView; readonly seesBills: boolean }) => {
  const { say, language } = useSpeech();
  const isDone = view.status === "completed";
  const took = view.closedAt && new Date(view.closedAt).getTime() - new Date(view.openedAt).getTime();
  const bills = useBills(view.id, seesBills);
  const owes = bills.data?.bills.some(({ status, isOwn }) => isOwn && status === "open") ?? false;
  const others = view.next.filter(({ isReader }) => !isReader);
  return (
    <Verdict
      tone={isDone ? "good" : view.status === "open" ? "calm" : "bad"}
      status={view.status}
      title={owes ? { zh: "请缴纳税款", en: "Your taxes are to be paid" } : view.words}
      below={
        view.status === "open" && (
          <Progress steps={view.steps} label={say({ zh: "已完成的步骤", en: "Steps completed" })} />
        )
      }
    >
      {view.questions.length === 0 &&
        !owes &&
        others.slice(0, 2).map(({ stepId, words }) => <p key={stepId}>{say(words)}</p>)}
      <TakenBack withdrawn={view.withdrawn} />
      {isDone && took !== undefined && took !== "" && (
        <p>{say({ zh: `用时${duration(took, language)}`, en: `Took ${duration(took, language)}` })}</p>
      )}
    </Verdict>
  );
};
