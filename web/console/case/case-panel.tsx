import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { TakenBack } from "../../shared/case/taken-back.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { useShortcuts } from "../keys/shortcuts.ts";
import { Loading } from "../parts/loading.tsx";
import { momentIn } from "../parts/moments.ts";
import { ProblemNote } from "../parts/problem.tsx";
import { type Tab, Tabs } from "../parts/tabs.tsx";
import { StateTag, type Tone } from "../parts/tag.tsx";
import { AutomaticDecisions } from "./automatic-decisions.tsx";
import { Facts } from "./facts.tsx";
import { StepToDecide } from "./step-to-decide.tsx";
import { Steps } from "./steps.tsx";
import { type CaseShown, useCase } from "./use-case.ts";
import "./case.css";

const Waterfall = lazy(() => import("./waterfall.tsx"));

type TabId = "decide" | "facts" | "time" | "rules";

const tones: Readonly<Record<CaseShown["status"], Tone>> = {
  open: "brand",
  completed: "good",
  refused: "bad",
  withdrawn: "plain",
};

/** One case, from what is wanted of the officer to where every value came from and whose time it took. */
export const CasePanel = ({ caseId }: { readonly caseId: string }) => {
  const { data: shown, error, isPending } = useCase(caseId);
  if (isPending) return <Loading />;
  if (!shown) return <ProblemNote error={error} />;
  return <CaseInTabs shown={shown} />;
};

const CaseInTabs = ({ shown }: { readonly shown: CaseShown }) => {
  const { say, language } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = shown.questions.filter(({ forOfficer }) => forOfficer);
  const [tab, setTab] = useState<TabId>(asked.length > 0 ? "decide" : "facts");
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const tabs: Tab<TabId>[] = [
    {
      id: "decide",
      name: { zh: "需要决定", en: "To decide" },
      count: asked.length,
      content:
        asked.length > 0 ? (
          asked.map((question) => <StepToDecide key={question.stepId} shown={shown} question={question} />)
        ) : (
          <Steps shown={shown} />
        ),
    },
    { id: "facts", name: { zh: "资料与来源", en: "Facts" }, content: <Facts caseId={shown.id} facts={shown.facts} /> },
    {
      id: "time",
      name: { zh: "时间线", en: "Timeline" },
      content: (
        <Suspense fallback={<Loading />}>
          <Waterfall caseId={shown.id} />
        </Suspense>
      ),
    },
    {
      id: "rules",
      name: { zh: "系统判定", en: "Decided by rules" },
      count: shown.decisions.length,
      content: <AutomaticDecisions shown={shown} />,
    },
  ];
  useShortcuts(
    { zh: "办件", en: "Case" },
    tabs.map(({ id, name }, index) => ({
      keys: String(index + 1),
      does: { zh: `查看「${name.zh}」`, en: `Show “${name.en}”` },
      run: () => setTab(id),
    })),
  );
  return (
    <article className="case">
      <header className="case-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {say(shown.package.name)}
          </h2>
          <p className="case-words">{say(shown.words)}</p>
          <TakenBack withdrawn={shown.withdrawn} />
          <p className="hint">
            <Say
              zh="您查看本件已记入查阅记录,当事人可以看到。"
              en="That you look at this case is in the log that its people read."
            />
          </p>
        </div>
        <dl className="case-about">
          <div>
            <dt>
              <Say zh="编号" en="Number" />
            </dt>
            <dd>
              <code>{shown.id}</code>
            </dd>
          </div>
          <div>
            <dt>
              <Say zh="申请时间" en="Opened" />
            </dt>
            <dd>{momentIn(language, shown.openedAt)}</dd>
          </div>
          <div>
            <dt>
              <Say zh="渠道" en="Through" />
            </dt>
            <dd>{say(channelNames[shown.channel])}</dd>
          </div>
          <div>
            <dt>
              <Say zh="状态" en="Status" />
            </dt>
            <dd>
              <StateTag tone={tones[shown.status]}>{say(statusNames[shown.status])}</StateTag>
            </dd>
          </div>
        </dl>
      </header>
      <Tabs label={{ zh: "办件的各部分", en: "Parts of the case" }} tabs={tabs} chosen={tab} onChoose={setTab} />
    </article>
  );
};

const channelNames = {
  mobile: { zh: "手机", en: "phone" },
  kiosk: { zh: "自助终端", en: "kiosk" },
  etax: { zh: "电子税务局", en: "e-tax bureau" },
  console: { zh: "窗口", en: "counter" },
} as const;

const statusNames = {
  open: { zh: "办理中", en: "open" },
  completed: { zh: "已办结", en: "completed" },
  refused: { zh: "不予办理", en: "refused" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
} as const;
