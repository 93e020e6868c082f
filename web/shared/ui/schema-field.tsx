import { useId } from "react";
import { setInChinese, useSpeech } from "../texts/language.tsx";
import { wordsOfValue } from "../texts/value-words.ts";
import { Button } from "./button.tsx";
import type { Answers, FieldSchema } from "./schema.ts";

export interface FieldProps {
  readonly schema: FieldSchema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly isRequired: boolean;
  /** JSON pointer into the answers. */
  readonly path: string;
  /** What the API said about fields, by their pointers. */
  readonly reasons: Readonly<Record<string, string>>;
}

const useLabel = ({ title = "", description }: FieldSchema): string =>
  useSpeech().say({ zh: title, en: description ?? title });

/** One field of a question, by its schema. */
export const SchemaField = (props: FieldProps) => {
  const { schema } = props;
  if (schema.type === "object") return <Group {...props} />;
  if (schema.type === "array" && schema.items?.enum) return <Choices {...props} />;
  if (schema.type === "array") return <List {...props} />;
  if (schema.type === "boolean" || schema.enum) return <Choice {...props} />;
  return <Line {...props} />;
};

const Reason = ({ id, text }: { readonly id: string; readonly text: string | undefined }) =>
  text ? (
    <p id={id} className="field-reason" role="alert">
      {setInChinese(text)}
    </p>
  ) : null;

const Optional = ({ isRequired }: { readonly isRequired: boolean }) => {
  const { say } = useSpeech();
  return isRequired ? null : <span className="optional">{say({ zh: "选填", en: "optional" })}</span>;
};

const Line = ({ schema, value, onChange, isRequired, path, reasons }: FieldProps) => {
  const id = useId();
  const label = useLabel(schema);
  const isNumber = schema.type === "integer" || schema.type === "number";
  const reason = reasons[path];
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} <Optional isRequired={isRequired} />
      </label>
      <input
        id={id}
        name={path}
        value={typeof value === "string" || typeof value === "number" ? value : ""}
        type={schema.format === "date" ? "date" : schema.format === "email" ? "email" : "text"}
        inputMode={isNumber || schema.pattern?.includes("\\d{1,2}") ? "decimal" : undefined}
        autoComplete="off"
        required={isRequired}
        maxLength={schema.maxLength}
        aria-invalid={reason !== undefined}
        aria-describedby={reason ? `${id}-reason` : undefined}
        onChange={({ target }) =>
          onChange(
            isNumber && target.value !== "" && !Number.isNaN(Number(target.value))
              ? Number(target.value)
              : target.value,
          )
        }
      />
      <Reason id={`${id}-reason`} text={reason} />
    </div>
  );
};

const Choice = ({ schema, value, onChange, isRequired, path, reasons }: FieldProps) => {
  const id = useId();
  const { say } = useSpeech();
  const label = useLabel(schema);
  const options: readonly unknown[] =
    schema.enum ?? (schema.const === undefined ? [true, false] : [schema.const as boolean]);
  return (
    <fieldset className="field" aria-describedby={reasons[path] ? `${id}-reason` : undefined}>
      <legend>
        {label} <Optional isRequired={isRequired} />
      </legend>
      <div className="options">
        {options.map((option) => (
          <label key={String(option)} className="option">
            <input type="radio" name={id} checked={value === option} onChange={() => onChange(option)} />
            <span>{say(wordsOfValue(String(option)))}</span>
          </label>
        ))}
        {!isRequired && value !== undefined && (
          <Button kind="quiet" onClick={() => onChange(undefined)}>
            {say({ zh: "清除", en: "Clear" })}
          </Button>
        )}
      </div>
      <Reason id={`${id}-reason`} text={reasons[path]} />
    </fieldset>
  );
};

const Choices = ({ schema, value, onChange, isRequired, path, reasons }: FieldProps) => {
  const id = useId();
  const { say } = useSpeech();
  const label = useLabel(schema);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <fieldset className="field">
      <legend>
        {label} <Optional isRequired={isRequired} />
      </legend>
      <div className="options">
        {schema.items?.enum?.map((option) => (
          <label key={option} className="option">
            <input
              type="checkbox"
              checked={chosen.includes(option)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, option] : chosen.filter((each) => each !== option))
              }
            />
            <span>{say(wordsOfValue(option))}</span>
          </label>
        ))}
      </div>
      <Reason id={`${id}-reason`} text={reasons[path]} />
    </fieldset>
  );
};

/** Fields that belong together. An optional group is filled in only by those who open it. */
const Group = ({ schema, value, onChange, isRequired, path, reasons }: FieldProps) => {
  const { say } = useSpeech();
  const label = useLabel(schema);
  const parts = (value ?? {}) as Answers;
  const isOpen = isRequired || value !== undefined;
  return (
    <fieldset className="field group">
      {label && (
        <legend>
          {label} <Optional isRequired={isRequired} />
        </legend>
      )}
      {!isRequired && (
        <Button kind="quiet" onClick={() => onChange(isOpen ? undefined : {})}>
          {isOpen ? say({ zh: "不填这一项", en: "Leave this out" }) : say({ zh: "填写", en: "Fill in" })}
          <span className="visually-hidden">{label}</span>
        </Button>
      )}
      {isOpen &&
        Object.entries(schema.properties ?? {}).map(([name, part]) => (
          <SchemaField
            key={name}
            schema={part}
            value={parts[name]}
            onChange={(next) => onChange({ ...parts, [name]: next })}
            isRequired={schema.required?.includes(name) ?? false}
            path={`${path}/${name}`}
            reasons={reasons}
          />
        ))}
    </fieldset>
  );
};

const List = ({ schema, value, onChange, isRequired, path, reasons }: FieldProps) => {
  const { say } = useSpeech();
  const label = useLabel(schema);
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const replace = (at: number, next: unknown): void =>
    onChange(items.map((item, index) => (index === at ? next : item)));
  const isFull = items.length >= (schema.maxItems ?? Number.POSITIVE_INFINITY);
  return (
    <fieldset className="field group">
      <legend>
        {label} <Optional isRequired={isRequired} />
      </legend>
      {items.map((item, index) => (
        // Items have no name of their own, and are added and removed at the end only.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <div key={index} className="list-item">
          <SchemaField
            schema={schema.items ?? {}}
            value={item}
            onChange={(next) => replace(index, next)}
            isRequired
            path={`${path}/${index}`}
            reasons={reasons}
          />
        </div>
      ))}
      {items.length > 0 && (
        <Button kind="quiet" onClick={() => onChange(items.length > 1 ? items.slice(0, -1) : undefined)}>
          {say({ zh: "删除最后一项", en: "Remove the last one" })}
          <span className="visually-hidden">{label}</span>
        </Button>
      )}
      {!isFull && (
        <Button kind="quiet" onClick={() => onChange([...items, {}])}>
          {say({ zh: "添加", en: "Add" })}
          <span className="visually-hidden">{label}</span>
        </Button>
      )}
    </fieldset>
  );
};
