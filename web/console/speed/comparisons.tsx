import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { spanIn } from "../parts/moments.ts";
import { StateTag } from "../parts/tag.tsx";
import type { PackageSpeed } from "./speed-screen.tsx";

type Comparison = PackageSpeed["comparisons"][number];

/** Ours beside the published figures. */
export const Comparisons = ({ shown }: { readonly shown: PackageSpeed }) => {
  const { say, language } = useSpeech();
  if (shown.comparisons.length === 0) return null;
  const inWords = ({ figure }: Comparison, value: number | undefined): string => {
    if (value === undefined) return "—";
    return figure.kind === "duration" ? spanIn(language, value) : `${(value * 100).toFixed(1)}%`;
  };
  return (
    <ul className="comparisons">
      {shown.comparisons.map((each) => (
        <li key={`${each.label.en} ${each.source.en}`}>
          <h2>{say(each.label)}</h2>
          <p className="ours figures">{inWords(each, each.ours)}</p>
          <p className="theirs">
            <Say zh="公布:" en="published: " />
            {inWords(each, each.figure.kind === "duration" ? each.figure.milliseconds : each.figure.share)}{" "}
            {each.isBetter !== undefined && (
              <StateTag tone={each.isBetter ? "good" : "bad"}>
                {each.isBetter ? <Say zh="达到" en="met" /> : <Say zh="未达到" en="not met" />}
              </StateTag>
            )}
          </p>
          <p className="hint">
            {say(each.source)}
            {each.shareWithin !== undefined && (
              <Say
                zh={`；${(each.shareWithin * 100).toFixed(1)}% 在此时间内`}
                en={`; ${(each.shareWithin * 100).toFixed(1)} % within it`}
              />
            )}
          </p>
        </li>
      ))}
    </ul>
  );
};
