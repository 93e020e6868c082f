/** The part of JSON Schema that questions use. */
export interface FieldSchema {
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  /** What the field is called in Chinese, and in English. */
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly examples?: readonly unknown[];
}

export type Answers = Readonly<Record<string, unknown>>;

/** Answers without the fields that were left empty: what is not said is not sent. */
export const given = (value: unknown): unknown => {
  if (value === "" || value === undefined || (typeof value === "number" && Number.isNaN(value))) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(given).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value)
      .map(([name, part]) => [name, given(part)] as const)
      .filter(([, part]) => part !== undefined);
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  }
  return value;
};
