import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Panel } from "../parts/panel.tsx";
import type { PackageSpeed } from "./speed-screen.tsx";

/** Where people give up, or have not answered yet. */
export const Leaving = ({ shown }: { readonly shown: PackageSpeed }) => {
  const { say } = useSpeech();
  return (
    <Panel title={<Say zh="当事人在哪里离开" en="Where people leave" />}>
      {shown.leaving.length === 0 ? (
        <p className="empty">
          <Say zh="没有人被问到。" en="Nobody was asked." />
        </p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">
                <Say zh="事项" en="Step" />
              </th>
              <th scope="col" className="number">
                <Say zh="被询问" en="Asked" />
              </th>
              <th scope="col" className="number">
                <Say zh="撤回" en="Left" />
              </th>
              <th scope="col" className="number">
                <Say zh="未答复" en="Unanswered" />
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.leaving.map((each) => (
              <tr key={each.step}>
                <th scope="row">{say(each.name)}</th>
                <td className="number">{each.asked.toLocaleString("en")}</td>
                <td className="number">{each.left}</td>
                <td className="number">{each.unanswered}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
