import type { ReplyOf } from "../../shared/api/call-api.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { StateTag } from "../parts/tag.tsx";

type Checked = ReplyOf<"checkAccessLog">;
type Finding = Checked["chains"][number]["findings"][number];

const findingWords: Readonly<Record<Finding["kind"], { readonly zh: string; readonly en: string }>> = {
  altered: { zh: "被改动", en: "altered" },
  removed: { zh: "被删除", en: "removed" },
  reordered: { zh: "被换序", en: "moved" },
};

/** Each chain, how many links it has, and what is wrong with which of them. */
export const ChainTable = ({ checked }: { readonly checked: Checked }) => {
  const { say } = useSpeech();
  const nameOf = (name: string): string => {
    const person = /^person-(\d+)$/.exec(name)?.[1];
    if (person !== undefined) return say({ zh: `当事人 ${person}`, en: `person ${person}` });
    return say({ zh: "本机关", en: "this office" });
  };
  return (
    <>
      <p className="headline" role="status">
        {checked.isWhole ? (
          <Say zh="链条完整,没有发现改动。" en="Every chain is whole." />
        ) : (
          <Say zh="发现链条不完整,请立即上报。" en="A chain is not whole: report it at once." />
        )}
      </p>
      <DataTable
        className="chain-table"
        rows={checked.chains}
        keyOf={({ whose }) => whose}
        columns={[
          { name: { zh: "谁的记录", en: "Whose" }, cell: ({ whose }) => nameOf(whose) },
          { name: { zh: "条数", en: "Links" }, isNumber: true, cell: ({ links }) => links },
          { name: { zh: "结果", en: "Found" }, cell: ({ findings }) => <Findings findings={findings} /> },
        ]}
      />
    </>
  );
};

const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { say } = useSpeech();
  if (findings.length === 0) {
    return (
      <StateTag tone="good">
        <Say zh="完整" en="whole" />
      </StateTag>
    );
  }
  return findings.map(({ kind, number }) => (
    <StateTag key={`${kind} ${number}`} tone="bad">
      {say({
        zh: `第 ${number} 条${findingWords[kind].zh}`,
        en: `link ${number} ${findingWords[kind].en}`,
      })}
    </StateTag>
  ));
};
