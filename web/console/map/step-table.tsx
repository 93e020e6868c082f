import { useMemo } from "react";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { spanIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { drawingOf } from "./layout.ts";
import type { PackageDrawn, StepTraffic } from "./package-map.tsx";

/** The package in words: each step, who does it, what it comes after, and what went through it. */
export const StepTable = ({
  drawn,
  traffic,
}: {
  readonly drawn: PackageDrawn;
  readonly traffic: readonly StepTraffic[];
}) => {
  const { say, language } = useSpeech();
  const arrows = useMemo(() => drawingOf(drawn.steps).edges, [drawn]);
  const nameOf = (id: string): string => {
    const found = drawn.steps.find((step) => step.id === id);
    return found ? say(found.name) : id;
  };
  const whoOf = (step: PackageDrawn["steps"][number]): string => {
    if (step.authority) return say(step.authority.name);
    const role = drawn.roles.find(({ id }) => id === step.completedBy);
    if (role) return say(role.name);
    return say(
      step.completedBy === "officer" ? { zh: "税务人员", en: "an officer" } : { zh: "系统", en: "the system" },
    );
  };
  const before = (id: string): string =>
    arrows
      .filter(({ to }) => to === id)
      .map(({ from }) => nameOf(from))
      .join(language === "zh" ? "、" : ", ");
  const trafficOf = (id: string): StepTraffic | undefined => traffic.find(({ step }) => step === id);
  const median = (id: string): string => {
    const milliseconds = trafficOf(id)?.clocks.elapsed?.p50;
    return milliseconds === undefined ? "—" : spanIn(language, milliseconds);
  };
  return (
    <Panel title={<Say zh="全部事项" en="All steps" />}>
      <DataTable
        className="step-table"
        rows={drawn.steps}
        keyOf={({ id }) => id}
        columns={[
          { name: { zh: "事项", en: "Step" }, cell: ({ name }) => say(name) },
          { name: { zh: "由谁办", en: "Done by" }, cell: whoOf },
          { name: { zh: "前序事项", en: "After" }, cell: ({ id }) => before(id) || "—" },
          {
            name: { zh: "已办结", en: "Settled" },
            isNumber: true,
            cell: ({ id }) => trafficOf(id)?.settled.toLocaleString("en") ?? "—",
          },
          { name: { zh: "不予办理", en: "Refused" }, isNumber: true, cell: ({ id }) => trafficOf(id)?.refused ?? "—" },
          { name: { zh: "中位用时", en: "Median" }, isNumber: true, cell: ({ id }) => median(id) },
        ]}
      />
    </Panel>
  );
};
