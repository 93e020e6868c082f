import { useMemo } from "react";
import type { ReplyOf } from "../../shared/api/call-api.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { drawingOf, type Edge, nodeHeight, nodeWidth } from "./layout.ts";

export type PackageDrawn = ReplyOf<"getPackage">;
export type StepTraffic = ReplyOf<"getSpeed">["packages"][number]["steps"][number];

const kindNames = {
  record: { zh: "调取记录", en: "record" },
  person: { zh: "当事人", en: "person" },
  rule: { zh: "系统判定", en: "rule" },
  task: { zh: "办理事项", en: "task" },
} as const;

/** The package's steps with arrows as thick as their traffic. The table below says the same in words. */
export const PackageMap = ({
  drawn,
  traffic,
}: {
  readonly drawn: PackageDrawn;
  readonly traffic: readonly StepTraffic[];
}) => {
  const { say, language } = useSpeech();
  const drawing = useMemo(() => drawingOf(drawn.steps), [drawn]);
  const settled = new Map(traffic.map(({ step, settled: count }) => [step, count]));
  const passed = (id: string): number => settled.get(id) ?? 0;
  const most = Math.max(1, ...settled.values());
  const thickness = (count: number): number => (count === 0 ? 1 : 1.5 + (3.5 * Math.log1p(count)) / Math.log1p(most));
  return (
    <div className="map-frame">
      <ul className="legend">
        {Object.entries(kindNames).map(([kind, name]) => (
          <li key={kind}>
            <span className={`swatch kind-${kind}`} aria-hidden="true" /> {say(name)}
          </li>
        ))}
      </ul>
      <section
        className="scrolls map-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={say({ zh: "套餐图", en: "Package map" })}
      >
        <svg
          className="package-map"
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          width={drawing.width}
          height={drawing.height}
          role="img"
          aria-label={say({
            zh: `${drawn.name.zh}的 ${drawn.steps.length} 个事项,详见下表`,
            en: `The ${drawn.steps.length} steps of ${drawn.name.en}; the table below lists them`,
          })}
        >
          {drawing.edges.map((edge) => {
            const count = Math.min(passed(edge.from), passed(edge.to));
            return (
              <path
                key={`${edge.from}>${edge.to}`}
                className={count === 0 ? "edge idle" : "edge"}
                d={curve(edge)}
                strokeWidth={thickness(count)}
              />
            );
          })}
          {drawing.nodes.map(({ id, x, y }) => {
            const step = drawn.steps.find((each) => each.id === id);
            if (!step) return null;
            const name = say(step.name);
            const count = settled.get(id);
            return (
              <g key={id} transform={`translate(${x - nodeWidth / 2} ${y})`} className={`node kind-${step.kind}`}>
                <title>{name}</title>
                <rect width={nodeWidth} height={nodeHeight} rx={6} />
                {linesOf(name, language === "zh" ? 9 : 18).map((line, index, lines) => (
                  <text
                    key={line}
                    x={nodeWidth / 2}
                    y={(lines.length === 1 ? 22 : 17) + index * 15 + (count === undefined ? 8 : 0)}
                    textAnchor="middle"
                  >
                    {line}
                  </text>
                ))}
                {count !== undefined && (
                  <text className="node-count" x={nodeWidth / 2} y={46} textAnchor="middle">
                    {count.toLocaleString("en")}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </section>
      {traffic.length === 0 && (
        <p className="hint">
          <Say zh="近三十天还没有办件经过。" en="No case has passed here in the last thirty days." />
        </p>
      )}
    </div>
  );
};

/** Down from each point and into the next from above. */
const curve = ({ points }: Edge): string =>
  points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M ${x} ${y}`;
      const bend = (y - before.y) / 2;
      return `C ${before.x} ${before.y + bend} ${x} ${y - bend} ${x} ${y}`;
    })
    .join(" ");

/** A name in two lines at most, broken between words or after so many characters. */
const linesOf = (name: string, length: number): readonly string[] => {
  if (name.length <= length) return [name];
  const space = name.lastIndexOf(" ", length);
  const cut = space > 4 ? space : length;
  const rest = name.slice(cut).trim();
  return [name.slice(0, cut), rest.length > length ? `${rest.slice(0, length - 1)}…` : rest];
};
