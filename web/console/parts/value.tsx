import { createContext, useContext } from "react";
import { useSpeech } from "../../shared/texts/language.tsx";
import { codeName, fieldName } from "./field-names.ts";
import { Scrolls } from "./scrolls.tsx";

/** Where masked parts can be shown in full: what asks for it, by the part's path in the fact. */
export const UnmaskContext = createContext<((path: readonly string[]) => void) | undefined>(undefined);

/** A fact's value as an officer reads it: lists of records as tables, records as pairs, codes in words. */
export const Value = ({ value, path = [] }: { readonly value: unknown; readonly path?: readonly string[] }) => {
  if (Array.isArray(value)) return <List values={value} path={path} />;
  if (isRecord(value)) return <RecordOf value={value} path={path} />;
  return <Plain value={value} path={path} />;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const money = /^-?\d+\.\d{2}$/;

/** Masked by the API: at least one star, and nothing of it to be read aloud as words. */
const masked = /^[^*]{0,4}\*+[^*]{0,4}$/;

const Plain = ({ value, path }: { readonly value: unknown; readonly path: readonly string[] }) => {
  const { say } = useSpeech();
  const unmask = useContext(UnmaskContext);
  if (value === null || value === undefined || value === "") return <span className="none">—</span>;
  if (typeof value === "boolean") return <>{say(value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" })}</>;
  const text = String(value);
  if (masked.test(text) && unmask) {
    return (
      <button type="button" className="masked" onClick={() => unmask(path)}>
        <span aria-hidden="true">{text}</span>
        <span className="visually-hidden">{say({ zh: "已遮盖,查看完整内容", en: "masked, show in full" })}</span>
      </button>
    );
  }
  if (money.test(text)) return <span className="figures">{groups(text)}</span>;
  return <>{say(codeName(text))}</>;
};

/** `880000.00` as `880,000.00`. */
export const groups = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?=\.))/g, ",");

interface Inside {
  readonly path: readonly string[];
}

const RecordOf = ({ value, path }: Inside & { readonly value: Readonly<Record<string, unknown>> }) => {
  const { say } = useSpeech();
  return (
    <dl className="pairs">
      {Object.entries(value).map(([key, part]) => (
        <div key={key}>
          <dt>{say(fieldName(key))}</dt>
          <dd>
            <Value value={part} path={[...path, key]} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const List = ({ values, path }: Inside & { readonly values: readonly unknown[] }) => {
  const { say } = useSpeech();
  if (values.length === 0) return <span className="none">{say({ zh: "无", en: "none" })}</span>;
  if (!values.every(isRecord)) {
    return (
      <ul className="plain-list">
        {values.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fact's list never changes its order while it is shown
          <li key={index}>
            <Value value={each} path={[...path, String(index)]} />
          </li>
        ))}
      </ul>
    );
  }
  const keys = [...new Set(values.flatMap((each) => Object.keys(each)))];
  return (
    <Scrolls>
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
                  <Value value={each[key]} path={[...path, String(index), key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
};
