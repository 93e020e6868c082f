import type { ReactNode } from "react";
import { useSpeech } from "../texts/language.tsx";
import { partNames, wordsOfValue } from "../texts/value-words.ts";
import { day, money } from "./format.ts";

/** The value of a fact as people read it. */
export const Value = ({ value }: { readonly value: unknown }): ReactNode => {
  const { say, language } = useSpeech();
  if (value === null || value === undefined) return "—";
  if (typeof value === "boolean" || typeof value === "number") return say(wordsOfValue(String(value)));
  if (typeof value === "string") {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value, language);
    if (/^\d+\.\d{2}$/.test(value)) return money(value);
    return say(wordsOfValue(value));
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return say({ zh: "无", en: "None" });
    return (
      <ul className="plain">
        {value.map((each: unknown) => (
          <li key={JSON.stringify(each)}>
            <Value value={each} />
          </li>
        ))}
      </ul>
    );
  }
  return <Parts value={value as Readonly<Record<string, unknown>>} />;
};

const Parts = ({ value }: { readonly value: Readonly<Record<string, unknown>> }) => {
  const { say } = useSpeech();
  const shown = Object.entries(value).filter(([name, part]) => partNames[name] !== undefined && part !== undefined);
  return (
    <dl className="parts">
      {shown.map(([name, part]) => (
        <div key={name}>
          <dt>{say(partNames[name] ?? { zh: name, en: name })}</dt>
          <dd>{name === "areaSquareMetres" ? String(part) : <Value value={part} />}</dd>
        </div>
      ))}
    </dl>
  );
};
