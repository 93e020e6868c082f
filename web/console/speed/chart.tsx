import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type ECharts, type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const face = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans SC Variable", system-ui, sans-serif';
/** Units of spans of time, which only a formatter writes. */
const axisWords = "毫秒分小时天";

/**
 * A plot. Its picture is named for those who cannot see it, and a table with the same figures belongs beside it.
 * Tooltips are drawn on the canvas: as HTML they would carry styles that the content policy refuses.
 */
export const Chart = ({
  option,
  label,
  height = 280,
}: {
  readonly option: EChartsCoreOption;
  readonly label: string;
  readonly height?: number;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const drawn = init(element);
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => {
    const whole = { textStyle: { fontFamily: face, color: "#14202e" }, animation: false, ...option };
    const draw = (): void => chart.current?.setOption(whole, { notMerge: true });
    draw();
    // A canvas asks for no slice of a face that was brought: it is asked for here, and what stood there as boxes is drawn anew.
    document.fonts.load(`12px ${face}`, axisWords + JSON.stringify(option)).then(draw, () => {});
  }, [option]);
  return <div ref={place} className="chart" style={{ height }} role="img" aria-label={label} />;
};
