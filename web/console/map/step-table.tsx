import { useMemo } from "react";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { spanIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
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
  return (
    <Panel title={<Say zh="全部事项" en="All steps" />}>
      <Scrolls>
        <table className="data-table step-table">
          <thead>
            <tr>
              <th scope="col">
                <Say zh="事项" en="Step" />
              </th>
              <th scope="col">
                <Say zh="由谁办" en="Done by" />
              </th>
              <th scope="col">
                <Say zh="前序事项" en="After" />
              </th>
              <th scope="col" className="number">
                <Say zh="已办结" en="Settled" />
              </th>
              <th scope="col" className="number">
                <Say zh="不予办理" en="Refused" />
              </th>
              <th scope="col" className="number">
                <Say zh="中位用时" en="Median" />
              </th>
            </tr>
          </thead>
          <tbody>
            {drawn.steps.map((step) => {
              const own = traffic.find((each) => each.step === step.id);
              const median = own?.clocks.elapsed?.p50;
              return (
                <tr key={step.id}>
                  <th scope="row">{say(step.name)}</th>
                  <td>{whoOf(step)}</td>
                  <td>
                    {arrows
                      .filter(({ to }) => to === step.id)
                      .map(({ from }) => nameOf(from))
                      .join(language === "zh" ? "、" : ", ") || "—"}
                  </td>
                  <td className="number">{own?.settled.toLocaleString("en") ?? "—"}</td>
                  <td className="number">{own ? own.refused : "—"}</td>
                  <td className="number">{median === undefined ? "—" : spanIn(language, median)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolls>
    </Panel>
  );
};
