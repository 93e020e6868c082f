import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { StateTag } from "../parts/tag.tsx";
import { groups } from "../parts/value.tsx";
import type { FactShown } from "./use-case.ts";

interface PriceQuestion {
  readonly declared: string;
  readonly assessed: string;
  readonly alternatives: readonly {
    readonly zh: string;
    readonly en: string;
    readonly sellers: string;
    readonly buyers: string;
  }[];
}

interface PriceAnswer {
  readonly accepts: boolean;
  readonly reason?: string;
}

/** A declared price below the assessed one: both with what they cost, and what each side says to it. */
export const PriceDispute = ({ grounds }: { readonly grounds: readonly FactShown[] }) => {
  const { say } = useSpeech();
  const valueOfFact = (id: string): unknown => grounds.find((fact) => fact.id === id)?.value;
  const question = valueOfFact("priceQuestion") as PriceQuestion | undefined;
  if (!question?.assessed) return null;
  const below = 1 - Number(question.declared) / Number(question.assessed);
  const prices = [question.declared, question.assessed];
  const names = [
    { zh: "申报价格", en: "Declared price" },
    { zh: "评估价格", en: "Assessed price" },
  ];
  return (
    <div className="price-dispute">
      <div className="price-cards">
        {prices.map((price, index) => {
          const outcome = question.alternatives[index];
          return (
            <section key={names[index]?.en} className="price-card">
              <h3>
                {names[index] && say(names[index])}
                {index === 0 && (
                  <StateTag tone="wait">
                    <Say zh={`低 ${(below * 100).toFixed(1)}%`} en={`${(below * 100).toFixed(1)} % below`} />
                  </StateTag>
                )}
              </h3>
              <p className="price figures">
                {groups(price)} <small>{say({ zh: "元", en: "yuan" })}</small>
              </p>
              {outcome && (
                <dl className="pairs">
                  <div>
                    <dt>
                      <Say zh="卖方税费" en="Sellers pay" />
                    </dt>
                    <dd className="figures">{groups(outcome.sellers)}</dd>
                  </div>
                  <div>
                    <dt>
                      <Say zh="买方税费" en="Buyers pay" />
                    </dt>
                    <dd className="figures">{groups(outcome.buyers)}</dd>
                  </div>
                </dl>
              )}
            </section>
          );
        })}
      </div>
      <dl className="pairs wide">
        {(["seller", "buyer"] as const).map((side) => {
          const answer = valueOfFact(`${side}PriceAnswer`) as PriceAnswer | undefined;
          return (
            answer && (
              <div key={side}>
                <dt>
                  {say(
                    side === "seller"
                      ? { zh: "卖方意见", en: "The sellers say" }
                      : { zh: "买方意见", en: "The buyers say" },
                  )}
                </dt>
                <dd>
                  {answer.accepts ? <Say zh="接受评估价格" en="accept the assessed price" /> : <q>{answer.reason}</q>}
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </div>
  );
};
