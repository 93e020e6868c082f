import { useQueryClient } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useParams } from "react-router";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { CasePanel } from "../case/case-panel.tsx";
import { useShortcuts } from "../keys/shortcuts.ts";
import { Loading } from "../parts/loading.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { useNow } from "../parts/use-now.ts";
import { QueueRow } from "./queue-row.tsx";
import { type Queued, type QueueName, useQueue } from "./use-queue.ts";
import "./queue.css";

const titles = {
  officer: { zh: "待办", en: "Queue" },
  overdue: { zh: "他方逾期", en: "Others late" },
} as const;

type Filter = "all" | "free" | "mine";

const matches = (filter: Filter, { waiting }: Queued): boolean => {
  if (filter === "all") return true;
  return waiting.some(({ claim }) => claim === (filter === "mine" ? "reader" : "free"));
};

/** The queue on the left, the chosen case beside it: an officer goes from case to case without leaving the screen. */
export const QueueScreen = ({ list }: { readonly list: QueueName }) => {
  const { say } = useSpeech();
  const { caseId } = useParams();
  const queries = useQueryClient();
  const now = useNow();
  const [filter, setFilter] = useState<Filter>("all");
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useQueue(list);
  const all = useMemo(() => data?.pages.flatMap(({ cases }) => cases) ?? [], [data]);
  const shown = all.filter((queued) => matches(filter, queued));
  const base = list === "officer" ? "/queue" : "/overdue";
  // To open a case is to read it, and every read is noted: the keys go along the list, Enter opens.
  const place = (): number => {
    const focused = document.activeElement?.getAttribute("data-case") ?? caseId;
    return shown.findIndex(({ id }) => id === focused);
  };
  const goAlong = (index: number): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (next) document.querySelector<HTMLElement>(`[data-case="${next.id}"]`)?.focus();
  };
  const seen = queries.getQueryData<{ readonly version: number }>(["case", caseId]);
  const listed = all.find(({ id }) => id === caseId);
  useEffect(() => {
    if (seen && listed && listed.version > seen.version) void queries.invalidateQueries({ queryKey: ["case", caseId] });
  }, [seen, listed, caseId, queries]);
  useShortcuts(titles[list], [
    { keys: "j", does: { zh: "下一件", en: "Next case" }, run: () => goAlong(place() + 1) },
    { keys: "k", does: { zh: "上一件", en: "Case before" }, run: () => goAlong(place() - 1) },
    {
      keys: "n",
      does: { zh: "下一件未受理的", en: "Next case that nobody has in hand" },
      run: () => {
        const from = place();
        goAlong(shown.findIndex(({ waiting }, index) => index > from && waiting.some((each) => each.claim === "free")));
      },
    },
  ]);
  useEffect(() => {
    document.title = `${say(titles[list])} · ${say({ zh: "一窗工作台", en: "One Window desk" })}`;
  }, [list, say]);
  const mine = all.filter((queued) => matches("mine", queued)).length;
  return (
    <div className="queue-screen">
      <section className="queue-list" aria-labelledby="queue-title">
        <header className="queue-head">
          <h1 id="queue-title">
            {say(titles[list])} <span className="count">{all.length}</span>
          </h1>
          {list === "officer" ? (
            <Segmented<Filter>
              aria-label={say({ zh: "筛选", en: "Filter" })}
              value={filter}
              onChange={setFilter}
              options={[
                { value: "all", label: say({ zh: "全部", en: "All" }) },
                { value: "free", label: say({ zh: "未受理", en: "Free" }) },
                { value: "mine", label: `${say({ zh: "我受理的", en: "Mine" })} ${mine}` },
              ]}
            />
          ) : (
            <p className="intro">
              <Say
                zh="当事人、银行或部门超过了期限;请提醒或联系。"
                en="Somebody else is past what was promised; remind them or call."
              />
            </p>
          )}
        </header>
        <ProblemNote error={error} />
        {isPending && <Loading />}
        {data && shown.length === 0 && (
          <p className="empty">
            <Say zh="这里没有办件。" en="Nothing here." />
          </p>
        )}
        <ul className="queue-rows">
          {shown.map((queued) => (
            <QueueRow
              key={queued.id}
              queued={queued}
              to={`${base}/${queued.id}`}
              isChosen={queued.id === caseId}
              now={now}
            />
          ))}
        </ul>
        {hasNextPage && (
          <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            <Say zh="更多" en="More" />
          </Button>
        )}
      </section>
      <section className="case-side" aria-label={say({ zh: "办件", en: "Case" })}>
        {caseId ? <CasePanel key={caseId} caseId={caseId} /> : <NothingChosen />}
      </section>
    </div>
  );
};

const NothingChosen = () => (
  <div className="empty big">
    <p>
      <Say zh="从左侧选择一件,或按 " en="Choose a case on the left, or press " />
      <kbd>j</kbd> <kbd>k</kbd> <kbd>Enter</kbd>
    </p>
    <p>
      <Say zh="全部快捷键:" en="All keys: " />
      <kbd>?</kbd>
    </p>
  </div>
);
