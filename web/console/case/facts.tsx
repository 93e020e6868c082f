import { useState } from "react";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { momentIn } from "../parts/moments.ts";
import { Panel } from "../parts/panel.tsx";
import { StateTag } from "../parts/tag.tsx";
import { UnmaskContext, Value } from "../parts/value.tsx";
import { keptWish, Unmask, type UnmaskWish } from "./unmask.tsx";
import type { FactShown } from "./use-case.ts";

/** What records say comes first, then what people say; what rules made of both is last. */
const order = ["authority", "person", "rule"];

/** Everything that is known, by whoever said it. What is masked is shown in full for a reason, which is noted. */
export const Facts = ({ caseId, facts }: { readonly caseId: string; readonly facts: readonly FactShown[] }) => {
  const { say, language } = useSpeech();
  const [wish, setWish] = useState<UnmaskWish | undefined>(() => keptWish(caseId));
  const bySource = new Map<string, FactShown[]>();
  const sorted = [...facts].sort((one, other) => order.indexOf(one.source.kind) - order.indexOf(other.source.kind));
  for (const fact of sorted) {
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
                  <UnmaskContext value={fact.isMasked ? (path) => setWish({ fact: fact.id, path }) : undefined}>
                    <Value value={fact.value} />
                  </UnmaskContext>
                </dd>
              </div>
            ))}
          </dl>
        </Panel>
      ))}
      {wish && (
        <Unmask
          caseId={caseId}
          wish={wish}
          label={facts.find(({ id }) => id === wish.fact)?.label ?? { zh: wish.fact, en: wish.fact }}
          onClose={() => setWish(undefined)}
        />
      )}
    </>
  );
};
