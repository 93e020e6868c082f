import { Smartphone } from "lucide-react";
import { AskForSteps } from "../../shared/case/ask-for-steps.tsx";
import { Bills } from "../../shared/case/bills.tsx";
import { Documents } from "../../shared/case/documents.tsx";
import { HandOver } from "../../shared/case/hand-over.tsx";
import { QuestionCard } from "../../shared/case/question-card.tsx";
import { TakeCaseBack } from "../../shared/case/take-case-back.tsx";
import { TakenBack } from "../../shared/case/taken-back.tsx";
import { useCase } from "../../shared/case/use-case.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { Progress } from "../../shared/ui/steps.tsx";
import type { KioskDevices } from "../devices/devices.ts";
import { Journey } from "../journey.tsx";
import { usePrinting } from "../printing.tsx";

interface CaseScreenProps {
  readonly caseId: string;
  readonly devices: KioskDevices;
  readonly onLeave: () => void;
}

/** The case on the big screen: what is asked, what is to be paid, what can be printed. */
export const CaseScreen = ({ caseId, devices, onLeave }: CaseScreenProps) => {
  const { data: view, error } = useCase(caseId);
  const { say } = useSpeech();
  const { print, dialog } = usePrinting(devices);
  if (!view) return <ProblemNotice error={error} />;
  const isDone = view.status === "completed";
  return (
    <>
      <Journey at={isDone ? "take" : "case"} />
      <h1>{say(view.package.name)}</h1>
      <section className={`standing ${isDone ? "good" : "calm"}`} data-status={view.status}>
        <div role="status">
          <strong>{say(view.words)}</strong>
          <TakenBack withdrawn={view.withdrawn} />
        </div>
        {view.status === "open" && (
          <Progress steps={view.steps} label={say({ zh: "已完成的步骤", en: "Steps completed" })} />
        )}
      </section>
      {view.questions.map((question) => (
        <QuestionCard key={question.stepId} view={view} question={question} />
      ))}
      {!isDone && <Bills caseId={view.id} scene="qr" />}
      <Documents
        caseId={view.id}
        version={view.version}
        action={{ zh: "打印", en: "Print" }}
        onFile={(file, document) => print(file, document)}
      />
      {isDone && <Bills caseId={view.id} scene="qr" />}
      {view.status === "open" && (
        <section className="card hand-over">
          <h2>
            <Smartphone aria-hidden /> <Say zh="转到手机继续" en="Go on with your phone" />
          </h2>
          <HandOver caseId={view.id} to="phone" />
        </section>
      )}
      <AskForSteps view={view} />
      <TakeCaseBack view={view} />
      <section className="farewell">
        <p>
          <Say
            zh="办完或离开时，请结束：屏幕和本机上不会留下您的任何信息。"
            en="End when you are done or leave: nothing about you stays on this machine."
          />
        </p>
        <Button kind={isDone ? "primary" : "plain"} onClick={onLeave}>
          <Say zh="结束并清除" en="End and erase" />
        </Button>
      </section>
      {dialog}
    </>
  );
};
