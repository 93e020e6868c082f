import type { ReplyOf } from "../../shared/api/call-api.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
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
  const whose = (name: string): string => {
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
      <table className="data-table chain-table">
        <thead>
          <tr>
            <th scope="col">
              <Say zh="谁的记录" en="Whose" />
            </th>
            <th scope="col" className="number">
              <Say zh="条数" en="Links" />
            </th>
            <th scope="col">
              <Say zh="结果" en="Found" />
            </th>
          </tr>
        </thead>
        <tbody>
          {checked.chains.map((chain) => (
            <tr key={chain.whose}>
              <th scope="row">{whose(chain.whose)}</th>
              <td className="number">{chain.links}</td>
              <td>
                {chain.findings.length === 0 ? (
                  <StateTag tone="good">
                    <Say zh="完整" en="whole" />
                  </StateTag>
                ) : (
                  chain.findings.map((finding) => (
                    <StateTag key={`${finding.kind} ${finding.number}`} tone="bad">
                      {say({
                        zh: `第 ${finding.number} 条${findingWords[finding.kind].zh}`,
                        en: `link ${finding.number} ${findingWords[finding.kind].en}`,
                      })}
                    </StateTag>
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
