import { useMemo } from "react";
import { clockNames, type SpeedClock, speedClocks } from "../../../shared/speed/clocks.ts";
import { useSpeech } from "../../shared/texts/language.tsx";
import { spanIn } from "../parts/moments.ts";
import { PlotPanel } from "./plot-panel.tsx";
import { colours, timeAxis } from "./plot-style.ts";
import type { PackageSpeed } from "./speed-screen.tsx";

const percentiles = ["p50", "p95", "p99"] as const;

/** Whose time a case takes: the clocks of completed cases, at three percentiles, with the same figures as a table. */
export const ClockPlot = ({ shown }: { readonly shown: PackageSpeed }) => {
  const { say, language } = useSpeech();
  const clocks = useMemo(() => clockNames.filter((clock) => (shown.clocks?.[clock]?.p99 ?? 0) > 0), [shown]);
  const option = useMemo(() => {
    const reversed = [...clocks].reverse();
    return {
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 12 },
      tooltip: {
        renderMode: "richText",
        trigger: "axis",
        axisPointer: { type: "shadow" },
        valueFormatter: (value: unknown) => spanIn(language, Number(value)),
      },
      xAxis: timeAxis(language),
      yAxis: {
        type: "category",
        data: reversed.map((clock) => say(speedClocks[clock])),
        axisTick: { show: false },
        axisLabel: { color: "#14202e" },
      },
      series: percentiles.map((percentile, index) => ({
        name: percentile,
        type: "bar",
        barMaxWidth: 9,
        barGap: "20%",
        itemStyle: { color: colours[index], borderRadius: [0, 2, 2, 0] },
        data: reversed.map((clock) => Math.max(1, shown.clocks?.[clock]?.[percentile] ?? 1)),
      })),
    };
  }, [clocks, language, say, shown]);
  return (
    <PlotPanel
      title={{ zh: "时间用在哪里", en: "Where the time goes" }}
      label={{
        zh: "各时钟的百分位数,数值见下表",
        en: "Percentiles of each clock; the table below has them",
      }}
      option={option}
      height={Math.max(220, clocks.length * 44 + 50)}
      rows={clocks}
      keyOf={(clock) => clock}
      columns={[
        { name: { zh: "时钟", en: "Clock" }, cell: (clock) => say(speedClocks[clock]) },
        ...percentiles.map((percentile) => ({
          name: percentile,
          isNumber: true,
          cell: (clock: SpeedClock) => spanIn(language, shown.clocks?.[clock]?.[percentile] ?? 0),
        })),
      ]}
    />
  );
};
