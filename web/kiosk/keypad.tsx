import { Delete } from "lucide-react";
import { useSpeech } from "../shared/texts/language.tsx";

const rows = ["1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM"];

/** Letters and figures as numbers of contracts and companies have them. */
export const Keypad = ({ onKey, onBack }: { readonly onKey: (key: string) => void; readonly onBack: () => void }) => {
  const { say } = useSpeech();
  return (
    <fieldset className="keypad" aria-label={say({ zh: "屏幕键盘", en: "Keypad" })}>
      {rows.map((row) => (
        <div key={row}>
          {[...row].map((key) => (
            <button key={key} type="button" onClick={() => onKey(key)}>
              {key}
            </button>
          ))}
          {row === rows.at(-1) && (
            <button type="button" className="wide" onClick={onBack} aria-label={say({ zh: "退格", en: "Delete" })}>
              <Delete aria-hidden />
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
};
