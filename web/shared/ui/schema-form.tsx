import type { Text } from "../../../shared/kernel/text.ts";
import { ApiProblem } from "../api/call-api.ts";
import { useSpeech } from "../texts/language.tsx";
import type { Answers, FieldSchema } from "./schema.ts";
import { SchemaField } from "./schema-field.tsx";

export interface SchemaFormProps {
  readonly schema: FieldSchema;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  readonly error: unknown;
  /** Where the answers lie in the body, as the API's problems name fields. */
  readonly base: string;
  /** Fields that an officer wants corrected; they come first and stand open. */
  readonly marked?: readonly string[];
}

/** The fields of a question: what must be filled in stands open, what may be lies behind one line. */
export const SchemaForm = ({ schema, answers, onChange, error, base, marked = [] }: SchemaFormProps) => {
  const { say } = useSpeech();
  const reasons = reasonsOf(error, base, say);
  const fields = Object.entries(schema.properties ?? {});
  const isFirst = (name: string): boolean => (schema.required?.includes(name) ?? false) || marked.includes(name);
  const isWrong = (name: string): boolean => Object.keys(reasons).some((path) => path.startsWith(`/${name}`));
  const field = ([name, part]: [string, FieldSchema]) => (
    <SchemaField
      key={name}
      schema={part}
      value={answers[name]}
      onChange={(value) => onChange({ ...answers, [name]: value })}
      isRequired={schema.required?.includes(name) ?? false}
      path={`/${name}`}
      reasons={reasons}
    />
  );
  const optional = fields.filter(([name]) => !isFirst(name));
  const isOpen = optional.some(([name]) => isWrong(name));
  return (
    <>
      {fields.filter(([name]) => isFirst(name)).map(field)}
      {optional.length > 0 && (
        <details className="more" open={isOpen || undefined}>
          <summary>
            {say({
              zh: `补充或更改(选填 ${optional.length} 项)`,
              en: `Add or change something (${optional.length} optional)`,
            })}
          </summary>
          {optional.map(field)}
        </details>
      )}
    </>
  );
};

const reasonsOf = (error: unknown, base: string, say: (text: Text) => string): Readonly<Record<string, string>> =>
  error instanceof ApiProblem
    ? Object.fromEntries(
        (error.problem.fields ?? []).map(({ path, text }) => [
          path.startsWith(base) ? path.slice(base.length) : path,
          say(text),
        ]),
      )
    : {};
