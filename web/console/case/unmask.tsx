import { useMutation } from "@tanstack/react-query";
import { Button, Input, Radio } from "antd";
import { type FormEvent, useEffect, useId, useState } from "react";
import type { Text } from "../../../shared/kernel/text.ts";
import { ApiProblem } from "../../shared/api/call-api.ts";
import { readJson } from "../../shared/auth/store.ts";
import { useStepUp } from "../../shared/case/use-step-up.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { fieldName } from "../parts/field-names.ts";
import { ProblemNote } from "../parts/problem.tsx";

type Reason = "case-work" | "correction" | "complaint" | "inspection";

/** One part of one private fact that an officer wants to see in full, and why. */
export interface UnmaskWish {
  readonly fact: string;
  readonly path: readonly string[];
  readonly reason?: Reason;
  readonly note?: string;
}

const storageKey = "unmask-wish";

/** A fresh log-in leads away and back: what was typed before it is still there. */
export const keptWish = (caseId: string): UnmaskWish | undefined => {
  const kept = readJson<UnmaskWish & { readonly caseId: string }>(storageKey);
  sessionStorage.removeItem(storageKey);
  return kept?.caseId === caseId ? kept : undefined;
};

const reasons: Readonly<Record<Reason, Text>> = {
  "case-work": { zh: "办理本件需要", en: "this case needs it" },
  correction: { zh: "更正差错", en: "a correction" },
  complaint: { zh: "处理投诉", en: "a complaint" },
  inspection: { zh: "检查", en: "an inspection" },
};

/** How long a value in full stays on the screen. */
const shownMilliseconds = 60_000;

/** Asks for the reason, shows the one value with the reader's mark, and takes it away again. */
export const Unmask = ({
  caseId,
  wish,
  label,
  onClose,
}: {
  readonly caseId: string;
  readonly wish: UnmaskWish;
  readonly label: Text;
  readonly onClose: () => void;
}) => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const id = useId();
  const stepUp = useStepUp();
  const [reason, setReason] = useState<Reason>(wish.reason ?? "case-work");
  const [note, setNote] = useState(wish.note ?? "");
  const { fact, path } = wish;
  const unmask = useMutation({
    mutationFn: () => callApi("unmaskField", { caseId, body: { fact, path: [...path], reason, note } }),
    // A value in full is kept nowhere but on the screen.
    gcTime: 0,
  });
  const shown = unmask.data;
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(onClose, shownMilliseconds);
    return () => clearTimeout(timer);
  }, [shown, onClose]);
  const needsLogin = unmask.error instanceof ApiProblem && unmask.error.code === "step-up-required";
  const logIn = (): void => {
    sessionStorage.setItem(storageKey, JSON.stringify({ caseId, fact, path, reason, note }));
    void stepUp(unmask.error);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    unmask.mutate();
  };
  const where = path.map((part) => (/^\d+$/.test(part) ? `#${Number(part) + 1}` : say(fieldName(part)))).join(" · ");
  return (
    <Dialog title={<Say zh="查看完整内容" en="Show in full" />} onClose={onClose}>
      <p className="unmask-what">
        {say(label)} {where && <small>{where}</small>}
      </p>
      {shown ? (
        <div className="unmasked" role="status">
          <p className="unmasked-value figures">{String(shown.value)}</p>
          <p className="hint">
            <Say zh="查阅标记 " en="Reader's mark " />
            <code>{shown.mark}</code>
          </p>
          <p className="hint">
            <Say
              zh="本次查阅已记入当事人可见的记录;内容将在一分钟后收起。"
              en="This is in the log that the person reads; the value goes away after a minute."
            />
          </p>
        </div>
      ) : (
        <form className="form" onSubmit={submit}>
          <Radio.Group
            aria-label={say({ zh: "事由", en: "Ground" })}
            value={reason}
            onChange={({ target }) => setReason(target.value as Reason)}
          >
            {Object.entries(reasons).map(([value, name]) => (
              <Radio key={value} value={value}>
                {say(name)}
              </Radio>
            ))}
          </Radio.Group>
          <div className="field">
            <label htmlFor={id}>
              <Say zh="说明" en="Why" /> <span className="must">*</span>
            </label>
            <p className="hint" id={`${id}-hint`}>
              <Say
                zh="当事人会看到您为什么查看。至少四个字。"
                en="The person reads why you looked. Four characters at least."
              />
            </p>
            <Input
              id={id}
              aria-describedby={`${id}-hint`}
              required
              minLength={4}
              maxLength={300}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </div>
          <ProblemNote error={unmask.error} />
          <div className="form-foot">
            {needsLogin ? (
              <Button type="primary" onClick={logIn}>
                <Say zh="再次确认身份" en="Confirm who you are" />
              </Button>
            ) : (
              <Button type="primary" htmlType="submit" loading={unmask.isPending} disabled={note.trim().length < 4}>
                <Say zh="查看" en="Show" />
              </Button>
            )}
          </div>
        </form>
      )}
    </Dialog>
  );
};
