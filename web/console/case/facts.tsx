import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { momentIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { StateTag } from "../parts/tag.tsx";
import { Value } from "../parts/value.tsx";
import type { FactShown } from "./use-case.ts";

/** Everything that is known, by whoever said it. */
export const Facts = ({ facts }: { readonly facts: readonly FactShown[] }) => {
  const { say, language } = useSpeech();
  const bySource = new Map<string, FactShown[]>();
  for (const fact of facts) {
    const name = say(fact.source.name);
    bySource.set(name, [...(bySource.get(name) ?? []), fact]);
  }
  if (facts.length === 0) {
    return (
      <p className="empty">
        <Say zh="还没有取得资料。" en="Nothing is known yet." />
      </p>
    );
  }
  return (
    <>
      {[...bySource].map(([source, own]) => (
        <Panel key={source} title={source} aside={<span className="count">{own.length}</span>}>
          <dl className="facts">
            {own.map((fact) => (
              <div key={fact.id} className="fact">
                <dt>
                  <span>{say(fact.label)}</span>
                  {fact.isMasked && (
                    <StateTag>
                      <Say zh="已遮盖" en="masked" />
                    </StateTag>
                  )}
                  <small>
                    {momentIn(language, fact.at)}
                    {fact.source.reference && (
                      <>
                        <br />
                        <code>{fact.source.reference}</code>
                      </>
                    )}
                  </small>
                </dt>
                <dd>
                  <Value value={fact.value} />
                </dd>
              </div>
            ))}
          </dl>
        </Panel>
      ))}
    </>
  );
};
