import { useQuery } from "@tanstack/react-query";
import { nameOfTax } from "../../../shared/tax/names.ts";
import { useSpeech } from "../texts/language.tsx";
import { money } from "./format.ts";

/** What a case tells a party of the taxes: their own lines and their own sum. */
export interface OwnAssessment {
  readonly filingDate: string;
  readonly lines: readonly TaxLine[];
  readonly totals: { readonly own: string };
}

export interface TaxLine {
  readonly tax: string;
  readonly status: string;
  readonly rate: string | null;
  readonly amount: string | null;
  readonly payers: readonly { readonly amount: string | null }[];
  readonly law: readonly string[];
  readonly formula?: string | null;
  readonly explanation?: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

export const isOwnAssessment = (value: unknown): value is OwnAssessment =>
  typeof value === "object" &&
  value !== null &&
  "lines" in value &&
  "totals" in value &&
  typeof (value as OwnAssessment).totals.own === "string";

/** The taxes one pays, each with its rate and its law. */
export const AssessmentView = ({ assessment }: { readonly assessment: OwnAssessment }) => {
  const { say } = useSpeech();
  return (
    <section className="assessment" aria-label={say({ zh: "应纳税费", en: "Taxes due" })}>
      <p className="sum">
        <span>{say({ zh: "您本人应缴", en: "You pay" })}</span>
        <strong>{money(assessment.totals.own)}</strong>
      </p>
      <TaxLines lines={assessment.lines} />
    </section>
  );
};

export const TaxLines = ({ lines }: { readonly lines: readonly TaxLine[] }) => (
  <ul className="tax-lines">
    {lines.map((line) => (
      <Line key={line.tax} line={line} />
    ))}
  </ul>
);

const Line = ({ line }: { readonly line: TaxLine }) => {
  const { say } = useSpeech();
  const { tax, status, rate, amount, payers, formula, explanation = [] } = line;
  const isExempt = status === "exempt";
  const own = payers.length === 1 ? payers[0]?.amount : undefined;
  const isShare = own !== undefined && own !== null && amount !== null && own !== amount;
  return (
    <li>
      <details>
        <summary>
          <span className="tax-name">{say(nameOfTax(tax))}</span>
          <span className={isExempt ? "tax-amount exempt" : "tax-amount"}>
            {isExempt
              ? say({ zh: "免征", en: "Exempt" })
              : amount === null
                ? say({ zh: "待核定", en: "Open" })
                : money(own ?? amount)}
          </span>
        </summary>
        <div className="tax-why">
          {rate && <p>{say({ zh: `税率 ${rate}`, en: `Rate ${rate}` })}</p>}
          {isShare && amount && (
            <p>
              {say({ zh: `全部 ${money(amount)},此为您的份额`, en: `${money(amount)} in all; this is your share` })}
            </p>
          )}
          {formula && <p className="formula">{formula}</p>}
          {explanation.map((sentence) => (
            <p key={sentence.code + sentence.zh}>{say(sentence)}</p>
          ))}
          <LawList ids={line.law} />
        </div>
      </details>
    </li>
  );
};

/** The articles that a line goes by. Loaded when somebody wants to see them. */
const LawList = ({ ids }: { readonly ids: readonly string[] }) => {
  const { say } = useSpeech();
  const { data } = useQuery({
    queryKey: ["law-citations"],
    queryFn: async () => (await import("virtual:law-citations")).citations,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return null;
  return (
    <>
      <p className="law-title">{say({ zh: "依据", en: "By law" })}</p>
      <ul className="law">
        {ids.map((id) => {
          const citation = data[id];
          return (
            citation && (
              <li key={id}>
                {say(citation.title)} · {say(citation.act)} {say(citation.article)}
                {!citation.isConfirmed && <em> {say({ zh: "(条文尚待核实)", en: "(text not yet confirmed)" })}</em>}
              </li>
            )
          );
        })}
      </ul>
    </>
  );
};
