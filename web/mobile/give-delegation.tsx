import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { scopes } from "../../shared/people/policy.ts";
import { ApiProblem } from "../shared/api/call-api.ts";
import { atLatestVersion } from "../shared/case/at-latest-version.ts";
import { keepPending, takePending } from "../shared/case/pending.ts";
import { useStepUp } from "../shared/case/use-step-up.ts";
import { useClient } from "../shared/client.tsx";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import { ProblemNotice } from "../shared/ui/problem.tsx";
import type { Answers, FieldSchema } from "../shared/ui/schema.ts";
import { SchemaForm } from "../shared/ui/schema-form.tsx";
import { scopeNames } from "./delegation-words.ts";

const delegate: FieldSchema = {
  type: "object",
  properties: {
    name: { type: "string", title: "受托人姓名", description: "Whom you let act", maxLength: 60 },
    idType: { type: "string", title: "证件类型", description: "Document", enum: ["resident-id", "passport", "other"] },
    idNumber: { type: "string", title: "证件号码", description: "Its number", maxLength: 40 },
  },
  required: ["name", "idType", "idNumber"],
};

/** Days: people know how long they will be away, and nobody types a date for it. */
const spans = [1, 7, 30] as const;

interface Wish {
  readonly who: Answers;
  readonly what: readonly (typeof scopes)[number][];
  readonly days: number;
  readonly idempotencyKey: string;
}

/** Lets somebody act for the reader in this case: who, what, for how long. */
export const GiveDelegation = ({ caseId, version }: { readonly caseId: string; readonly version: number }) => {
  const client = useClient();
  const { callApi, queries, auth } = client;
  const { say } = useSpeech();
  const stepUp = useStepUp();
  const [who, setWho] = useState<Answers>({ idType: "resident-id" });
  const [what, setWhat] = useState<Wish["what"]>(["read", "answer"]);
  const [days, setDays] = useState<number>(7);
  const about = `${caseId}/delegation`;
  const giving = useMutation({
    mutationFn: (wish: Wish) =>
      atLatestVersion(client, { caseId, version }, (latest) =>
        callApi("giveDelegation", {
          caseId,
          version: latest,
          idempotencyKey: wish.idempotencyKey,
          body: {
            delegate: wish.who as { name: string; idType: "resident-id" | "passport" | "other"; idNumber: string },
            scopes: [...wish.what],
            until: new Date(Date.now() + wish.days * 86_400_000).toISOString(),
          },
        }),
      ),
    onSuccess: (given) => {
      setWho({ idType: "resident-id" });
      queries.setQueryData(["delegations", caseId], given);
    },
    onError: async (error, wish) => {
      if (error instanceof ApiProblem && error.code === "step-up-required" && auth.leadsAway) keepPending(about, wish);
      await stepUp(error);
    },
  });
  const { mutate } = giving;
  useEffect(() => {
    const wish = takePending<Wish>(about);
    if (wish) mutate(wish);
  }, [about, mutate]);
  return (
    <form
      className="card"
      aria-labelledby="give"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ who, what, days, idempotencyKey: crypto.randomUUID() });
      }}
    >
      <h2 id="give">
        <Say zh="委托他人代办本办件" en="Let somebody act for you here" />
      </h2>
      <SchemaForm schema={delegate} answers={who} onChange={setWho} error={giving.error} base="/delegate" />
      <fieldset className="field">
        <legend>
          <Say zh="可以办理" en="They may" />
        </legend>
        <div className="options">
          {scopes.map((scope) => (
            <label key={scope} className="option">
              <input
                type="checkbox"
                checked={what.includes(scope)}
                // Reading comes with everything else.
                disabled={scope === "read"}
                onChange={({ target }) =>
                  setWhat(target.checked ? [...what, scope] : what.filter((each) => each !== scope))
                }
              />
              <span>{say(scopeNames[scope])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend>
          <Say zh="期限" en="For" />
        </legend>
        <div className="options">
          {spans.map((span) => (
            <label key={span} className="option">
              <input type="radio" name="span" checked={days === span} onChange={() => setDays(span)} />
              <span>{say({ zh: `${span} 天`, en: span === 1 ? "1 day" : `${span} days` })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="agreement">
        <Say
          zh="受托人须以本人身份登录,所办事项记在其名下。您可随时终止,也能看到其做过什么。委托需要二次验证。"
          en="They log in as themselves, and what they do is recorded as theirs. You see all of it and can end it at any time. A second factor is asked for."
        />
      </p>
      <ProblemNotice error={giving.error} />
      <Button kind="primary" type="submit" isBusy={giving.isPending}>
        <Say zh="委托" en="Let them act" />
      </Button>
    </form>
  );
};
