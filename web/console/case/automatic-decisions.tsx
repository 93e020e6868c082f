import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { momentIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { ReasonField } from "../parts/reason-field.tsx";
import { type JsonSchema, SchemaFields } from "../parts/schema-fields.tsx";
import { StateTag } from "../parts/tag.tsx";
import { Value } from "../parts/value.tsx";
import { stepStates } from "./steps.tsx";
import { type CaseShown, type DecisionShown, useChange } from "./use-case.ts";

/** What rules have decided, with what they looked at and what they gave; an officer may decide in their place. */
export const AutomaticDecisions = ({ shown }: { readonly shown: CaseShown }) => {
  if (shown.decisions.length === 0) {
    return (
      <p className="empty">
        <Say zh="还没有由系统判定的事项。" en="No rule has decided anything yet." />
      </p>
    );
  }
  return (
    <>
      {shown.decisions.map((decision) => (
        <AutomaticDecision key={decision.stepId} shown={shown} decision={decision} />
      ))}
    </>
  );
};

const AutomaticDecision = ({ shown, decision }: { readonly shown: CaseShown; readonly decision: DecisionShown }) => {
  const { say, language } = useSpeech();
  const [isTaking, setTaking] = useState(false);
  const isOpen = shown.status !== "withdrawn";
  return (
    <Panel
      title={say(decision.name)}
      aside={
        <div className="panel-tags">
          <StateTag tone={stepStates[decision.status].tone}>{say(stepStates[decision.status])}</StateTag>
          {decision.takeover && isOpen && !isTaking && (
            <Button size="small" onClick={() => setTaking(true)}>
              <Say zh="由我判定" en="Decide in its place" />
            </Button>
          )}
        </div>
      }
    >
      {say(decision.words) !== say(stepStates[decision.status]) && <p>{say(decision.words)}</p>}
      {decision.takenOverAt && (
        <p className="aside-note">
          <Say
            zh={`税务人员已于 ${momentIn(language, decision.takenOverAt)} 另行判定`}
            en={`An officer decided in its place at ${momentIn(language, decision.takenOverAt)}`}
          />
        </p>
      )}
      <div className="two-columns">
        <Named title={{ zh: "依据的资料", en: "Looked at" }} shown={shown} facts={decision.inputs} />
        <Named title={{ zh: "得出的结果", en: "Found" }} shown={shown} facts={decision.results} isOpen />
      </div>
      {isTaking && <TakeOverForm shown={shown} decision={decision} onDone={() => setTaking(false)} />}
    </Panel>
  );
};

const Named = ({
  title,
  shown,
  facts,
  isOpen = false,
}: {
  readonly title: { readonly zh: string; readonly en: string };
  readonly shown: CaseShown;
  readonly facts: DecisionShown["inputs"];
  readonly isOpen?: boolean;
}) => {
  const { say } = useSpeech();
  if (facts.length === 0) return null;
  return (
    <details className="grounds" open={isOpen}>
      <summary>
        {say(title)} ({facts.length})
      </summary>
      <dl className="pairs">
        {facts.map(({ id, name }) => (
          <div key={id}>
            <dt>{say(name)}</dt>
            <dd>
              <Value value={shown.facts.find((fact) => fact.id === id)?.value} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

/** Every result of the rule, as the officer finds it; what is left empty does not arise. */
const TakeOverForm = ({
  shown,
  decision,
  onDone,
}: {
  readonly shown: CaseShown;
  readonly decision: DecisionShown;
  readonly onDone: () => void;
}) => {
  const schema = decision.takeover as JsonSchema;
  const names = Object.keys(schema.properties ?? {});
  const present = names.flatMap((name) => {
    const fact = shown.facts.find(({ id }) => id === name);
    return fact && !fact.isMasked ? [[name, fact.value] as const] : [];
  });
  const [values, setValues] = useState<Record<string, unknown>>(Object.fromEntries(present));
  const [reason, setReason] = useState("");
  const takeOver = useChange("takeOverDecision", shown);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const results = Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
    takeOver.mutate({ stepId: decision.stepId, body: { reason, results } }, { onSuccess: onDone });
  };
  return (
    <form className="form" onSubmit={submit}>
      <SchemaFields schema={schema} values={values} onChange={setValues} />
      <ReasonField
        value={reason}
        onChange={setReason}
        hint={<Say zh="建立在此之上的事项将重新办理。" en="What builds on it is done anew." />}
      />
      <ProblemNote error={takeOver.error} />
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={takeOver.isPending} disabled={reason.trim() === ""}>
          <Say zh="由我判定" en="Decide in its place" />
        </Button>
        <Button onClick={onDone}>
          <Say zh="取消" en="Cancel" />
        </Button>
      </div>
    </form>
  );
};
