import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { spanIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import type { PackageSpeed } from "./speed-screen.tsx";

/** Which promises were not kept, how often, and what that cost. */
export const BrokenPromises = ({ shown }: { readonly shown: PackageSpeed }) => {
  const { say, language } = useSpeech();
  const { count, cases, lateMilliseconds, steps } = shown.brokenPromises;
  return (
    <Panel title={<Say zh="未兑现的承诺" en="Promises not kept" />}>
      {count === 0 ? (
        <p className="empty">
          <Say zh="这段时间的承诺全部兑现。" en="Every promise of these days was kept." />
        </p>
      ) : (
        <>
          <p>
            <Say
              zh={`${count} 次,涉及 ${cases} 件办件,合计超出 ${spanIn("zh", lateMilliseconds)}`}
              en={`${count} times in ${cases} cases, ${spanIn("en", lateMilliseconds)} late in all`}
            />
          </p>
          <DataTable
            rows={steps}
            keyOf={({ step }) => step}
            columns={[
              { name: { zh: "事项", en: "Step" }, cell: ({ name }) => say(name) },
              { name: { zh: "次数", en: "Times" }, isNumber: true, cell: (step) => step.count },
              {
                name: { zh: "合计超出", en: "Late in all" },
                isNumber: true,
                cell: (step) => spanIn(language, step.lateMilliseconds),
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
};
