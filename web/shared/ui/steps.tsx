import { Check, CircleDashed, CircleX, Clock, LoaderCircle, Minus, TriangleAlert } from "lucide-react";
import type { ReplyOf } from "../api/call-api.ts";
import { useSpeech } from "../texts/language.tsx";

export type Step = ReplyOf<"getCase">["steps"][number];

const icons = {
  done: Check,
  refused: CircleX,
  blocked: TriangleAlert,
  "not-applicable": Minus,
  waiting: Clock,
  retrying: TriangleAlert,
  started: LoaderCircle,
  ready: LoaderCircle,
  answered: LoaderCircle,
  pending: CircleDashed,
} as const;

const tone = (status: Step["status"]): string =>
  status === "done"
    ? "good"
    : status === "waiting" || status === "retrying"
      ? "wait"
      : status === "refused" || status === "blocked"
        ? "bad"
        : "calm";

/** Where each step stands, in words: first what is under way, then what comes, and what is behind one on request. */
export const Steps = ({ steps }: { readonly steps: readonly Step[] }) => {
  const { say } = useSpeech();
  const behind = steps.filter(({ status }) => status === "done");
  const ahead = steps.filter(({ status }) => status === "pending");
  const now = steps.filter(({ status }) => !["done", "pending", "not-applicable"].includes(status));
  return (
    <>
      <StepList steps={now} />
      {ahead.length > 0 && (
        <details className="more">
          <summary>{say({ zh: `接下来 ${ahead.length} 步`, en: `To come: ${ahead.length}` })}</summary>
          <StepList steps={ahead} />
        </details>
      )}
      {behind.length > 0 && (
        <details className="more" open={now.length === 0 || undefined}>
          <summary>{say({ zh: `已完成 ${behind.length} 步`, en: `Done: ${behind.length}` })}</summary>
          <StepList steps={behind} />
        </details>
      )}
    </>
  );
};

const StepList = ({ steps }: { readonly steps: readonly Step[] }) => {
  const { say } = useSpeech();
  return (
    <ol className="steps">
      {steps.map((step) => {
        const Icon = icons[step.status];
        return (
          <li key={step.id} className={tone(step.status)} data-step={step.id} data-status={step.status}>
            <Icon aria-hidden size="1.25em" />
            <div>
              <span className="step-name">{say(step.name)}</span>
              <span className="step-words">{say(step.words)}</span>
              {step.document && (
                <span className="step-document">
                  {step.document.name && say(step.document.name)} {step.document.number}
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
};

/** How far a case has come. */
export const Progress = ({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) => {
  const apply = steps.filter(({ status }) => status !== "not-applicable");
  const done = apply.filter(({ status }) => status === "done").length;
  return (
    <div className="progress">
      <progress aria-label={label} max={apply.length} value={done} />
    </div>
  );
};
