import { Lock } from "lucide-react";
import type { ReplyOf } from "../api/call-api.ts";
import { useSpeech } from "../texts/language.tsx";
import { Value } from "./value.tsx";

export type Fact = ReplyOf<"getCase">["facts"][number];

/** Facts that nobody had to type, each with who says so. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const { say } = useSpeech();
  return (
    <dl className="facts">
      {facts.map(({ id, label, value, isMasked, source }) => (
        <div key={id}>
          <dt>{say(label)}</dt>
          <dd>
            <Value value={value} />
            <small className="source">
              {isMasked && <Lock aria-label={say({ zh: "已隐去部分内容", en: "Partly hidden" })} size="1em" />}
              {say({ zh: `来自${source.name.zh}`, en: `from ${source.name.en}` })}
              {source.reference && ` · ${source.reference}`}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  );
};
