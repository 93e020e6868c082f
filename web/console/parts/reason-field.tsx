import { Input } from "antd";
import { useId } from "react";
import { Say } from "../../shared/texts/language.tsx";

/** Why an officer does something: asked whenever it concerns somebody, and kept. */
export const ReasonField = ({
  value,
  onChange,
  hint,
}: {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly hint?: React.ReactNode;
}) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Say zh="理由" en="Reason" /> <span className="must">*</span>
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Input.TextArea
        id={id}
        required
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        rows={3}
        maxLength={500}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
    </div>
  );
};
