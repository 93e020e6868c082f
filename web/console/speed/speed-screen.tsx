import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../shared/api/call-api.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Loading } from "../parts/loading.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { BrokenPromises } from "./broken-promises.tsx";
import { ClockPlot } from "./clock-plot.tsx";
import { Comparisons } from "./comparisons.tsx";
import { DailyPlot } from "./daily-plot.tsx";
import { Leaving } from "./leaving.tsx";
import { SlowSteps } from "./slow-steps.tsx";
import "../theme/clocks.css";
import "./speed.css";

export type Speed = ReplyOf<"getSpeed">;
export type PackageSpeed = Speed["packages"][number];

const spans = [7, 30, 90] as const;

/** How fast the office is: its clocks beside the published figures, by day and by step. */
const SpeedScreen = () => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const [days, setDays] = useState<number>(30);
  const [chosen, setChosen] = useState<string>();
  const from = dayBefore(days - 1);
  const { data, error, isPending } = useQuery({
    queryKey: ["speed", from],
    queryFn: () => callApi("getSpeed", { from, to: dayBefore(0), by: "package,day" }),
  });
  const busiest = [...(data?.packages ?? [])].sort((one, other) => other.cases.opened - one.cases.opened)[0];
  const shown = data?.packages.find(({ packageId }) => packageId === chosen) ?? busiest;
  return (
    <Screen
      title={{ zh: "办理速度", en: "Processing speed" }}
      intro={
        data && (
          <Say
            zh={`${data.from} 至 ${data.to}；百分位数误差不超过 ${(data.relativeError * 100).toFixed(1)}%`}
            en={`${data.from} to ${data.to}; no percentile is off by more than ${(data.relativeError * 100).toFixed(1)} %`}
          />
        )
      }
      tools={
        <>
          <Select
            aria-label={say({ zh: "套餐", en: "Package" })}
            className="wide-select"
            value={shown?.packageId ?? null}
            onChange={setChosen}
            options={data?.packages.map(({ packageId, name }) => ({ value: packageId, label: say(name) })) ?? []}
          />
          <Segmented<number>
            aria-label={say({ zh: "时间范围", en: "Span" })}
            value={days}
            onChange={setDays}
            options={spans.map((span) => ({ value: span, label: say({ zh: `${span} 天`, en: `${span} days` }) }))}
          />
        </>
      }
    >
      <ProblemNote error={error} />
      {isPending && <Loading />}
      {data && shown && (
        <>
          <Counts shown={shown} />
          <Comparisons shown={shown} />
          <div className="plots">
            <ClockPlot shown={shown} />
            <DailyPlot speed={data} packageId={shown.packageId} />
          </div>
          <SlowSteps shown={shown} />
          <div className="plots">
            <Leaving shown={shown} />
            <BrokenPromises shown={shown} />
          </div>
        </>
      )}
    </Screen>
  );
};

export default SpeedScreen;

const Counts = ({ shown }: { readonly shown: PackageSpeed }) => {
  const { say } = useSpeech();
  const percent = (share: number | undefined): string => (share === undefined ? "—" : `${(share * 100).toFixed(1)}%`);
  const figures = [
    { zh: "申请", en: "Opened", value: shown.cases.opened.toLocaleString("en") },
    { zh: "办结", en: "Completed", value: shown.cases.completed.toLocaleString("en") },
    { zh: "不予办理", en: "Refused", value: shown.cases.refused.toLocaleString("en") },
    { zh: "撤回", en: "Withdrawn", value: shown.cases.withdrawn.toLocaleString("en") },
    { zh: "全程无人工", en: "Without an officer", value: percent(shown.withoutOfficer) },
    { zh: "一次不用跑", en: "Without a visit", value: percent(shown.withoutVisit) },
    { zh: "满意", en: "Satisfied", value: percent(shown.satisfaction?.satisfied) },
  ];
  return (
    <dl className="counts">
      {figures.map(({ value, ...name }) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** The bureau's calendar day so many days ago. */
const dayBefore = (days: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now() - days * 86_400_000);
