import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { DataTable } from "../parts/data-table.tsx";
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
        <DataTable
          rows={shown.leaving}
          keyOf={({ step }) => step}
          columns={[
            { name: { zh: "事项", en: "Step" }, cell: ({ name }) => say(name) },
            { name: { zh: "被询问", en: "Asked" }, isNumber: true, cell: ({ asked }) => asked.toLocaleString("en") },
            { name: { zh: "撤回", en: "Left" }, isNumber: true, cell: ({ left }) => left },
            { name: { zh: "未答复", en: "Unanswered" }, isNumber: true, cell: ({ unanswered }) => unanswered },
          ]}
        />
      )}
    </Panel>
  );
};
