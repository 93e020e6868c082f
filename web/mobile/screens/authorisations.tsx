import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import type { ReplyOf } from "../../shared/api/call-api.ts";
import { useStepUp } from "../../shared/case/use-step-up.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { dateTime } from "../../shared/ui/format.ts";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { BackToCase } from "../back-to-case.tsx";
import { LoginFirst } from "../login-first.tsx";
import { Waiting } from "../waiting.tsx";

const AuthorisationsScreen = () => {
  const { caseId = "" } = useParams();
  return (
    <LoginFirst>
      <Authorisations caseId={caseId} />
    </LoginFirst>
  );
};
export default AuthorisationsScreen;

/** What one has let the bureau look up in this case, and the way to take it back. */
const Authorisations = ({ caseId }: { readonly caseId: string }) => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const { data, error } = useQuery({
    queryKey: ["authorisations", caseId],
    queryFn: () => callApi("listAuthorisations", { caseId }),
  });
  return (
    <>
      <BackToCase caseId={caseId} />
      <h1>
        <Say zh="我的授权" en="My authorisations" />
      </h1>
      <Waiting data={data} error={error} />
      {data?.authorisations.map((each) => (
        <Receipt key={each.stepId} caseId={caseId} authorisation={each} />
      ))}
      {data && data.byLaw.length > 0 && (
        <section className="card">
          <h2>
            <Say zh="依法查询,无需授权" en="Looked up by law" />
          </h2>
          <ul className="look-ups">
            {data.byLaw.map(({ authority, record, law }) => (
              <li key={authority.id + record.zh}>
                <strong>{say(authority.name)}</strong>
                <span>
                  {say(record)} · {law.act} {law.article}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

type Authorisation = ReplyOf<"listAuthorisations">["authorisations"][number];

const states = {
  "not-given": { zh: "尚未授权", en: "Not given" },
  given: { zh: "已授权", en: "Given" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
  expired: { zh: "已到期", en: "Expired" },
} as const;

const Receipt = ({ caseId, authorisation }: { readonly caseId: string; readonly authorisation: Authorisation }) => {
  const { say, language } = useSpeech();
  const { name, state, purpose, legalBasis, items, history, withdrawalMeans, stepId } = authorisation;
  return (
    <section className="card" data-state={state}>
      <h2>
        {say(name)} <span className="badge">{say(states[state])}</span>
      </h2>
      <p>{say(purpose)}</p>
      <ul className="look-ups">
        {items.map(({ authority, record, about }) => (
          <li key={authority.id + record.zh + about.map(({ zh }) => zh).join()}>
            <strong>{say(authority.name)}</strong>
            <span>
              {say(record)}
              {about.length > 0 && ` · ${about.map(say).join(say({ zh: "、", en: ", " }))}`}
            </span>
          </li>
        ))}
      </ul>
      {history.map(({ version, givenAt }) => (
        <p key={version}>
          <small>{say({ zh: "授权于 ", en: "Given " }) + dateTime(givenAt, language)}</small>
        </p>
      ))}
      <p>
        <small>{say(legalBasis)}</small>
      </p>
      {state === "given" && <Withdrawal caseId={caseId} stepId={stepId} means={say(withdrawalMeans)} />}
    </section>
  );
};

/** Taking it back: first what that means, then the button that does it. */
const Withdrawal = ({
  caseId,
  stepId,
  means,
}: {
  readonly caseId: string;
  readonly stepId: string;
  readonly means: string;
}) => {
  const { callApi, queries } = useClient();
  const stepUp = useStepUp();
  const [isAsked, setAsked] = useState(false);
  const withdrawing = useMutation({
    mutationFn: () => callApi("withdrawAuthorisation", { caseId, stepId }),
    onSuccess: () => queries.invalidateQueries(),
    onError: stepUp,
  });
  if (!isAsked) {
    return (
      <Button onClick={() => setAsked(true)}>
        <Say zh="撤回授权" en="Withdraw" />
      </Button>
    );
  }
  return (
    <div className="notice wait" role="status">
      <div>
        <p>{means}</p>
        <ProblemNotice error={withdrawing.error} />
        <Button kind="danger" onClick={() => withdrawing.mutate()} isBusy={withdrawing.isPending}>
          <Say zh="确认撤回" en="Withdraw it" />
        </Button>
        <Button kind="quiet" onClick={() => setAsked(false)}>
          <Say zh="不撤回" en="Keep it" />
        </Button>
      </div>
    </div>
  );
};
