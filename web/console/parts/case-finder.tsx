import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Dialog } from "./dialog.tsx";

/** A person at the counter, or a caller, names a case by its number. */
export const CaseFinder = ({ onClose }: { readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const goTo = useNavigate();
  const { queries } = useClient();
  const [number, setNumber] = useState("");
  const open = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = number.trim().toLowerCase();
    if (!wanted) return;
    onClose();
    // Who asks for a case looks at it as it is now, were it the very one on the screen.
    void queries.invalidateQueries({ queryKey: ["case", wanted] });
    void goTo(`/queue/${encodeURIComponent(wanted)}`);
  };
  return (
    <Dialog title={<Say zh="按编号打开办件" en="Open a case by its number" />} onClose={onClose}>
      <form className="inline-form" onSubmit={open}>
        <label htmlFor="case-number">{say({ zh: "办件编号", en: "Case number" })}</label>
        <Input id="case-number" value={number} onChange={({ target }) => setNumber(target.value)} autoComplete="off" />
        <Button type="primary" htmlType="submit">
          <Say zh="打开" en="Open" />
        </Button>
      </form>
    </Dialog>
  );
};
