import { useQuery } from "@tanstack/react-query";
import { sharedClocks, speedClocks } from "../../../shared/speed/clocks.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Loading } from "../parts/loading.tsx";
import { clockIn, spanIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
import { StateTag } from "../parts/tag.tsx";
import { stepStates } from "./steps.tsx";
import "../theme/clocks.css";

/** When each step began and ended, and whose time it was: a waterfall on a logarithmic axis, with the figures beside. */
const Waterfall = ({ caseId }: { readonly caseId: string }) => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const { data, error, isPending } = useQuery({
    queryKey: ["timeline", caseId],
    queryFn: () => callApi("getTimeline", { caseId }),
  });
  if (isPending) return <Loading />;
  if (!data) return <ProblemNote error={error} />;
  const steps = data.steps.filter(({ status }) => status !== "not-applicable");
  const start = Date.parse(data.openedAt);
  const end = Math.max(Date.parse(data.closedAt ?? new Date().toISOString()), start + 1000);
  const at = axisTo(end - start);
  const ticks = marks.filter(({ milliseconds }) => milliseconds < (end - start) * 0.9);
  return (
    <Panel
      title={<Say zh="时间线" en="Timeline" />}
      aside={
        <ul className="legend">
          {sharedClocks.map((clock) => (
            <li key={clock}>
              <span className={`swatch ${clock}`} aria-hidden="true" /> {say(speedClocks[clock])}
            </li>
          ))}
        </ul>
      }
    >
      <Scrolls>
        <table className="waterfall">
          <thead>
            <tr>
              <th scope="col">
                <Say zh="事项" en="Step" />
              </th>
              <th scope="col" className="axis">
                <span className="visually-hidden">
                  <Say zh="时间条" en="Bar" />
                </span>
                {ticks.map((tick) => (
                  <span key={tick.milliseconds} className="tick" style={{ left: `${at(tick.milliseconds)}%` }}>
                    {say(tick)}
                  </span>
                ))}
              </th>
              <th scope="col">
                <Say zh="开始" en="Began" />
              </th>
              <th scope="col">
                <Say zh="用时" en="Took" />
              </th>
              <th scope="col">
                <Say zh="主要时间" en="Mostly" />
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => {
              const from = Date.parse(step.readyAt) - start;
              const to = (step.finishedAt ? Date.parse(step.finishedAt) : end) - start;
              const left = at(from);
              const width = Math.max(at(to) - left, 0.4);
              const parts = partsOf(step.clocks);
              const [most] = [...parts].sort((one, other) => other.milliseconds - one.milliseconds);
              const state = stepStates[step.status as keyof typeof stepStates];
              return (
                <tr key={step.id}>
                  <th scope="row">
                    {say(step.name)}
                    {step.status !== "done" && <StateTag tone={state.tone}>{say(state)}</StateTag>}
                    {step.attempts > 1 && (
                      <small>
                        <Say zh={`第 ${step.attempts} 次查询`} en={`asked ${step.attempts} times`} />
                      </small>
                    )}
                  </th>
                  <td className="axis">
                    {ticks.map((tick) => (
                      <span
                        key={tick.milliseconds}
                        className="grid-line"
                        style={{ left: `${at(tick.milliseconds)}%` }}
                      />
                    ))}
                    <span className="bar" style={{ left: `${left}%`, width: `${width}%` }} aria-hidden="true">
                      {parts.map(({ clock, milliseconds }) => (
                        <span key={clock} className={`part ${clock}`} style={{ flexGrow: milliseconds }} />
                      ))}
                    </span>
                  </td>
                  <td className="figures">{clockIn(language, step.readyAt)}</td>
                  <td className="figures">{spanIn(language, to - from)}</td>
                  <td>{most ? say(speedClocks[most.clock]) : "—"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolls>
    </Panel>
  );
};

export default Waterfall;

const partsOf = (times: Partial<Record<(typeof sharedClocks)[number], number | undefined>>) =>
  sharedClocks.flatMap((clock) => {
    const milliseconds = times[clock] ?? 0;
    return milliseconds > 0 ? [{ clock, milliseconds }] : [];
  });

/** Machines work in milliseconds and people in days: only a logarithmic axis shows both. */
const axisTo = (total: number) => {
  const unit = 100;
  const whole = Math.log1p(total / unit);
  return (milliseconds: number): number => (Math.log1p(Math.max(0, milliseconds) / unit) / whole) * 100;
};

const marks = [
  { milliseconds: 1000, zh: "1秒", en: "1 s" },
  { milliseconds: 10_000, zh: "10秒", en: "10 s" },
  { milliseconds: 60_000, zh: "1分", en: "1 min" },
  { milliseconds: 600_000, zh: "10分", en: "10 min" },
  { milliseconds: 3_600_000, zh: "1小时", en: "1 h" },
  { milliseconds: 6 * 3_600_000, zh: "6小时", en: "6 h" },
  { milliseconds: 86_400_000, zh: "1天", en: "1 d" },
  { milliseconds: 7 * 86_400_000, zh: "7天", en: "7 d" },
];
