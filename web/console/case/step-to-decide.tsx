import { Alert, Button } from "antd";
import { useState } from "react";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { useShortcuts } from "../keys/shortcuts.ts";
import { Key } from "../parts/key.tsx";
import { urgencyOf } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { StateTag } from "../parts/tag.tsx";
import { useNow } from "../parts/use-now.ts";
import { Value } from "../parts/value.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { Objections } from "./objections.tsx";
import { PriceDispute } from "./price-dispute.tsx";
import { TakeFromColleague } from "./take-from-colleague.tsx";
import { type CaseShown, type ForOfficer, type Question, useChange } from "./use-case.ts";

/** One step that waits for an officer: why, by which facts, and the decision itself. */
export const StepToDecide = ({ shown, question }: { readonly shown: CaseShown; readonly question: Question }) => {
  const { say } = useSpeech();
  const about = question.forOfficer as ForOfficer;
  const claim = useChange("claimStep", shown);
  const urgency = urgencyOf(question.promisedBy, useNow());
  const [isTaking, setTaking] = useState(false);
  // Where nothing is laid side by side, the facts themselves are what one decides by.
  const isAlone = about.compared.length === 0 && !about.grounds.some(({ id }) => id === "priceQuestion");
  const take = (): void => claim.mutate({ stepId: question.stepId, body: {} });
  useShortcuts(question.name, [
    ...(about.claim === "free" ? [{ keys: "c", does: { zh: "受理", en: "Take in hand" }, run: take }] : []),
    ...(about.claim === "colleague"
      ? [{ keys: "t", does: { zh: "接手", en: "Take over" }, run: () => setTaking(true) }]
      : []),
  ]);
  return (
    <Panel
      title={say(question.name)}
      aside={
        <div className="panel-tags">
          {urgency && <span className={`promise ${urgency.level}`}>{say(urgency.words)}</span>}
          {about.claim === "free" && (
            <Button onClick={take} loading={claim.isPending}>
              <Say zh="受理" en="Take in hand" /> <Key>c</Key>
            </Button>
          )}
          {about.claim === "reader" && (
            <StateTag tone="brand">
              <Say zh="我已受理" en="in my hands" />
            </StateTag>
          )}
          {about.claim === "colleague" && (
            <>
              <StateTag>
                <Say zh="同事已受理" en="with a colleague" />
              </StateTag>
              <Button onClick={() => setTaking(true)}>
                <Say zh="接手" en="Take over" /> <Key>t</Key>
              </Button>
            </>
          )}
        </div>
      }
    >
      <ProblemNote error={claim.error} />
      {about.objections && <Objections objections={about.objections} />}
      {about.because && !about.objections && <Alert type="warning" showIcon title={say(about.because)} />}
      {about.takenFrom && (
        <p className="aside-note">
          <Say
            zh={`由同事处接手,理由:${about.takenFrom.reason}`}
            en={`Taken over from a colleague: ${about.takenFrom.reason}`}
          />
        </p>
      )}
      <PriceDispute grounds={about.grounds} />
      {about.compared.map((comparison) => (
        <ComparisonTable key={comparison.label.en} comparison={comparison} />
      ))}
      {about.grounds.length > 0 && (
        <details className="grounds" open={isAlone}>
          <summary>
            <Say
              zh={`判断所依据的资料(${about.grounds.length} 项)`}
              en={`The facts it goes by (${about.grounds.length})`}
            />
          </summary>
          <dl className="pairs wide">
            {about.grounds.map((fact) => (
              <div key={fact.id}>
                <dt>
                  {say(fact.label)} <small>{say(fact.source.name)}</small>
                </dt>
                <dd>
                  <Value value={fact.value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {about.claim !== "colleague" && <DecisionForm shown={shown} question={question} about={about} />}
      {isTaking && <TakeFromColleague shown={shown} stepId={question.stepId} onClose={() => setTaking(false)} />}
    </Panel>
  );
};
