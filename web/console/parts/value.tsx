import { useSpeech } from "../../shared/texts/language.tsx";
import { codeName, fieldName } from "./field-names.ts";

/** A fact's value as an officer reads it: lists of records as tables, records as pairs, codes in words. */
export const Value = ({ value }: { readonly value: unknown }) => {
  if (Array.isArray(value)) return <List values={value} />;
  if (isRecord(value)) return <RecordOf value={value} />;
  return <Plain value={value} />;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const money = /^-?\d+\.\d{2}$/;

const Plain = ({ value }: { readonly value: unknown }) => {
  const { say } = useSpeech();
  if (value === null || value === undefined || value === "") return <span className="none">—</span>;
  if (typeof value === "boolean") return <>{say(value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" })}</>;
  const text = String(value);
  if (money.test(text)) return <span className="figures">{groups(text)}</span>;
  return <>{say(codeName(text))}</>;
};

/** `880000.00` as `880,000.00`. */
export const groups = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?=\.))/g, ",");

const RecordOf = ({ value }: { readonly value: Readonly<Record<string, unknown>> }) => {
  const { say } = useSpeech();
  return (
    <dl className="pairs">
      {Object.entries(value).map(([key, part]) => (
        <div key={key}>
          <dt>{say(fieldName(key))}</dt>
          <dd>
            <Value value={part} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const List = ({ values }: { readonly values: readonly unknown[] }) => {
  const { say } = useSpeech();
  if (values.length === 0) return <span className="none">{say({ zh: "无", en: "none" })}</span>;
  if (!values.every(isRecord)) {
    return (
      <ul className="plain-list">
        {values.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fact's list never changes its order while it is shown
          <li key={index}>
            <Value value={each} />
          </li>
        ))}
      </ul>
    );
  }
  const keys = [...new Set(values.flatMap((each) => Object.keys(each)))];
  return (
    <div className="scrolls">
      <table className="records">
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} scope="col">
                {say(fieldName(key))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fact's list never changes its order while it is shown
            <tr key={index}>
              {keys.map((key) => (
                <td key={key}>
                  <Value value={each[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
