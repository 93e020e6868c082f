import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Panel } from "../parts/panel.tsx";
import { StateTag, type Tone } from "../parts/tag.tsx";
import type { CaseShown } from "./use-case.ts";

type StepStatus = CaseShown["steps"][number]["status"];

export const stepStates: Readonly<
  Record<StepStatus, { readonly tone: Tone; readonly zh: string; readonly en: string }>
> = {
  pending: { tone: "plain", zh: "未到", en: "not yet" },
  ready: { tone: "plain", zh: "即将办理", en: "about to begin" },
  started: { tone: "brand", zh: "办理中", en: "under way" },
  waiting: { tone: "wait", zh: "等待中", en: "waiting" },
  answered: { tone: "brand", zh: "已答复", en: "answered" },
  retrying: { tone: "wait", zh: "等待部门", en: "authority silent" },
  done: { tone: "good", zh: "已办结", en: "done" },
  refused: { tone: "bad", zh: "不予办理", en: "refused" },
  "not-applicable": { tone: "plain", zh: "不适用", en: "does not apply" },
  blocked: { tone: "bad", zh: "无法办理", en: "blocked" },
};

/** Where every step stands: shown when nothing is wanted of the officer. */
export const Steps = ({ shown }: { readonly shown: CaseShown }) => {
  const { say } = useSpeech();
  const steps = shown.steps.filter(({ status }) => status !== "not-applicable");
  return (
    <Panel title={<Say zh="没有等待税务人员的事项" en="Nothing waits for an officer" />}>
      <ul className="step-list">
        {steps.map((step) => (
          <li key={step.id}>
            <StateTag tone={stepStates[step.status].tone}>{say(stepStates[step.status])}</StateTag>
            <span className="step-name">{say(step.name)}</span>
            <span className="step-words">{say(step.words)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
