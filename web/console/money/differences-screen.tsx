import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../shared/api/call-api.ts";
import { ApiProblem } from "../../shared/api/call-api.ts";
import { useStepUp } from "../../shared/case/use-step-up.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { useShortcuts } from "../keys/shortcuts.ts";
import { Loading } from "../parts/loading.tsx";
import { momentIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { StateTag } from "../parts/tag.tsx";
import { groups } from "../parts/value.tsx";
import { AccountDays, wayNames } from "./account-days.tsx";
import "./money.css";

type Difference = ReplyOf<"getReconciliation">["differences"][number];

/** What the wallets' accounts and our ledger do not agree on, each with the repair that is proposed. */
const DifferencesScreen = () => {
  const { callApi } = useClient();
  const { data, error, isPending } = useQuery({
    queryKey: ["reconciliation"],
    queryFn: () => callApi("getReconciliation"),
  });
  const [chosen, setChosen] = useState(0);
  const differences = data?.differences ?? [];
  const choose = (index: number): void => {
    const next = Math.max(0, Math.min(differences.length - 1, index));
    setChosen(next);
    document.querySelector<HTMLElement>(`[data-difference="${next}"]`)?.focus();
  };
  useShortcuts({ zh: "对账差异", en: "Reconciliation" }, [
    { keys: "j", does: { zh: "下一项", en: "Next difference" }, run: () => choose(chosen + 1) },
    { keys: "k", does: { zh: "上一项", en: "Difference before" }, run: () => choose(chosen - 1) },
  ]);
  return (
    <Screen
      title={{ zh: "对账差异", en: "Reconciliation" }}
      intro={
        <Say
          zh="支付机构的日账单与我方账簿逐笔核对;有差异的,按建议处理或人工核实。"
          en="The wallets' daily accounts against our ledger, line by line; what differs is repaired as proposed, or by hand."
        />
      }
    >
      <ProblemNote error={error} />
      {isPending && <Loading />}
      {data && (
        <>
          <Panel
            title={<Say zh="待处理的差异" en="Differences to settle" />}
            aside={<span className="count">{differences.length}</span>}
          >
            {differences.length === 0 ? (
              <p className="empty">
                <Say zh="账账相符,没有待处理的差异。" en="Both sides agree; nothing is left to settle." />
              </p>
            ) : (
              <ul className="differences">
                {differences.map((difference, index) => (
                  <DifferenceRow
                    key={difference.id}
                    difference={difference}
                    index={index}
                    onFocus={() => setChosen(index)}
                  />
                ))}
              </ul>
            )}
          </Panel>
          <AccountDays days={data.days} />
        </>
      )}
    </Screen>
  );
};

export default DifferencesScreen;

const DifferenceRow = ({
  difference,
  index,
  onFocus,
}: {
  readonly difference: Difference;
  readonly index: number;
  readonly onFocus: () => void;
}) => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const queries = useQueryClient();
  const stepUp = useStepUp();
  const repair = useMutation({
    mutationFn: () => callApi("repairDifference", { differenceId: difference.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["reconciliation"] }),
  });
  const needsLogin = repair.error instanceof ApiProblem && repair.error.code === "step-up-required";
  return (
    <li className="difference" data-difference={index} tabIndex={-1} onFocus={onFocus}>
      <div className="difference-head">
        <StateTag tone="bad">{say(wayNames[difference.wallet])}</StateTag>
        <strong>{say(difference.words)}</strong>
        <small>
          {difference.day} · <code>{difference.orderNumber}</code>
        </small>
      </div>
      <dl className="two-sides">
        <div>
          <dt>
            <Say zh="支付机构" en="The wallet" />
          </dt>
          <dd>{difference.theirs ? <Amount side={difference.theirs} /> : "—"}</dd>
        </div>
        <div>
          <dt>
            <Say zh="我方账簿" en="Our ledger" />
          </dt>
          <dd>{difference.ours ? <Amount side={difference.ours} /> : "—"}</dd>
        </div>
      </dl>
      <p>
        <Say zh="建议:" en="Proposed: " />
        {say(difference.proposal)} <small>{momentIn(language, difference.foundAt)}</small>
      </p>
      <ProblemNote error={repair.error} />
      {difference.repair !== "by-hand" && (
        <div className="form-foot">
          {needsLogin ? (
            <Button type="primary" onClick={() => void stepUp(repair.error)}>
              <Say zh="再次确认身份" en="Confirm who you are" />
            </Button>
          ) : (
            <Button type="primary" loading={repair.isPending} onClick={() => repair.mutate()}>
              <Say zh="按建议处理" en="Do as proposed" />
            </Button>
          )}
        </div>
      )}
    </li>
  );
};

const Amount = ({ side }: { readonly side: { readonly amount: string; readonly reference: string } }) => (
  <>
    <span className="figures">{groups(side.amount)}</span>{" "}
    <small>
      <code>{side.reference}</code>
    </small>
  </>
);
