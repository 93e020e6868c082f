import { Say, useSpeech } from "../../shared/texts/language.tsx";
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
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">
                  <Say zh="事项" en="Step" />
                </th>
                <th scope="col" className="number">
                  <Say zh="次数" en="Times" />
                </th>
                <th scope="col" className="number">
                  <Say zh="合计超出" en="Late in all" />
                </th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={step.step}>
                  <th scope="row">{say(step.name)}</th>
                  <td className="number">{step.count}</td>
                  <td className="number">{spanIn(language, step.lateMilliseconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  );
};
