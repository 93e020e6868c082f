import { CustomChart } from "echarts/charts";
import { GraphicComponent, GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([CustomChart, GraphicComponent, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Fonts that have Chinese letters on the systems that people read on. */
export const fontFamily = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', sans-serif";

/** Dark enough on white, and told apart by those who see colours otherwise (Okabe and Ito). */
export const colours = {
  ink: "#1f2933",
  faint: "#7b8794",
  quiet: "#52606d",
  line: "#cbd2d9",
  arrow: "#b8c4d0",
  bar: "#0072b2",
  good: "#009e73",
  bad: "#d55e00",
  active: "#0072b2",
  away: "#d8dee6",
  queue: "#e69f00",
  hands: "#d55e00",
  authority: "#009e73",
  machine: "#8c4fa8",
} as const;

/** Draws a chart as SVG, without a screen. */
export const drawSvg = (option: EChartsCoreOption, { width, height }: Size): string => {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, backgroundColor: "#ffffff", textStyle: { fontFamily }, ...option });
    return withoutOwnNames(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
};

/** The renderer numbers its charts, in classes for a pointer that hovers: without them the same figures are the same bytes. */
const withoutOwnNames = (svg: string): string =>
  svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, "")
    .replace(/ class="zr\d+-cls-\d+"/g, "")
    .replace(/\bzr\d+-/g, "plot-");

export const titleOf = (text: string, subtext: string) => ({
  text,
  subtext,
  left: 24,
  top: 16,
  itemGap: 8,
  textStyle: { fontSize: 22, fontWeight: 600, color: colours.ink, fontFamily },
  subtextStyle: { fontSize: 14, color: colours.faint, fontFamily, lineHeight: 20 },
});
