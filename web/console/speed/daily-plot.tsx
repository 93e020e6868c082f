import { useMemo } from "react";
import { useSpeech } from "../../shared/texts/language.tsx";
import { spanIn } from "../parts/moments.ts";
import { PlotPanel } from "./plot-panel.tsx";
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
    <PlotPanel
      title={{ zh: "每天的办理用时", en: "Handling, day by day" }}
      label={{
        zh: "每天办理用时的中位数和 p95,数值见下表",
        en: "Median and p95 of each day; the table below has them",
      }}
      option={option}
      height={320}
      rows={rows}
      keyOf={({ of }) => of.day ?? ""}
      columns={[
        { name: { zh: "日期", en: "Day" }, cell: ({ of }) => of.day },
        { name: { zh: "办件", en: "Cases" }, isNumber: true, cell: ({ count }) => count },
        { name: "p50", isNumber: true, cell: ({ p50 }) => spanIn(language, p50) },
        { name: "p95", isNumber: true, cell: ({ p95 }) => spanIn(language, p95) },
      ]}
    />
  );
};
