import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useClient } from "../client.tsx";
import { Say, useSpeech } from "../texts/language.tsx";
import { beginAtTop } from "../ui/begin-at-top.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { atLatestVersion } from "./at-latest-version.ts";
import type { CaseView } from "./use-case.ts";

/** What the reader may ask for as the case stands, a correction for example; of a case that is over, too. */
export const AskForSteps = ({ view }: { readonly view: CaseView }) =>
  view.mayRequest.map((offer) => <AskForStep key={offer.id} view={view} offer={offer} />);

interface AskForStepProps {
  readonly view: CaseView;
  readonly offer: CaseView["mayRequest"][number];
}

interface Wish {
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** First what it means, as the API says it; then why, and the button that asks for it. */
const AskForStep = ({ view, offer }: AskForStepProps) => {
  const client = useClient();
  const { say } = useSpeech();
  const [reason, setReason] = useState("");
  const id = useId();
  const { id: caseId, version } = view;
  const { id: stepId, name, statement } = offer;
  const asking = useMutation({
    mutationFn: ({ reason: why, idempotencyKey }: Wish) =>
      atLatestVersion(client, { caseId, version }, (latest) =>
        client.callApi("requestStep", { caseId, stepId, version: latest, idempotencyKey, body: { reason: why } }),
      ),
    onSuccess: (asked) => {
      client.queries.setQueryData(["case", caseId], asked);
      beginAtTop();
    },
  });
  return (
    <details className="card">
      <summary id={`${id}-offer`}>{say({ zh: `申请「${name.zh}」`, en: `Ask for: ${name.en}` })}</summary>
      <form
        aria-labelledby={`${id}-offer`}
        onSubmit={(event) => {
          event.preventDefault();
          asking.mutate({ reason: reason.trim(), idempotencyKey: crypto.randomUUID() });
        }}
      >
        <p>{say(statement)}</p>
        <div className="field">
          <label htmlFor={id}>
            <Say zh="理由(办件各方和税务人员可见)" en="Why (everybody in the case and the officers read it)" />
          </label>
          <textarea
            id={id}
            required
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        <ProblemNotice error={asking.error} />
        <Button kind="primary" type="submit" isBusy={asking.isPending}>
          <Say zh="提交申请" en="Ask for it" />
        </Button>
      </form>
    </details>
  );
};
