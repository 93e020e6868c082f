import type { EChartsCoreOption } from "echarts/core";
import type { Text } from "../../../shared/kernel/text.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Panel } from "../parts/panel.tsx";
import { Chart } from "./chart.tsx";

interface PlotPanelProps<Row> {
  readonly title: Text;
  /** What the plot shows, for those who cannot see it. */
  readonly label: Text;
  readonly option: EChartsCoreOption;
  /** In pixels. */
  readonly height: number;
  readonly columns: readonly Column<Row>[];
  /** What is drawn; without any there is nothing to draw. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A plot of completed cases, and on request its figures as a table. */
export const PlotPanel = <Row,>({ title, label, option, height, ...table }: PlotPanelProps<Row>) => {
  const { say } = useSpeech();
  return (
    <Panel title={<Say {...title} />}>
      {table.rows.length === 0 ? (
        <p className="empty">
          <Say zh="这段时间没有办结的办件。" en="No case was completed in these days." />
        </p>
      ) : (
        <>
          <Chart option={option} height={height} label={say(label)} />
          <details className="grounds">
            <summary>
              <Say zh="以表格查看" en="As a table" />
            </summary>
            <DataTable {...table} />
          </details>
        </>
      )}
    </Panel>
  );
};
