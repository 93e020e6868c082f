import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { type Answers, type FieldSchema, given } from "../../shared/ui/schema.ts";
import { SchemaForm } from "../../shared/ui/schema-form.tsx";
import { ExpectedTime } from "../expected-time.tsx";
import { LoginFirst } from "../login-first.tsx";

const StartScreen = () => (
  <LoginFirst>
    <Start />
  </LoginFirst>
);
export default StartScreen;

/** The one thing that must be typed, and what is agreed to by going on. */
const Start = () => {
  const { packageId = "" } = useParams();
  const { callApi, queries } = useClient();
  const { say } = useSpeech();
  const navigate = useNavigate();
  const [answers, setAnswers] = useState<Answers>({});
  // One key for one wish: a second tap, or a repeat after a lost answer, meets the same case.
  const wish = useRef({ text: "", key: "" });
  const { data: described, error } = useQuery({
    queryKey: ["package", packageId],
    queryFn: () => callApi("getPackage", { packageId }),
  });
  const { data: form, error: formError } = useQuery({
    queryKey: ["form", packageId],
    queryFn: () => callApi("getPackageForm", { packageId }),
  });
  const opening = useMutation({
    mutationFn: () => {
      const text = JSON.stringify(answers);
      if (wish.current.text !== text) wish.current = { text, key: crypto.randomUUID() };
      return callApi("openCase", {
        idempotencyKey: wish.current.key,
        body: {
          packageId,
          opening: (given(answers) ?? {}) as Record<string, unknown>,
          consents: { dataSharing: true },
        },
      });
    },
    onSuccess: (opened) => {
      queries.setQueryData(["case", opened.id], opened);
      void queries.invalidateQueries({ queryKey: ["cases"] });
      void navigate(`/cases/${opened.id}`, { replace: true });
    },
  });
  const schema = (form?.schema.properties as Readonly<Record<string, FieldSchema>> | undefined)?.opening;
  if (!described || !schema) return <ProblemNotice error={error ?? formError} />;
  const { savings } = described;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate();
      }}
    >
      <h1>{say(described.name)}</h1>
      <p className="lead">{say(described.summary)}</p>
      <ul className="savings">
        {(
          [
            [{ zh: "材料", en: "Papers" }, savings.papersBefore, savings.papersNow],
            [{ zh: "填表", en: "Forms" }, savings.formsBefore, savings.formsNow],
            [{ zh: "跑腿", en: "Visits" }, savings.visitsBefore, savings.visitsNow],
          ] as const
        ).map(([what, before, now]) => (
          <li key={what.zh}>
            <span>{say(what)}</span>
            <b>
              {before} → {now}
            </b>
          </li>
        ))}
      </ul>
      <ExpectedTime packageId={packageId} />
      <section className="card">
        <SchemaForm schema={schema} answers={answers} onChange={setAnswers} error={opening.error} base="/opening" />
        <p className="agreement">
          <Say
            zh="点击「开始办理」,即同意税务机关为本次办理调取相关登记信息。涉及个人的查询,会先逐项征得您的同意。"
            en="By beginning you agree that the tax office fetches the registrations of this matter. Before any look-up about a person, that person is asked."
          />
        </p>
      </section>
      <ProblemNotice error={opening.error} />
      <div className="action">
        <Button kind="primary" type="submit" isBusy={opening.isPending}>
          <Say zh="开始办理" en="Begin" />
        </Button>
      </div>
    </form>
  );
};
