import { Input, InputNumber, Select } from "antd";
import { useId } from "react";
import { useSpeech } from "../../shared/texts/language.tsx";
import { codeName, fieldName } from "./field-names.ts";

/** As much of JSON Schema as the API's own schemas use. */
export interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly propertyNames?: { readonly pattern?: string };
  readonly additionalProperties?: JsonSchema | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Values = Record<string, unknown>;

interface Facts {
  readonly facts?: readonly { readonly id: string; readonly value: unknown }[];
}

/** One field for each property of a schema; what is left empty is not sent. */
export const SchemaFields = ({
  schema,
  values,
  onChange,
  facts = [],
}: Facts & {
  readonly schema: JsonSchema;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}) => (
  <div className="schema-fields">
    {Object.entries(schema.properties ?? {}).map(([name, property]) => (
      <SchemaField
        key={name}
        name={name}
        schema={plain(property)}
        isRequired={schema.required?.includes(name) ?? false}
        value={values[name]}
        facts={facts}
        onChange={(value) => onChange(withValue(values, name, value))}
      />
    ))}
  </div>
);

const withValue = (values: Values, name: string, value: unknown): Values => {
  const { [name]: _before, ...rest } = values;
  return value === undefined ? rest : { ...rest, [name]: value };
};

/** What may also be null is asked for as what it is; leaving it empty says null. */
const plain = (schema: JsonSchema): JsonSchema => {
  const own = schema.anyOf?.find(({ type }) => type !== "null");
  return own
    ? { ...own, ...(schema.title !== undefined && { title: schema.title, description: schema.description ?? "" }) }
    : schema;
};

const SchemaField = ({
  name,
  schema,
  isRequired,
  value,
  facts = [],
  onChange,
}: Facts & {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) => {
  const { say } = useSpeech();
  const id = useId();
  const known = fieldName(name);
  const label = say(schema.title === undefined ? known : { zh: schema.title, en: schema.description || known.en });
  const parties = partiesOf(schema, facts);
  if (parties) {
    return (
      <>
        {parties.map((party) => (
          <Group
            key={party}
            name={party}
            schema={schema.additionalProperties as JsonSchema}
            value={value}
            onChange={onChange}
          />
        ))}
      </>
    );
  }
  if (schema.properties) {
    return (
      <fieldset className="marks">
        <legend>{label}</legend>
        <SchemaFields
          schema={schema}
          values={(value ?? {}) as Values}
          onChange={(next) => onChange(emptyAsNothing(next))}
        />
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {isRequired && <span className="must">*</span>}
      </label>
      <Entry id={id} schema={schema} value={value} onChange={onChange} />
    </div>
  );
};

const Group = ({
  name,
  schema,
  value,
  onChange,
}: {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) => {
  const { say } = useSpeech();
  const all = (value ?? {}) as Values;
  return (
    <fieldset className="marks">
      <legend>{say(fieldName(name))}</legend>
      <SchemaFields
        schema={schema}
        values={(all[name] ?? {}) as Values}
        onChange={(next) => onChange(emptyAsNothing(withValue(all, name, emptyAsNothing(next))))}
      />
    </fieldset>
  );
};

const emptyAsNothing = (values: Values): Values | undefined => (Object.keys(values).length === 0 ? undefined : values);

/** A record by party: its fields are asked for each party that the case has. */
const partiesOf = (schema: JsonSchema, facts: NonNullable<Facts["facts"]>): readonly string[] | undefined => {
  if (!schema.propertyNames?.pattern?.includes("seller|buyer") || typeof schema.additionalProperties !== "object") {
    return undefined;
  }
  const count = (id: string): number => {
    const value = facts.find((fact) => fact.id === id)?.value;
    return Array.isArray(value) ? value.length : 1;
  };
  const named = (side: string, many: number) => Array.from({ length: many }, (_, index) => `${side}-${index + 1}`);
  return [...named("seller", count("sellers")), ...named("buyer", count("buyers"))];
};

const Entry = ({
  id,
  schema,
  value,
  onChange,
}: {
  readonly id: string;
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) => {
  const { say } = useSpeech();
  if (schema.enum || schema.type === "boolean") {
    const codes = schema.enum ?? [true, false];
    const words = (code: unknown): string =>
      typeof code === "boolean"
        ? say(code ? { zh: "是", en: "yes" } : { zh: "否", en: "no" })
        : say(codeName(String(code)));
    return (
      <Select
        id={id}
        allowClear
        value={value as string | undefined}
        onChange={(chosen) => onChange(chosen)}
        options={codes.map((code) => ({ value: code as string, label: words(code) }))}
      />
    );
  }
  if (schema.type === "integer" || schema.type === "number") {
    return (
      <InputNumber
        id={id}
        {...(schema.minimum !== undefined && { min: schema.minimum })}
        {...(schema.maximum !== undefined && { max: schema.maximum })}
        precision={schema.type === "integer" ? 0 : 2}
        value={(value as number | undefined) ?? null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  }
  if (schema.type === "string") {
    return (
      <Input
        id={id}
        value={(value as string | undefined) ?? ""}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    );
  }
  return <JsonEntry id={id} value={value} onChange={onChange} />;
};

/** What has no form of its own is entered as JSON, as the API takes it. */
const JsonEntry = ({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) => (
  <Input.TextArea
    id={id}
    rows={3}
    className="code"
    defaultValue={value === undefined ? "" : JSON.stringify(value)}
    onChange={({ target }) => onChange(parsed(target.value))}
  />
);

/** What is no JSON yet is sent as the text that it is, and the API names what is wrong with it. */
const parsed = (text: string): unknown => {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
