import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { momentIn } from "../parts/moments.ts";
import type { ForOfficer } from "./use-case.ts";

type Objection = NonNullable<ForOfficer["objections"]>[number];

/** Who, named by a record and no party to the case, objects to its use: why, to what, and what the decision will mean. */
export const Objections = ({ objections }: { readonly objections: readonly Objection[] }) => {
  const { say, language } = useSpeech();
  return (
    <section className="objections" aria-label={say({ zh: "异议", en: "Objections" })}>
      {objections.map(({ who, reason, at, records }) => (
        <figure key={`${who} ${at}`} className="objection">
          <figcaption>
            <strong>
              <Say zh={`${who} 提出异议`} en={`${who} objects`} />
            </strong>
            <small>
              {records.map(say).join(say({ zh: "、", en: ", " }))} · {momentIn(language, at)}
            </small>
          </figcaption>
          <blockquote>{reason}</blockquote>
        </figure>
      ))}
      <dl className="outcomes">
        <div>
          <dt>
            <Say zh="同意" en="Approve" />
          </dt>
          <dd>
            <Say zh="重新查询后使用该记录" en="the record is looked up anew and used" />
          </dd>
        </div>
        <div>
          <dt>
            <Say zh="不予办理" en="Refuse" />
          </dt>
          <dd>
            <Say zh="不使用该记录,已取得的内容从办件中删除" en="it is not used, and what was found leaves the case" />
          </dd>
        </div>
      </dl>
      <p className="hint">
        <Say
          zh="提出异议的人会看到您的理由;不予办理的理由当事人也会看到。请勿写明是谁提出的。"
          en="Whoever objected reads your reason; of a refusal the parties read it, too. Do not say in it who objected."
        />
      </p>
    </section>
  );
};
