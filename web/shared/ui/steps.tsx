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

/** Where each step stands, in words; what does not apply is left out. */
export const Steps = ({ steps }: { readonly steps: readonly Step[] }) => {
  const { say } = useSpeech();
  return (
    <ol className="steps">
      {steps
        .filter(({ status }) => status !== "not-applicable")
        .map((step) => {
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
      <span>
        {done} / {apply.length}
      </span>
    </div>
  );
};
