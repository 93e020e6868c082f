import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import type { FieldSchema } from "../../shared/ui/schema.ts";
import { Journey } from "../journey.tsx";
import { Keypad } from "../keypad.tsx";

interface StartScreenProps {
  readonly packageId: string;
  readonly onCase: (caseId: string) => void;
}

/** One number, on a keypad of the screen's own. */
export const StartScreen = ({ packageId, onCase }: StartScreenProps) => {
  const { callApi, queries } = useClient();
  const { say } = useSpeech();
  const [text, setText] = useState("");
  const key = useRef({ text: "", key: "" });
  const { data: form, error } = useQuery({
    queryKey: ["form", packageId],
    queryFn: () => callApi("getPackageForm", { packageId }),
  });
  const opening = useMutation({
    mutationFn: (fact: string) => {
      if (key.current.text !== text) key.current = { text, key: crypto.randomUUID() };
      return callApi("openCase", {
        idempotencyKey: key.current.key,
        body: { packageId, opening: { [fact]: text.trim() }, consents: { dataSharing: true } },
      });
    },
    onSuccess: (opened) => {
      queries.setQueryData(["case", opened.id], opened);
      onCase(opened.id);
    },
  });
  const schema = (form?.schema.properties as Readonly<Record<string, FieldSchema>> | undefined)?.opening;
  const [fact, field] = Object.entries(schema?.properties ?? {})[0] ?? [];
  if (fact === undefined || field === undefined) return <ProblemNotice error={error} />;
  return (
    <form
      className="card step"
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate(fact);
      }}
    >
      <Journey at="case" />
      <h1>
        <label htmlFor="number">{say({ zh: field.title ?? "", en: field.description ?? field.title ?? "" })}</label>
      </h1>
      <input
        id="number"
        className="number"
        value={text}
        autoComplete="off"
        required
        onChange={({ target }) => setText(target.value.toUpperCase())}
      />
      <Keypad onKey={(key) => setText(text + key)} onBack={() => setText(text.slice(0, -1))} />
      <p className="agreement">
        <Say
          zh="点击「开始办理」，即同意税务机关为本次办理调取相关登记信息。涉及个人的查询，会先逐项征得您的同意。"
          en="By beginning you agree that the tax office fetches the registrations of this matter. Before any look-up about a person, that person is asked."
        />
      </p>
      <ProblemNotice error={opening.error} />
      <Button kind="primary" type="submit" isBusy={opening.isPending}>
        <Say zh="开始办理" en="Begin" />
      </Button>
    </form>
  );
};
