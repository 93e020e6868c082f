import { sharedClocks, speedClocks } from "../../../shared/speed/clocks.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { spanIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import type { PackageSpeed } from "./speed-screen.tsx";

const shownSteps = 8;

/** The steps that take the longest in nineteen of twenty cases, with whose time that is. */
export const SlowSteps = ({ shown }: { readonly shown: PackageSpeed }) => {
  const { say, language } = useSpeech();
  const slowest = [...shown.steps]
    .filter(({ settled }) => settled > 0)
    .sort((one, other) => (other.clocks.elapsed?.p95 ?? 0) - (one.clocks.elapsed?.p95 ?? 0))
    .slice(0, shownSteps);
  if (slowest.length === 0) return null;
  return (
    <Panel
      title={<Say zh="最慢的事项" en="The slowest steps" />}
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
      <DataTable
        rows={slowest}
        keyOf={({ step }) => step}
        columns={[
          { name: { zh: "事项", en: "Step" }, cell: ({ name }) => say(name) },
          {
            name: { zh: "已办结", en: "Settled" },
            isNumber: true,
            cell: ({ settled }) => settled.toLocaleString("en"),
          },
          { name: "p50", isNumber: true, cell: ({ clocks }) => spanIn(language, clocks.elapsed?.p50 ?? 0) },
          { name: "p95", isNumber: true, cell: ({ clocks }) => spanIn(language, clocks.elapsed?.p95 ?? 0) },
          {
            name: { zh: "平均时间归属", en: "Whose time, on average" },
            cell: (step) => <WhoseTime step={step} />,
          },
        ]}
      />
    </Panel>
  );
};

/** A bar in the shares of those whose time it was, and in words whose most of it. */
const WhoseTime = ({ step }: { readonly step: PackageSpeed["steps"][number] }) => {
  const { say } = useSpeech();
  const parts = sharedClocks.flatMap((clock) => {
    const times = step.clocks[clock];
    const milliseconds = times ? (times.mean * times.count) / step.settled : 0;
    return milliseconds > 0 ? [{ clock, milliseconds }] : [];
  });
  const whole = parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const [most] = [...parts].sort((one, other) => other.milliseconds - one.milliseconds);
  return (
    <>
      <span className="share-bar" aria-hidden="true">
        {parts.map(({ clock, milliseconds }) => (
          <span key={clock} className={`part ${clock}`} style={{ flexGrow: milliseconds }} />
        ))}
      </span>
      {most && (
        <small>
          {say(speedClocks[most.clock])} {Math.round((most.milliseconds / whole) * 100)}%
        </small>
      )}
    </>
  );
};
