import { Button, Checkbox, Radio } from "antd";
import { type FormEvent, useId, useRef, useState } from "react";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { useShortcuts } from "../keys/shortcuts.ts";
import { Key } from "../parts/key.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { ReasonField } from "../parts/reason-field.tsx";
import { type JsonSchema, SchemaFields } from "../parts/schema-fields.tsx";
import { type CaseShown, type ForOfficer, type Question, useChange } from "./use-case.ts";

type Choice = "approve" | "refuse" | "send-back";

/** Approve, refuse, or send back for correction; always with a reason, which the person reads. */
export const DecisionForm = ({
  shown,
  question,
  about,
}: {
  readonly shown: CaseShown;
  readonly question: Question;
  readonly about: ForOfficer;
}) => {
  const { say } = useSpeech();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [choice, setChoice] = useState<Choice>();
  const [reason, setReason] = useState("");
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const decide = useChange("decideStep", shown);
  const asked = (question.schema ?? {}) as JsonSchema;
  const established = about.establishes as JsonSchema | undefined;
  const hasAsked = Object.keys(asked.properties ?? {}).length > 0;
  const canSendBack = about.sendBackTo.length > 0;

  const choose = (next: Choice): void => {
    setChoice(next);
    // What the choice asks for is drawn first; then the first of it takes the focus.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(".choice-fields input, textarea")?.focus());
  };
  useShortcuts({ zh: "作出决定", en: "Decide" }, [
    { keys: "a", does: { zh: "同意", en: "Approve" }, run: () => choose("approve") },
    { keys: "r", does: { zh: "不予办理", en: "Refuse" }, run: () => choose("refuse") },
    ...(canSendBack ? [{ keys: "b", does: { zh: "退回补正", en: "Send back" }, run: () => choose("send-back") }] : []),
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!choice) return;
    const hasValues = choice === "approve" && Object.keys(values).length > 0;
    decide.mutate({
      stepId: question.stepId,
      body: {
        approved: choice === "approve",
        reason,
        ...(hasValues && { values }),
        ...(choice === "send-back" && { sendBack: [...marked] }),
      },
    });
  };
  const isReady = choice && reason.trim() !== "" && (choice !== "send-back" || marked.length > 0);
  return (
    <form
      ref={form}
      className="form decision-form"
      onSubmit={submit}
      aria-label={say({ zh: "作出决定", en: "Decision" })}
    >
      <Radio.Group
        name={id}
        aria-label={say({ zh: "决定", en: "Decision" })}
        value={choice}
        onChange={({ target }) => choose(target.value as Choice)}
      >
        <Radio value="approve">
          <Say zh="同意" en="Approve" /> <Key>a</Key>
        </Radio>
        <Radio value="refuse">
          <Say zh="不予办理" en="Refuse" /> <Key>r</Key>
        </Radio>
        {canSendBack && (
          <Radio value="send-back">
            <Say zh="退回补正" en="Send back" /> <Key>b</Key>
          </Radio>
        )}
      </Radio.Group>
      {choice && (
        <div className="choice-fields">
          {choice === "approve" && hasAsked && <SchemaFields schema={asked} values={values} onChange={setValues} />}
          {choice === "approve" && established?.required && (
            <SchemaFields schema={established} values={values} onChange={setValues} />
          )}
          {choice === "approve" && !hasAsked && established && !established.required && (
            <details className="grounds" open={false}>
              <summary>
                <Say zh="认定记录中没有的事实(可选)" en="Establish what the records do not say (optional)" />
              </summary>
              <SchemaFields schema={established} values={values} onChange={setValues} facts={shown.facts} />
            </details>
          )}
          {choice === "send-back" && <MarkedFields about={about} marked={marked} onChange={setMarked} />}
          <ReasonField
            value={reason}
            onChange={setReason}
            hint={<Say zh="当事人会看到这段话。" en="The person reads these words." />}
          />
          <ProblemNote error={decide.error} />
          <div className="form-foot">
            <Button
              type="primary"
              danger={choice === "refuse"}
              htmlType="submit"
              disabled={!isReady}
              loading={decide.isPending}
            >
              {say(submitWords[choice])}
            </Button>
            <span className="hint">
              <kbd>Ctrl</kbd> <kbd>Enter</kbd>
            </span>
          </div>
        </div>
      )}
    </form>
  );
};

const submitWords = {
  approve: { zh: "同意办理", en: "Approve" },
  refuse: { zh: "不予办理", en: "Refuse" },
  "send-back": { zh: "退回补正", en: "Send back" },
} as const;

/** Which facts of one answer are to be corrected; one answer at a time is sent back. */
const MarkedFields = ({
  about,
  marked,
  onChange,
}: {
  readonly about: ForOfficer;
  readonly marked: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}) => {
  const { say } = useSpeech();
  return (
    <>
      {about.sendBackTo.map(({ id, name, role, fields }) => (
        <fieldset key={id} className="marks">
          <legend>
            {say(name)} <small>{say(role.name)}</small>
          </legend>
          <Checkbox.Group
            value={[...marked]}
            onChange={(chosen) => {
              const own = fields.map((field) => field.id);
              onChange((chosen as string[]).filter((each) => own.includes(each)));
            }}
            options={fields.map((field) => ({ value: field.id, label: say(field.name) }))}
          />
        </fieldset>
      ))}
    </>
  );
};
