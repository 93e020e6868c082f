import { useMemo } from "react";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { spanIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { Chart } from "./chart.tsx";
import { colours, timeAxis } from "./plot-style.ts";
import type { Speed } from "./speed-screen.tsx";

/** How long the handling of a case took, day by day: the middle case and the slow ones. */
export const DailyPlot = ({ speed, packageId }: { readonly speed: Speed; readonly packageId: string }) => {
  const { say, language } = useSpeech();
  const rows = useMemo(
    () =>
      speed.rows
        .filter(({ of, clock }) => of.package === packageId && clock === "handling")
        .sort((one, other) => ((one.of.day ?? "") < (other.of.day ?? "") ? -1 : 1)),
    [speed, packageId],
  );
  const option = useMemo(() => {
    const lines = [
      { name: say({ zh: "中位数 p50", en: "median p50" }), percentile: "p50" },
      { name: "p95", percentile: "p95" },
    ] as const;
    return {
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0, right: 0, itemWidth: 18, itemHeight: 8 },
      tooltip: {
        renderMode: "richText",
        trigger: "axis",
        valueFormatter: (value: unknown) => spanIn(language, Number(value)),
      },
      xAxis: {
        type: "category",
        data: rows.map(({ of }) => (of.day ?? "").slice(5)),
        axisLabel: { color: "#48566a", hideOverlap: true },
      },
      yAxis: timeAxis(language),
      series: lines.map(({ name, percentile }, index) => ({
        name,
        type: "line",
        symbolSize: 5,
        lineStyle: { width: 2, type: index === 0 ? "solid" : "dashed" },
        color: colours[index],
        data: rows.map((row) => Math.max(1, row[percentile])),
      })),
    };
  }, [rows, language, say]);
  return (
    <Panel title={<Say zh="每天的办理用时" en="Handling, day by day" />}>
      {rows.length === 0 ? (
        <p className="empty">
          <Say zh="这段时间没有办结的办件。" en="No case was completed in these days." />
        </p>
      ) : (
        <>
          <Chart
            option={option}
            height={320}
            label={say({
              zh: "每天办理用时的中位数和 p95,数值见下表",
              en: "Median and p95 of each day; the table below has them",
            })}
          />
          <details className="grounds">
            <summary>
              <Say zh="以表格查看" en="As a table" />
            </summary>
            <table className="data-table">
              <thead>
                <tr>
                  <th scope="col">
                    <Say zh="日期" en="Day" />
                  </th>
                  <th scope="col" className="number">
                    <Say zh="办件" en="Cases" />
                  </th>
                  <th scope="col" className="number">
                    p50
                  </th>
                  <th scope="col" className="number">
                    p95
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.of.day}>
                    <th scope="row">{row.of.day}</th>
                    <td className="number">{row.count}</td>
                    <td className="number">{spanIn(language, row.p50)}</td>
                    <td className="number">{spanIn(language, row.p95)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Panel>
  );
};
