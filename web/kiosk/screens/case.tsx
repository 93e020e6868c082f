import { Bills } from "../../shared/case/bills.tsx";
import { Documents } from "../../shared/case/documents.tsx";
import { QuestionCard } from "../../shared/case/question-card.tsx";
import { useCase } from "../../shared/case/use-case.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { Progress } from "../../shared/ui/steps.tsx";
import type { KioskDevices } from "../devices/devices.ts";
import { HandOver } from "../hand-over.tsx";

/** The case on the big screen: what is asked, what is to be paid, what can be printed. */
export const CaseScreen = ({ caseId, devices }: { readonly caseId: string; readonly devices: KioskDevices }) => {
  const { data: view, error } = useCase(caseId);
  const { say } = useSpeech();
  if (!view) return <ProblemNotice error={error} />;
  const isDone = view.status === "completed";
  return (
    <>
      <h1>{say(view.package.name)}</h1>
      <section className={`standing ${isDone ? "good" : "calm"}`} data-status={view.status}>
        <strong role="status">{say(view.words)}</strong>
        {!isDone && <Progress steps={view.steps} label={say({ zh: "已完成的步骤", en: "Steps completed" })} />}
      </section>
      {view.questions.map((question) => (
        <QuestionCard key={question.stepId} view={view} question={question} />
      ))}
      <Bills caseId={view.id} scene="qr" />
      <Documents
        caseId={view.id}
        version={view.version}
        action={{ zh: "打印", en: "Print" }}
        onFile={(file, { title }) => devices.print(file, title)}
      />
      {view.status === "open" && <HandOver caseId={view.id} />}
      <p className="hint">
        <Say
          zh="办完或离开时，请点右上角「结束并清除」。"
          en="Press End and erase at the top when you are done or leave."
        />
      </p>
    </>
  );
};
