import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useClient } from "../client.tsx";
import { Say, useSpeech } from "../texts/language.tsx";
import { beginAtTop } from "../ui/begin-at-top.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { atLatestVersion } from "./at-latest-version.ts";
import type { CaseView } from "./use-case.ts";

/** Taking a whole case back, for whoever opened it: while it is possible; after that, one sentence why not. */
export const TakeCaseBack = ({ view }: { readonly view: CaseView }) => {
  const { say } = useSpeech();
  const { withdrawal } = view;
  if (!withdrawal) return null;
  return withdrawal.isPossible ? (
    <TakeItBack view={view} means={say(withdrawal.words)} />
  ) : (
    <p className="lead">{say(withdrawal.words)}</p>
  );
};

interface Wish {
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** First what it means, as the API says it; then why, if they want to say so, and the button that does it. */
const TakeItBack = ({ view, means }: { readonly view: CaseView; readonly means: string }) => {
  const client = useClient();
  const { callApi, queries } = client;
  const [reason, setReason] = useState("");
  const id = useId();
  const { id: caseId, version } = view;
  const withdrawing = useMutation({
    mutationFn: ({ reason: why, idempotencyKey }: Wish) =>
      atLatestVersion(client, { caseId, version }, (latest) =>
        callApi("withdrawCase", { caseId, version: latest, idempotencyKey, body: why === "" ? {} : { reason: why } }),
      ),
    onSuccess: (withdrawn) => {
      queries.setQueryData(["case", caseId], withdrawn);
      void queries.invalidateQueries({ queryKey: ["authorisations", caseId] });
      beginAtTop();
    },
    // What was possible when it was shown may have become too late: the view says since what.
    onError: () => void queries.invalidateQueries({ queryKey: ["case", caseId] }),
  });
  return (
    <details className="card">
      <summary id={`${id}-offer`}>
        <Say zh="撤回办件" en="Take the case back" />
      </summary>
      <form
        aria-labelledby={`${id}-offer`}
        onSubmit={(event) => {
          event.preventDefault();
          withdrawing.mutate({ reason: reason.trim(), idempotencyKey: crypto.randomUUID() });
        }}
      >
        <p>{means}</p>
        <div className="field">
          <label htmlFor={id}>
            <Say
              zh="理由(可不填;办件各方和税务人员可见)"
              en="Why, if you wish to say so (everybody in the case and the officers read it)"
            />
          </label>
          <textarea
            id={id}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        <ProblemNotice error={withdrawing.error} />
        <Button kind="danger" type="submit" isBusy={withdrawing.isPending}>
          <Say zh="确认撤回办件" en="Yes, take it back" />
        </Button>
      </form>
    </details>
  );
};
