import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Delegation, useDelegations } from "../../shared/case/acting.ts";
import { atLatestVersion } from "../../shared/case/at-latest-version.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { dateTime } from "../../shared/ui/format.ts";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { BackToCase } from "../back-to-case.tsx";
import { actWords, scopeNames } from "../delegation-words.ts";
import { GiveDelegation } from "../give-delegation.tsx";
import { LoginFirst } from "../login-first.tsx";
import { Waiting } from "../waiting.tsx";

const DelegationsScreen = () => {
  const { caseId = "" } = useParams();
  return (
    <LoginFirst>
      <Delegations caseId={caseId} />
    </LoginFirst>
  );
};
export default DelegationsScreen;

/** Who acts for whom in this case, what they did, and the way to let somebody in or out. */
const Delegations = ({ caseId }: { readonly caseId: string }) => {
  const { data, error } = useDelegations(caseId);
  const acts = data?.delegations.some(({ direction, isInForce }) => direction === "received" && isInForce) ?? false;
  return (
    <>
      <BackToCase caseId={caseId} />
      <h1>
        <Say zh="委托代办" en="Acting for another" />
      </h1>
      <Waiting data={data} error={error} />
      {data?.delegations.map((each) => (
        <Given key={each.id} caseId={caseId} version={data.version} delegation={each} />
      ))}
      {data && !acts && <GiveDelegation caseId={caseId} version={data.version} />}
    </>
  );
};

interface GivenProps {
  readonly caseId: string;
  readonly version: number;
  readonly delegation: Delegation;
}

const Given = ({ caseId, version, delegation }: GivenProps) => {
  const { say } = useSpeech();
  const { id, kind, direction, name, actsFor, scopes, since, until, endedAt, isInForce, acts } = delegation;
  const isReceived = direction === "received";
  return (
    <section className="card" aria-labelledby={`mandate-${id}`} data-state={isInForce ? "given" : "ended"}>
      <h2 id={`mandate-${id}`}>
        {isReceived
          ? say({ zh: `您代 ${actsFor ?? ""} 办理`, en: `You act for ${actsFor ?? ""}` })
          : kind === "assisted"
            ? say({ zh: `${name}(工作人员帮办)`, en: `${name} (staff)` })
            : say({ zh: `${name} 代您办理`, en: `${name} acts for you` })}{" "}
        <span className="badge">
          {isInForce
            ? say({ zh: "有效", en: "In force" })
            : endedAt
              ? say({ zh: "已终止", en: "Ended" })
              : say({ zh: "已到期", en: "Run out" })}
        </span>
      </h2>
      <p className="scopes">{scopes.map((scope) => say(scopeNames[scope])).join(say({ zh: "、", en: ", " }))}</p>
      <p>
        <small>
          {say({
            zh: `${dateTime(since, "zh")} 至 ${dateTime(endedAt ?? until, "zh")}`,
            en: `${dateTime(since, "en")} to ${dateTime(endedAt ?? until, "en")}`,
          })}
        </small>
      </p>
      {acts.length > 0 ? (
        <ul className="acts">
          {acts.map(({ verb, at }) => (
            <li key={verb + at}>
              {say(actWords(verb))} ·{" "}
              <time dateTime={at}>{say({ zh: dateTime(at, "zh"), en: dateTime(at, "en") })}</time>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <small>
            <Say zh="尚未代办任何事项" en="Nothing has been done under it yet" />
          </small>
        </p>
      )}
      {isInForce && <End caseId={caseId} version={version} delegationId={id} isReceived={isReceived} />}
    </section>
  );
};

interface EndProps {
  readonly caseId: string;
  readonly version: number;
  readonly delegationId: string;
  readonly isReceived: boolean;
}

/** What was done stays done: it says so, and asks, before it ends. */
const End = ({ caseId, version, delegationId, isReceived }: EndProps) => {
  const client = useClient();
  const { callApi, queries, acting } = client;
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const ending = useMutation({
    mutationFn: () =>
      atLatestVersion(client, { caseId, version }, (latest) =>
        callApi("endDelegation", { caseId, delegationId, version: latest }),
      ),
    onSuccess: async (left) => {
      if (isReceived) {
        // What was another's is nothing to the one who acted for them.
        acting.delete(caseId);
        queries.removeQueries({ queryKey: ["case", caseId] });
        queries.removeQueries({ queryKey: ["cases"] });
        await navigate("/cases", { replace: true });
      } else queries.setQueryData(["delegations", caseId], left);
    },
  });
  if (!isAsked) {
    return (
      <Button onClick={() => setAsked(true)}>
        {isReceived ? <Say zh="结束代办" en="Stop acting" /> : <Say zh="终止委托" en="End it" />}
      </Button>
    );
  }
  return (
    <div className="notice wait" role="status">
      <div>
        <p>
          <Say
            zh="终止后不能再代办;已经办理的事项仍然有效。"
            en="Nothing more can be done under it. What was done stays done."
          />
        </p>
        <ProblemNotice error={ending.error} />
        <Button kind="danger" onClick={() => ending.mutate()} isBusy={ending.isPending}>
          <Say zh="确认终止" en="End it now" />
        </Button>
        <Button kind="quiet" onClick={() => setAsked(false)}>
          <Say zh="不终止" en="Keep it" />
        </Button>
      </div>
    </div>
  );
};
