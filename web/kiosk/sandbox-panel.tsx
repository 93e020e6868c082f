import { useState, useSyncExternalStore } from "react";
import { useSpeech } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import { type PrinterTrouble, printerTroubles } from "./devices/devices.ts";
import type { SandboxHands } from "./devices/sandbox-devices.ts";

const troubleNames: Readonly<Record<PrinterTrouble, { readonly zh: string; readonly en: string }>> = {
  "no-paper": { zh: "缺纸", en: "out of paper" },
  "paper-jam": { zh: "卡纸", en: "jammed" },
  "no-answer": { zh: "没有应答", en: "silent" },
};

/** In place of a real reader, scanner and printer: put something on the one, see what came out of the other. */
export const SandboxPanel = ({ hands }: { readonly hands: SandboxHands }) => {
  const { say } = useSpeech();
  const { trouble = "", printed } = useSyncExternalStore(hands.onPrinter, hands.printer);
  const paper = printed && `${printed.title} (${Math.ceil(printed.bytes / 1000)} kB)`;
  return (
    <aside className="sandbox" aria-label={say({ zh: "沙箱设备", en: "Sandbox devices" })}>
      <strong>{say({ zh: "沙箱设备", en: "Sandbox devices" })}</strong>
      <Put
        label={say({ zh: "证件上的姓名", en: "Name on the card" })}
        action={say({ zh: "放上身份证", en: "Put the card on the reader" })}
        onPut={(name) => hands.putCard({ name })}
      />
      <Put
        label={say({ zh: "手机上的接续码", en: "Code on the phone" })}
        action={say({ zh: "放到扫码窗口", en: "Hold it before the scanner" })}
        onPut={hands.showCode}
      />
      <label>
        {say({ zh: "打印机", en: "Printer" })}{" "}
        <select
          value={trouble}
          onChange={({ target }) => hands.troublePrinter(printerTroubles.find((trouble) => trouble === target.value))}
        >
          <option value="">{say({ zh: "正常", en: "prints" })}</option>
          {printerTroubles.map((trouble) => (
            <option key={trouble} value={trouble}>
              {say(troubleNames[trouble])}
            </option>
          ))}
        </select>
      </label>
      {paper && <span role="status">{say({ zh: `已打印 ${paper}`, en: `Printed ${paper}` })}</span>}
    </aside>
  );
};

interface PutProps {
  readonly label: string;
  readonly action: string;
  readonly onPut: (text: string) => void;
}

/** Something that is put before a device, and taken away again. */
const Put = ({ label, action, onPut }: PutProps) => {
  const [text, setText] = useState("");
  return (
    <>
      <label>
        {label} <input value={text} autoComplete="off" onChange={({ target }) => setText(target.value)} />
      </label>
      <Button
        onClick={() => {
          onPut(text);
          setText("");
        }}
      >
        {action}
      </Button>
    </>
  );
};
