import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Link, useParams } from "react-router";
import { ApiProblem, type ReplyOf } from "../../shared/api/call-api.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { dateTime } from "../../shared/ui/format.ts";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { LoginFirst } from "../login-first.tsx";
import { Waiting } from "../waiting.tsx";

const SubjectNoticeScreen = () => {
  const { caseId = "" } = useParams();
  return (
    <LoginFirst>
      <p>
        <Link to="/access-log" className="back">
          ← <Say zh="谁看过我的信息" en="Who saw my data" />
        </Link>
      </p>
      <h1>
        <Say zh="为何查询我的信息" en="Why my data is used" />
      </h1>
      <Notice caseId={caseId} />
    </LoginFirst>
  );
};
export default SubjectNoticeScreen;

/** What somebody is told whom a record names in the case of others, and their objection to its use. */
const Notice = ({ caseId }: { readonly caseId: string }) => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const { data, error } = useQuery({
    queryKey: ["subject-notice", caseId],
    queryFn: () => callApi("getSubjectNotice", { caseId }),
  });
  // Those of the case itself authorise, withdraw and correct there.
  if (error instanceof ApiProblem && error.code === "belongs-to-case") {
    return (
      <section className="card">
        <p>
          <Say
            zh="这是您本人的办件,信息因您的办理而查询。"
            en="This is a case of your own; the look-up was made for it."
          />
        </p>
        <Link to={`/cases/${caseId}`}>
          <Say zh="打开办件" en="Open the case" />
        </Link>
      </section>
    );
  }
  if (!data) return <Waiting data={data} error={error} />;
  const { matter, controller, purpose, legalBasis, records, mayObject, objections } = data;
  return (
    <>
      <section className="card">
        <h2>{say(matter)}</h2>
        <p>{say(purpose)}</p>
        <ul className="look-ups">
          {records.map(({ id, authority, record, items, isHeldBack }) => (
            <li key={id}>
              <strong>
                {say(authority.name)} {isHeldBack && <em>{say({ zh: "(暂停使用)", en: "(held back)" })}</em>}
              </strong>
              <span>{[record, ...items].map(say).join(say({ zh: "、", en: ", " }))}</span>
            </li>
          ))}
        </ul>
        <p>
          <small>
            {say(controller.name)} · {say(legalBasis)}
          </small>
        </p>
      </section>
      {objections.map(({ at, reason, words, answers }) => (
        <section key={at} className="card" data-objection>
          <p className="message-head">
            <strong>
              <Say zh="我的异议" en="My objection" />
            </strong>
            <time dateTime={at}>{dateTime(at, language)}</time>
          </p>
          <p>{reason}</p>
          <p className="next">{say(words)}</p>
          {answers.map((answer) => (
            <p key={answer.at}>{answer.reason}</p>
          ))}
        </section>
      ))}
      {mayObject && <Objecting caseId={caseId} notice={data} />}
    </>
  );
};

interface ObjectingProps {
  readonly caseId: string;
  readonly notice: ReplyOf<"getSubjectNotice">;
}

const Objecting = ({ caseId, notice }: ObjectingProps) => {
  const { callApi, queries } = useClient();
  const { say } = useSpeech();
  const [reason, setReason] = useState("");
  const id = useId();
  const objecting = useMutation({
    mutationFn: () => callApi("objectToRecords", { caseId, body: { reason: reason.trim() } }),
    onSuccess: (told) => queries.setQueryData(["subject-notice", caseId], told),
  });
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        objecting.mutate();
      }}
    >
      <h2>
        <Say zh="提出异议" en="Object" />
      </h2>
      <p>{say(notice.objectionMeans)}</p>
      <div className="field">
        <label htmlFor={id}>
          <Say zh="理由(仅税务人员可见)" en="Why (officers alone read it)" />
        </label>
        <textarea
          id={id}
          required
          rows={3}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <ProblemNotice error={objecting.error} />
      <Button kind="primary" type="submit" isBusy={objecting.isPending}>
        <Say zh="提出异议" en="Object" />
      </Button>
    </form>
  );
};
